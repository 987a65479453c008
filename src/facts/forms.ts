import { type Control, type FormParts, partsOf } from './forms/form-parts.ts'
import { typeOfForm } from './forms/form-type.ts'
import { ownedByForms } from './forms/owned.ts'
import type { Outline } from './outline.ts'
import type { Form } from './page.ts'

/** A form with what decides whether it is the page or stands in a corner of it. */
export interface ReadForm extends Form {
  readonly start: number
  readonly end: number
  readonly passwords: number
  /** Null for forms beyond the first thousand, which are not looked into. */
  readonly parts: FormParts | null
  /** Places in the outline of the elements that it owns, in document order. */
  readonly inside: readonly number[]
}

const MOST_READ = 1000

const isPassword = (control: Control): boolean => control.kind === 'password'

/**
 * The forms of a page in document order: one for every form element, nested and empty ones among them. Password fields
 * outside any form make more at the end, marked as loose.
 */
export function formsOf(outline: Outline): readonly ReadForm[] {
  return ownedByForms(outline).map(({ index, inside, loose }, at): ReadForm => {
    const element = outline.elements[index]
    const action = loose ? '' : (element?.attributes.action ?? '')
    const { start, end } = element ?? { start: 0, end: outline.text.length }
    if (at >= MOST_READ)
      return {
        type: 'other',
        confidence: 0,
        loose,
        action,
        fields: [],
        start,
        end,
        passwords: 0,
        parts: null,
        inside,
      }
    const parts = partsOf(outline, index, inside)
    const fields = parts.controls.map(
      (control) => control.name.split(' ')[0] || control.hint.trim().slice(0, 40),
    )
    const passwords = parts.controls.filter(isPassword).length
    return {
      ...typeOfForm(parts, outline.title),
      loose,
      action,
      fields,
      start,
      end,
      passwords,
      parts,
      inside,
    }
  })
}
