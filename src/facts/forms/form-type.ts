import type { Form } from '../page.ts'
import { CONCEPTS } from './concepts.ts'
import { featuresOf, splitWords } from './features.ts'
import type { FormParts } from './form-parts.ts'
import { FORM_WEIGHTS } from './form-weights.ts'
import { chancesOf, modelFrom } from './model.ts'

/** What a form may be, in the order of the weights. */
export const FORM_TYPES: readonly Form['type'][] = [
  'login',
  'registration',
  'recovery',
  'search',
  'contact',
  'mailing-list',
  'order',
  'other',
]

const MODEL = modelFrom(FORM_TYPES, FORM_WEIGHTS)

/** A form's type, and how sure that is: the chance that the model gives it, 0–1. */
export interface FormType {
  readonly type: Form['type']
  readonly confidence: number
}

/** A status query asks for a case number and a code, often in a password field: no account (domain.md §4). */
function isCaseQuery(parts: FormParts): boolean {
  const words = `${parts.text} ${parts.controls.map((one) => one.hint).join(' ')}`
  return CONCEPTS.caseNumber.test(words) && !CONCEPTS.login.test(splitWords(parts.buttons))
}

/** What a form is for. `title` is the page's. */
export function typeOfForm(parts: FormParts, title: string): FormType {
  if (isCaseQuery(parts)) return { type: 'search', confidence: 0.9 }
  const chances = chancesOf(MODEL, featuresOf(parts, title))
  const best = chances.reduce((top, chance, at) => (chance > (chances[top] ?? 0) ? at : top), 0)
  return { type: FORM_TYPES[best] ?? 'other', confidence: Math.round((chances[best] ?? 0) * 1000) / 1000 }
}
