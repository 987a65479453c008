import { type ScanOptions, scanDates } from '../dates/scan.ts'
import type { Element } from '../outline.ts'
import type { DateSource } from '../page-date.ts'
import { asClue, type Clue } from './clue.ts'
import { roleOfKey } from './key-role.ts'
import { toldOf } from './labels.ts'
import type { Survey } from './survey.ts'

/** The longest attribute that is a date and not a sentence with one in it. */
const LONGEST = 48

const metaKey = ({ name, property, itemprop, 'http-equiv': header }: Element['attributes']): string =>
  name ?? property ?? itemprop ?? header ?? ''

interface Marked {
  readonly key: string
  readonly value: string
  readonly source: DateSource
}

const ofMeta = ({ attributes }: Element): Marked => ({
  key: metaKey(attributes),
  value: attributes.content ?? '',
  source: attributes.itemprop === undefined ? 'meta' : 'microdata',
})

const ofProperty = ({ attributes: a }: Element): Marked => ({
  key: a.itemprop ?? '',
  value: a.content ?? a.datetime ?? a.title ?? '',
  source: 'microdata',
})

/** What meta elements and microdata say: article:published_time, PubDate, DC.date.issued, itemprop=datePublished … */
export function markedDates({ metas, properties }: Survey, options: ScanOptions): readonly Clue[] {
  const clues: Clue[] = []
  for (const stated of [...metas.map(ofMeta), ...properties.map(ofProperty)]) {
    if (stated.value.length < 6 || stated.value.length > LONGEST) continue
    const role = roleOfKey(stated.key)
    const [found] = role === null ? [] : scanDates(stated.value, options)
    if (role === null || found === undefined) continue
    clues.push(
      asClue(found, { ...role, source: stated.source, quote: `${stated.key}: ${stated.value}`, at: null }),
    )
  }
  return clues
}

const SUMMARY = /^(?:og:|twitter:|dc\.)?description$/i
const LONGEST_SUMMARY = 400
/** A summary is a text of its own: its only date is a sign where nothing better is. */
const BY_SUMMARY = 0.34

/** The date in a page's summary of itself, where it is the only one there. */
export function summaryDates({ metas }: Survey, options: ScanOptions): readonly Clue[] {
  const clues: Clue[] = []
  for (const { attributes } of metas) {
    const key = metaKey(attributes)
    if (!SUMMARY.test(key)) continue
    const summary = (attributes.content ?? '').slice(0, LONGEST_SUMMARY)
    const [found, another] = scanDates(summary, options)
    if (found === undefined || another !== undefined || found.yearless || found.precision !== 'day') continue
    const told = toldOf(summary.slice(0, found.at), summary.slice(found.at + found.words.length))
    if (told !== null && told !== 'published' && told !== 'shown') continue
    clues.push(
      asClue(found, {
        role: 'published',
        source: 'meta',
        weight: BY_SUMMARY,
        quote: `${key}: ${found.words}`,
        at: null,
      }),
    )
  }
  return clues
}
