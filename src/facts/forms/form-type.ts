import type { Form } from '../page.ts'
import { CONCEPTS } from './concepts.ts'
import { featuresOf, splitWords, weighedConcepts } from './features.ts'
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
const WEIGHED = weighedConcepts(MODEL.weights)

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

type Priors = Readonly<Partial<Record<Form['type'], number>>>
/** What a form with a password field can be, and how much the chance of it counts. */
const WITH_PASSWORD: Priors = { login: 1, registration: 1, recovery: 1, search: 1, other: 1 }
/** With several it is most often a new password that is typed twice. */
const WITH_SEVERAL: Priors = { login: 0.25, registration: 1, recovery: 1, other: 0.05 }

function priorsOf(parts: FormParts): Priors | null {
  const passwords = parts.controls.filter((control) => control.kind === 'password').length
  if (passwords === 0) return null
  return passwords === 1 ? WITH_PASSWORD : WITH_SEVERAL
}

/** Chooses among the chances that a model gives, in the order of `FORM_TYPES`. */
export function chosenType(chances: readonly number[], parts: FormParts): FormType {
  const priors = priorsOf(parts)
  let type: Form['type'] = 'other'
  let best = 0
  let total = 0
  chances.forEach((given, at) => {
    const one = FORM_TYPES[at] ?? 'other'
    const chance = given * (priors === null ? 1 : (priors[one] ?? 0))
    total += chance
    if (chance > best) {
      best = chance
      type = one
    }
  })
  return { type, confidence: total === 0 ? 0 : Math.round((best / total) * 1000) / 1000 }
}

/** What a form is for. `title` is the page's. */
export function typeOfForm(parts: FormParts, title: string): FormType {
  if (isCaseQuery(parts)) return { type: 'search', confidence: 0.9 }
  return chosenType(chancesOf(MODEL, featuresOf(parts, title, WEIGHED)), parts)
}
