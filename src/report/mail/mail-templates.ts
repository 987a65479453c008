import Handlebars from 'handlebars'
import { registerDocumentHelpers } from '../document-helpers.ts'
import { refuseTemplate } from '../template-fault.ts'
import { labelsOf, registerHelpers, textIn } from '../template-parts.ts'
import { type Letter, letterOf } from './letter.ts'
import type { OverdueMailData, SheetMailData } from './mail-data.ts'

/** Everything of mails that a clerk may reword, ready to be filled in. */
export interface MailTemplates {
  readonly sheet: (data: SheetMailData) => Letter
  readonly overdue: (data: OverdueMailData) => Letter
}

/** The files that make them up, below the folder of reports. */
export const MAIL_TEMPLATE_FILES = ['mail/sheet.hbs', 'mail/overdue.hbs', 'catalogue.yaml'] as const

/** Texts, by path, to templates. Throws {@link InputError} naming the file, and the line where it is known, of a bad one. */
export function parseMailTemplates(
  files: Readonly<Record<string, string>>,
  directory: string,
): MailTemplates {
  const name = (file: string): string => `${directory}/${file}`
  const labels = labelsOf(name('catalogue.yaml'), textIn(files, 'catalogue.yaml', name))
  const engine = Handlebars.create()
  registerHelpers(engine, labels)
  registerDocumentHelpers(engine, labels)
  const template = (file: 'mail/sheet.hbs' | 'mail/overdue.hbs'): ((data: unknown) => Letter) => {
    const text = textIn(files, file, name)
    try {
      engine.parse(text)
    } catch (fault) {
      refuseTemplate(name(file), fault)
    }
    const fill = engine.compile(text, { strict: true, noEscape: true })
    return (data) => {
      try {
        return letterOf(fill(data))
      } catch (fault) {
        return refuseTemplate(name(file), fault)
      }
    }
  }
  return { sheet: template('mail/sheet.hbs'), overdue: template('mail/overdue.hbs') }
}
