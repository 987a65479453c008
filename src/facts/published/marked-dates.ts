import { type ScanOptions, scanDates } from '../dates/scan.ts'
import type { Element, Outline } from '../outline.ts'
import type { DateSource } from '../page-date.ts'
import { asClue, type Clue } from './clue.ts'
import { roleOfKey } from './key-role.ts'

/** The longest attribute that is a date and not a sentence with one in it. */
const LONGEST = 48

const metaKey = ({ name, property, itemprop, 'http-equiv': header }: Element['attributes']): string =>
  name ?? property ?? itemprop ?? header ?? ''

interface Marked {
  readonly key: string
  readonly value: string
  readonly source: DateSource
}

/** The date that an element states to programs, if it is one that does. */
function statedBy({ name, attributes }: Element): Marked | null {
  if (name === 'meta')
    return {
      key: metaKey(attributes),
      value: attributes.content ?? '',
      source: attributes.itemprop === undefined ? 'meta' : 'microdata',
    }
  const key = attributes.itemprop
  if (key === undefined) return null
  const value = attributes.content ?? attributes.datetime ?? attributes.title ?? ''
  return { key, value, source: 'microdata' }
}

/** What meta elements and microdata say: article:published_time, PubDate, DC.date.issued, itemprop=datePublished … */
export function markedDates({ elements }: Outline, options: ScanOptions): readonly Clue[] {
  const clues: Clue[] = []
  for (const element of elements) {
    const stated = statedBy(element)
    if (stated === null || stated.value.length < 6 || stated.value.length > LONGEST) continue
    const role = roleOfKey(stated.key)
    const [found] = role === null ? [] : scanDates(stated.value, options)
    if (role === null || found === undefined) continue
    clues.push(
      asClue(found, { ...role, source: stated.source, quote: `${stated.key}: ${stated.value}`, at: null }),
    )
  }
  return clues
}
