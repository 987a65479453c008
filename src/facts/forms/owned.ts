import type { Outline } from '../outline.ts'
import { kindOfField } from './field-kind.ts'

/** A form and what it owns: the elements inside it that no form inside it owns. */
export interface Owned {
  /** Place in the outline of the form element, or of the element that stands for one. */
  readonly index: number
  /** Places of the elements, in document order. */
  readonly inside: readonly number[]
  /** Whether there is no form element: fields that a script sends. */
  readonly loose: boolean
}

/** How far around a loose password field its companions are looked for: levels up, elements down. */
const MOST_LEVELS = 6
const MOST_ELEMENTS = 400

const TYPED = new Set(['text', 'email', 'tel', 'password', 'number'])

/** The places below an element, as far as we look. */
function below({ elements }: Outline, index: number): readonly number[] {
  const found: number[] = []
  for (let at = index + 1; at < elements.length && found.length < MOST_ELEMENTS; at += 1) {
    if ((elements[at]?.parent ?? -1) < index) break
    found.push(at)
  }
  return found
}

/** The nearest element around a loose password field that holds another field to type in; else the last one tried. */
function aroundLoose(outline: Outline, password: number): Owned {
  let index = outline.elements[password]?.parent ?? -1
  for (let level = 1; ; level += 1) {
    const inside = index < 0 ? [password] : below(outline, index)
    const typed = inside.filter((at) => {
      const element = outline.elements[at]
      return element !== undefined && TYPED.has(kindOfField(element))
    })
    const above = index < 0 ? -1 : (outline.elements[index]?.parent ?? -1)
    if (typed.length > 1 || level >= MOST_LEVELS || above < 0) return { index, inside, loose: true }
    index = above
  }
}

/**
 * The form elements of a page in document order, empty and nested ones among them; after them the password fields that
 * stand in no form, each with the fields around it: pages that are built by a script often have no form element.
 */
export function ownedByForms(outline: Outline): readonly Owned[] {
  const { elements } = outline
  const forms: { readonly index: number; readonly inside: number[]; readonly loose: boolean }[] = []
  const passwords: number[] = []
  /** For every element the place in `forms` of the form that owns it; -1 for none. */
  const owner = new Int32Array(elements.length).fill(-1)
  for (let at = 0; at < elements.length; at += 1) {
    const element = elements[at]
    if (element === undefined) continue
    const above = element.parent < 0 ? -1 : (owner[element.parent] ?? -1)
    if (element.name === 'form') {
      owner[at] = forms.length
      forms.push({ index: at, inside: [], loose: false })
      continue
    }
    owner[at] = above
    if (above >= 0) forms[above]?.inside.push(at)
    else if (element.name === 'input' && kindOfField(element) === 'password') passwords.push(at)
  }
  const loose: Owned[] = []
  for (const password of passwords) {
    if (loose.length >= MOST_LEVELS || password <= (loose.at(-1)?.inside.at(-1) ?? -1)) continue
    loose.push(aroundLoose(outline, password))
  }
  return [...forms, ...loose]
}
