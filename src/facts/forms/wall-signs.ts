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

/** Names of places beside the content, and of those that hold it. */
const PLACES = {
  header: /\b(?:head(?:er)?|top\w*|nav\w*|quick|tool(?:bar)?|menu|bar|mini|mast\w*|utility|foot(?:er)?)\b/,
  side: /\b(?:side\w*|block|widget|aside|right|left|module|portlet)\b/,
  overlay:
    /\b(?:modal|pop\w*|drop ?down|overlay|lightbox|dialog|fancy\w*|hidden|hide|collapse|tooltip|window|layer)\b/,
  middle: /\b(?:content|main|center|middle|primary|account|customer|page|container|article)\b/,
} as const

/** A text about logging in is not the name of a login page. */
const ABOUT =
  /关于|通知|公告|公示|说明|指南|须知|流程|如何|怎么|怎样|为什么|解答|问答|手册|\bhow to\b|\bwhy\b|\bwhat\b|\bguide\b|\bfaq\b|\babout\b/

/** How a text speaks of accounts: of what the form asks for, of another account matter, of none. */
function accountWords(zone: string, text: string, type: string): readonly string[] {
  const words = splitWords(text)
  if (words.trim() === '') return [`${zone}=empty`]
  if (ABOUT.test(words)) return [`${zone}=foreign`]
  const own = type === 'login' ? CONCEPTS.login : CONCEPTS.registration
  const other = type === 'login' ? CONCEPTS.registration : CONCEPTS.login
  if (own.test(words)) return [`${zone}=account`, `${zone}=own`]
  if (other.test(words)) return [`${zone}=account`]
  return CONCEPTS.recovery.test(words) ? [`${zone}=recovery`] : [`${zone}=foreign`]
}

const atLeast = (name: string, value: number, edges: readonly number[]): readonly string[] =>
  edges.filter((edge) => value >= edge).map((edge) => `${name}>=${edge}`)

/** Whether a login or registration form is the page: what speaks for it and against it, as features that are there. */
export function wallFeatures(
  shape: PageShape,
  { type, parts, confidence }: Candidate,
  outline: Outline,
): readonly string[] {
  const around = splitWords(parts.around)
  const found: string[] = [
    `type=${type}`,
    ...accountWords('title', shape.title, type),
    ...accountWords('headings', shape.headings, type),
    ...accountWords('heading', parts.heading, type),
    ...atLeast('sure', confidence, [0.9]),
    ...atLeast('beside', shape.size - parts.size, [150, 500, 1500, 4000]),
    ...atLeast('share', parts.size / Math.max(1, shape.size), [0.1, 0.4]),
    ...atLeast('start', parts.start / Math.max(1, outline.text.length), [0.1, 0.5]),
    ...atLeast('links', shape.links, [20, 60, 150]),
    ...atLeast('images', shape.images, [15, 40]),
    ...atLeast('paragraphs', shape.paragraphs, [3]),
    ...atLeast('controls', parts.controls.length, [4, 8]),
    ...atLeast('rows', shape.rows, [5]),
    ...atLeast('otherForms', shape.otherForms, [1, 3]),
  ]
  for (const [place, pattern] of Object.entries(PLACES))
    if (pattern.test(around)) found.push(`around=${place}`)
  if (shape.logins > 0 && shape.registrations > 0) found.push('pair')
  if (shape.searches > 0) found.push('searches')
  if (parts.concealed) found.push('concealed')
  if (parts.text === '') found.push('wordless')
  if (found.includes('title=account') || found.includes('headings=account')) found.push('named')
  return found
}
