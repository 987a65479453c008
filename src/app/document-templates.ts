import { join } from 'node:path'
import {
  DOCUMENT_TEMPLATE_FILES,
  type DocumentTemplates,
  parseDocumentTemplates,
} from '../report/document-templates.ts'
import { packageRoot } from './package-root.ts'
import { readTemplateFiles } from './templates.ts'

/**
 * Reads the templates of circular and sheet from a folder; by default those that come with the program. Throws
 * {@link InputError}.
 */
export async function readDocumentTemplates(
  directory = join(packageRoot(), 'reports'),
): Promise<DocumentTemplates> {
  return parseDocumentTemplates(await readTemplateFiles(directory, DOCUMENT_TEMPLATE_FILES), directory)
}
