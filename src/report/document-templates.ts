import Handlebars from 'handlebars'
import { InputError } from '../core/errors.ts'
import { registerDocumentHelpers } from './document-helpers.ts'
import type { Labels } from './labels.ts'
import type { Block } from './official/block.ts'
import { shielded } from './official/markup.ts'
import { numberBlocks } from './official/number-blocks.ts'
import { MarkupFault, readBlocks } from './official/read-blocks.ts'
import { refuseTemplate } from './template-fault.ts'
import { labelsOf, registerHelpers, textIn } from './template-parts.ts'

/** Data to the parts of a document. */
export type DocumentTemplate = (data: unknown) => readonly Block[]

/** Everything of the documents that print that a clerk may reword, ready to be filled in. */
export interface DocumentTemplates {
  readonly circular: DocumentTemplate
  readonly sheet: DocumentTemplate
  readonly css: string
  readonly labels: Labels
}

/** The files that make them up, below the folder of reports. */
export const DOCUMENT_TEMPLATE_FILES = [
  'circular/circular.hbs',
  'sheet/sheet.hbs',
  'official.css',
  'catalogue.yaml',
] as const

function compiled(engine: typeof Handlebars, file: string, text: string): DocumentTemplate {
  try {
    engine.parse(text)
  } catch (fault) {
    refuseTemplate(file, fault)
  }
  const fill = engine.compile(text, { strict: true, noEscape: true })
  return (data) => {
    try {
      return numberBlocks(readBlocks(fill(shielded(data))))
    } catch (fault) {
      if (!(fault instanceof MarkupFault)) return refuseTemplate(file, fault)
      const message = `${fault.message} 写法见 reports/README.md / see reports/README.md.`
      throw new InputError([{ file, message }])
    }
  }
}

/** Texts, by path, to templates. Throws {@link InputError} naming the file, and the line where it is known, of a bad one. */
export function parseDocumentTemplates(
  files: Readonly<Record<string, string>>,
  directory: string,
): DocumentTemplates {
  const name = (file: string): string => `${directory}/${file}`
  const text = (file: (typeof DOCUMENT_TEMPLATE_FILES)[number]): string => textIn(files, file, name)
  const labels = labelsOf(name('catalogue.yaml'), text('catalogue.yaml'))
  const engine = Handlebars.create()
  registerHelpers(engine, labels)
  registerDocumentHelpers(engine, labels)
  const template = (file: 'circular/circular.hbs' | 'sheet/sheet.hbs'): DocumentTemplate =>
    compiled(engine, name(file), text(file))
  return {
    circular: template('circular/circular.hbs'),
    sheet: template('sheet/sheet.hbs'),
    css: text('official.css'),
    labels,
  }
}
