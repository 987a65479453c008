import { CONCEPTS } from './concepts.ts'
import type { FormParts } from './form-parts.ts'

/** Names split into words: `txtUserName[0]` → `txt user name 0`. */
export const splitWords = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .toLowerCase()

/** A concept of `CONCEPTS` by name, and the words that speak of it. */
type Concept = readonly [string, RegExp]
/** Which concepts are looked for in which part of a form. */
export type ConceptsOf = (zone: string) => readonly Concept[]

const CONCEPT_LIST: readonly Concept[] = Object.entries(CONCEPTS)
const allConcepts: ConceptsOf = () => CONCEPT_LIST

/** The concepts that a model gives weight to, zone by zone: looking for others would change nothing. */
export function weighedConcepts(weights: ReadonlyMap<string, unknown>): ConceptsOf {
  const isWeighed = (zone: string, concept: string): boolean =>
    weights.has(`${zone}~${concept}`) || (OWN.has(zone) && weights.has(`own~${concept}`))
  const known = new Map(
    ZONES.map((zone) => [zone, CONCEPT_LIST.filter(([concept]) => isWeighed(zone, concept))]),
  )
  return (zone) => known.get(zone) ?? CONCEPT_LIST
}

const band = (count: number): string =>
  count <= 3 ? String(count) : count <= 6 ? '4' : count <= 12 ? '7' : '13'
const TYPED = new Set(['text', 'email', 'search', 'tel', 'url', 'number', 'date'])
const ZONES = 'field hint button link form action around heading hidden text title'.split(' ')
const OWN = new Set(['field', 'button', 'form', 'action', 'heading'])
const MOST_TOKENS = 40

/** The path and query of an action, without its host: hosts are no evidence of a type. */
const pathOf = (action: string): string => action.replace(/^(?:https?:)?\/\/[^/?#]*/i, '').slice(0, 150)

/** What tells a form's type, as names of features that are there. The order does not matter; each stands once. */
export function featuresOf(
  parts: FormParts,
  title: string,
  conceptsOf: ConceptsOf = allConcepts,
): readonly string[] {
  const found = new Set<string>()
  const count = (kind: (one: string) => boolean): number =>
    parts.controls.filter((one) => kind(one.kind)).length
  const passwords = count((kind) => kind === 'password')
  const typed = count((kind) => TYPED.has(kind) || (kind !== 'password' && !KNOWN.has(kind)))
  const shape: Readonly<Record<string, number>> = {
    password: passwords,
    typed,
    textarea: count((kind) => kind === 'textarea'),
    select: count((kind) => kind === 'select'),
    checkbox: count((kind) => kind === 'checkbox'),
    radio: count((kind) => kind === 'radio'),
    button: parts.buttonCount,
    link: parts.linkCount,
  }
  for (const [name, size] of Object.entries(shape)) found.add(`${name}=${band(size)}`)
  found.add(`shape=${Math.min(passwords, 2)}p${band(typed)}t${Math.min(shape.textarea ?? 0, 1)}a`)
  for (const kind of new Set(parts.controls.map((one) => one.kind))) found.add(`has=${kind}`)
  found.add(`method=${parts.method}`)
  found.add(`size=${band(Math.floor(Math.log2(1 + parts.size)))}`)
  if (parts.concealed) found.add('concealed')
  if (parts.action === '') found.add('action=none')
  const zones: Readonly<Record<string, string>> = {
    field: splitWords(
      parts.controls
        .map((one) => one.name)
        .join(' ')
        .slice(0, 900),
    ),
    hint: splitWords(
      parts.controls
        .map((one) => one.hint)
        .join(' ')
        .slice(0, 1500),
    ),
    button: splitWords(parts.buttons),
    link: splitWords(parts.links),
    form: splitWords(parts.names),
    action: splitWords(pathOf(parts.action)),
    around: splitWords(parts.around),
    heading: splitWords(parts.heading),
    hidden: splitWords(parts.hidden),
    text: splitWords(parts.text),
    title: splitWords(title.slice(0, 150)),
  }
  for (const [zone, words] of Object.entries(zones)) {
    if (words.trim() === '') {
      found.add(`${zone}:none`)
      continue
    }
    for (const [concept, pattern] of conceptsOf(zone))
      if (pattern.test(words)) {
        found.add(`${zone}~${concept}`)
        if (OWN.has(zone)) found.add(`own~${concept}`)
      }
    if (zone === 'title' || zone === 'text') continue
    let tokens = 0
    for (const token of words.split(' ')) {
      if (token.length < 1 || token.length > 18 || /^\d+$/.test(token)) continue
      tokens += 1
      if (tokens > MOST_TOKENS) break
      found.add(`${zone}:${token}`)
    }
  }
  return [...found]
}

const KNOWN = new Set(
  'text email search tel url number date password select textarea checkbox radio file color range'.split(' '),
)
