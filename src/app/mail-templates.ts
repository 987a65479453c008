import { join } from 'node:path'
import { MAIL_TEMPLATE_FILES, type MailTemplates, parseMailTemplates } from '../report/mail/mail-templates.ts'
import { packageRoot } from './package-root.ts'
import { readTemplateFiles } from './templates.ts'

/** Reads the templates of mails from a folder; by default those that come with the program. Throws {@link InputError}. */
export const readMailTemplates = async (directory = join(packageRoot(), 'reports')): Promise<MailTemplates> =>
  parseMailTemplates(await readTemplateFiles(directory, MAIL_TEMPLATE_FILES), directory)
