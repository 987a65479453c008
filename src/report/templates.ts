import Handlebars from 'handlebars'
import type { Labels } from './labels.ts'
import { refuseTemplate } from './template-fault.ts'
import { labelsOf, registerHelpers, textIn } from './template-parts.ts'

/** A compiled page. */
export type Template = (data: unknown) => string

/** Everything that a clerk may reword, ready to be filled in. */
export interface Templates {
  readonly overview: Template
  readonly unit: Template
  readonly history: Template
  readonly css: string
  readonly labels: Labels
}

/** The files that make up the templates, below the folder of reports. */
export const TEMPLATE_FILES = [
  'overview.hbs',
  'unit.hbs',
  'history.hbs',
  'finding.hbs',
  'style.css',
  'catalogue.yaml',
] as const

/** Texts, by path, to templates. Throws {@link InputError} naming the file and line for a broken or missing one. */
export function parseTemplates(files: Readonly<Record<string, string>>, directory: string): Templates {
  const name = (file: string): string => `${directory}/${file}`
  const text = (file: (typeof TEMPLATE_FILES)[number]): string => textIn(files, file, name)
  const engine = Handlebars.create()
  const labels = labelsOf(name('catalogue.yaml'), text('catalogue.yaml'))
  registerHelpers(engine, labels)
  const compiled = (file: 'overview.hbs' | 'unit.hbs' | 'history.hbs'): Template => {
    try {
      engine.parse(text('finding.hbs'))
    } catch (fault) {
      refuseTemplate(name('finding.hbs'), fault)
    }
    try {
      engine.parse(text(file))
    } catch (fault) {
      refuseTemplate(name(file), fault)
    }
    const run = engine.compile(text(file), { strict: true, preventIndent: true })
    return (data) => {
      try {
        return run(data, { partials: { finding: engine.compile(text('finding.hbs'), { strict: true }) } })
      } catch (fault) {
        return refuseTemplate(name(file), fault)
      }
    }
  }
  return {
    overview: compiled('overview.hbs'),
    unit: compiled('unit.hbs'),
    history: compiled('history.hbs'),
    css: text('style.css'),
    labels,
  }
}
