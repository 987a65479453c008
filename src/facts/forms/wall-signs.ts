import type { Outline } from '../outline.ts'
import { CONCEPTS } from './concepts.ts'
import { splitWords } from './features.ts'
import type { FormParts } from './form-parts.ts'
import type { PageShape } from './page-shape.ts'

/** A form that asks for an account. */
export interface Candidate {
  readonly type: string
  readonly parts: FormParts
  readonly confidence: number
}

const BESIDE = /\b(?:head(?:er)?|top(?:bar)?|nav\w*|side(?:bar)?|block|modal|popup|pop|drop ?down|overlay|lightbox|dialog|quick|foot(?:er)?|widget|aside|right|left|menu|bar|mini|fancy\w*|toolbar|panel|hidden|hide|collapse|box|module|portlet)\b/
const MIDDLE = /\b(?:content|main|container|page|center|middle|body|wrapper|inner|primary|column|account|register|registration|signup|login|signin|form)\b/

const band = (value: number, ...edges: readonly number[]): number => edges.filter((edge) => value >= edge).length

/** How a text counts for a login or registration page: `type` is what its form asks for. */
function conceptsOf(zone: string, text: string, found: Set<string>): void {
  const words = splitWords(text)
  const login = CONCEPTS.login.test(words)
  const registration = CONCEPTS.registration.test(words)
  if (login) found.add(`${zone}~login`)
  if (registration) found.add(`${zone}~registration`)
  if (login || registration) found.add(`${zone}~either`)
  else if (words.trim() === '') found.add(`${zone}~empty`)
  else if (CONCEPTS.recovery.test(words)) found.add(`${zone}~recovery`)
}

/** Whether a login or registration form is the page: what speaks for it and against it, as features that are there. */
export function wallFeatures(shape: PageShape, { type, parts, confidence }: Candidate, outline: Outline): readonly string[] {
  const found = new Set<string>()
  const beside = Math.max(0, shape.size - parts.size)
  found.add(`type=${type}`)
  found.add(`sure=${band(confidence, 0.7, 0.9)}`)
  for (const edge of [100, 200, 400, 700, 1200, 2000, 3500, 6000]) if (beside >= edge) found.add(`beside>=${edge}`)
  const share = parts.size / Math.max(1, shape.size)
  for (const edge of [0.03, 0.1, 0.25, 0.5, 0.8]) if (share >= edge) found.add(`share>=${edge}`)
  const length = Math.max(1, outline.text.length)
  for (const edge of [0.1, 0.3, 0.5, 0.7]) if (parts.start / length >= edge) found.add(`start>=${edge}`)
  for (const edge of [10, 30, 60, 120, 240]) if (shape.links >= edge) found.add(`links>=${edge}`)
  for (const edge of [3, 10, 30]) if (shape.images >= edge) found.add(`images>=${edge}`)
  for (const edge of [2, 5, 12]) if (shape.paragraphs >= edge) found.add(`paragraphs>=${edge}`)
  for (const edge of [3, 5, 8, 12]) if (parts.controls.length >= edge) found.add(`controls>=${edge}`)
  for (const edge of [3, 8]) if (shape.rows >= edge) found.add(`rows>=${edge}`)
  found.add(`otherForms=${band(shape.otherForms, 1, 2, 4)}`)
  found.add(`logins=${band(shape.logins, 1, 2, 3)}`)
  found.add(`registrations=${band(shape.registrations, 1, 2)}`)
  if (shape.searches > 0) found.add('searches')
  if (parts.concealed) found.add('concealed')
  if (parts.text === '') found.add('wordless')
  conceptsOf('title', shape.title, found)
  conceptsOf('headings', shape.headings, found)
  conceptsOf('heading', parts.heading, found)
  conceptsOf('text', parts.text, found)
  const around = splitWords(`${parts.around} ${parts.names}`)
  if (BESIDE.test(around)) found.add('around~beside')
  if (MIDDLE.test(around)) found.add('around~middle')
  if (CONCEPTS.remember.test(splitWords(parts.text))) found.add('remember')
  if (CONCEPTS.recovery.test(splitWords(parts.links))) found.add('links~recovery')
  if (CONCEPTS.registration.test(splitWords(parts.links))) found.add('links~registration')
  for (const one of [...found]) if (/^(?:title|headings|heading)~(?:either|login|registration)/.test(one)) found.add(`${type}&${one}`)
  return [...found]
}
