import type Handlebars from 'handlebars'
import { parse } from 'yaml'
import { InputError } from '../core/errors.ts'
import { type Labels, labelsShape } from './labels.ts'
import { refuseTemplate } from './template-fault.ts'

/** The text of a template among those that were read. Throws {@link InputError} where it is missing. */
export function textIn(
  files: Readonly<Record<string, string>>,
  file: string,
  name: (file: string) => string,
): string {
  const found = files[file]
  if (found !== undefined) return found
  const message = '缺少模板 / the template is missing; take the one that came with the program.'
  throw new InputError([{ file: name(file), message }])
}

/** The words of reports. Throws {@link InputError} for a broken catalogue. */
export function labelsOf(file: string, text: string): Labels {
  try {
    return labelsShape.parse(parse(text))
  } catch (fault) {
    return refuseTemplate(file, fault)
  }
}

/** Kinds of words that a template may name. */
type Wording = Exclude<keyof Labels, 'picture'>

/** The helpers that every template may use. */
export function registerHelpers(engine: typeof Handlebars, labels: Labels): void {
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
}
