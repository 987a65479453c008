import { type Outline, textOf } from './outline.ts'
import type { Form } from './page.ts'

const FIELDS = new Set(['input', 'select', 'textarea'])
const NOT_FILLED = new Set(['hidden', 'submit', 'button', 'image', 'reset'])

/** A form with what decides whether it is the page or stands in a corner of it. */
export interface ReadForm extends Form {
  readonly start: number
  readonly end: number
  readonly passwords: number
}

function typeOf(fields: readonly string[], passwords: number, words: string): Form['type'] {
  if (
    passwords >= 2 ||
    (passwords === 1 && /注册|register|sign\s?up/i.test(words) && !/登录|登陆|log\s?in/i.test(words))
  ) {
    return 'registration'
  }
  if (passwords === 1) return 'login'
  const all = fields.join(' ')
  if (fields.length <= 3 && /search|keyword|query|\bq\b|wd|检索|搜索/i.test(`${all} ${words}`))
    return 'search'
  return 'other'
}

/** The forms of a page in document order. A password field outside any form makes a form of its own. */
export function formsOf(outline: Outline): readonly ReadForm[] {
  const fieldsBelow = (from: number): readonly number[] => {
    const form = outline.elements[from]
    const inside: number[] = []
    for (let at = from + 1; at < outline.elements.length; at += 1) {
      const element = outline.elements[at]
      if (element === undefined || form === undefined || element.name === 'form' || element.start > form.end)
        break
      if (FIELDS.has(element.name) && !NOT_FILLED.has(element.attributes.type?.toLowerCase() ?? ''))
        inside.push(at)
    }
    return inside
  }
  const read = (start: number, end: number, action: string, fields: readonly number[]): ReadForm => {
    const elements = fields.flatMap((at) => outline.elements[at] ?? [])
    const names = elements.map(
      (one) => one.attributes.name ?? one.attributes.id ?? one.attributes.placeholder ?? '',
    )
    const passwords = elements.filter((one) => one.attributes.type?.toLowerCase() === 'password').length
    return {
      type: typeOf(names, passwords, textOf(outline, { start, end })),
      action,
      fields: names,
      start,
      end,
      passwords,
    }
  }
  const claimed = new Set<number>()
  const forms = outline.elements.flatMap((element, at) => {
    if (element.name !== 'form') return []
    const fields = fieldsBelow(at)
    for (const field of fields) claimed.add(field)
    return [read(element.start, element.end, element.attributes.action ?? '', fields)]
  })
  const loose = outline.elements.flatMap((element, at) =>
    element.name === 'input' && element.attributes.type?.toLowerCase() === 'password' && !claimed.has(at)
      ? [at]
      : [],
  )
  return loose.length === 0 ? forms : [...forms, read(0, outline.text.length, '', loose)]
}
