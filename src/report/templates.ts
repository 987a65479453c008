import Handlebars from 'handlebars'
import { parse } from 'yaml'
import { InputError } from '../core/errors.ts'
import { type Labels, labelsShape } from './labels.ts'

/** A compiled page. */
export type Template = (data: unknown) => string

/** Everything that a clerk may reword, ready to be filled in. */
export interface Templates {
  readonly overview: Template
  readonly unit: Template
  readonly css: string
  readonly labels: Labels
}

/** The files that make up the templates, below the folder of reports. */
export const TEMPLATE_FILES = [
  'overview.hbs',
  'unit.hbs',
  'finding.hbs',
  'style.css',
  'catalogue.yaml',
] as const

/** Kinds of words that a template may name. */
type Wording = Exclude<keyof Labels, 'picture'>

const faultLine = (message: string): number => Number(/line (\d+)/i.exec(message)?.[1] ?? 1)

function refuse(file: string, fault: unknown): never {
  const words = fault instanceof Error ? fault.message : String(fault)
  const [first = ''] = words.split('\n')
  const message = `模板有误 / a broken template: ${first} Mend it, or take the one that came with the program.`
  throw new InputError([{ file, line: faultLine(words), message }])
}

function labelsOf(file: string, text: string): Labels {
  try {
    return labelsShape.parse(parse(text))
  } catch (fault) {
    return refuse(file, fault)
  }
}

/** Texts, by path, to templates. Throws {@link InputError} naming the file and line for a broken or missing one. */
export function parseTemplates(files: Readonly<Record<string, string>>, directory: string): Templates {
  const name = (file: string): string => `${directory}/${file}`
  const text = (file: (typeof TEMPLATE_FILES)[number]): string => {
    const found = files[file]
    if (found !== undefined) return found
    throw new InputError([
      {
        file: name(file),
        message: '缺少模板 / the template is missing; take the one that came with the program.',
      },
    ])
  }
  const engine = Handlebars.create()
  const labels = labelsOf(name('catalogue.yaml'), text('catalogue.yaml'))
  engine.registerHelper('zh', (kind: Wording, key: string) => labels[kind][key]?.zh ?? key)
  engine.registerHelper('en', (kind: Wording, key: string) => labels[kind][key]?.en ?? key)
  engine.registerHelper('percent', (share: number | null) =>
    share === null ? '—' : `${(share * 100).toFixed(1)}%`,
  )
  engine.registerHelper('points', (value: number | null) => (value === null ? '—' : value.toFixed(2)))
  engine.registerHelper('number', (value: number | null) =>
    value === null ? '—' : String(Number(value.toFixed(4))),
  )
  engine.registerHelper('or', (value: unknown, other: unknown) => value ?? other)
  const compiled = (file: 'overview.hbs' | 'unit.hbs'): Template => {
    try {
      engine.parse(text('finding.hbs'))
    } catch (fault) {
      refuse(name('finding.hbs'), fault)
    }
    try {
      engine.parse(text(file))
    } catch (fault) {
      refuse(name(file), fault)
    }
    const run = engine.compile(text(file), { strict: true, preventIndent: true })
    return (data) => {
      try {
        return run(data, { partials: { finding: engine.compile(text('finding.hbs'), { strict: true }) } })
      } catch (fault) {
        return refuse(name(file), fault)
      }
    }
  }
  return { overview: compiled('overview.hbs'), unit: compiled('unit.hbs'), css: text('style.css'), labels }
}
