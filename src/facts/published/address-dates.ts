import { type Day, dayFrom } from '../../core/day.ts'
import type { Clue } from './clue.ts'
import type { OwnAddress } from './own-addresses.ts'

const DAY_IN_PATH: readonly RegExp[] = [
  /(?<!\d)((?:19|20)\d\d)[/_-](\d{1,2})[/_-](\d{1,2})(?=[/_.-]|$)/,
  /(?<!\d)((?:19|20)\d\d)[/-]?(\d\d)[/]?(\d\d)(?=\/|_|$|\.)/,
  /(?<=[/_t])((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_-]|\.s?html?)/,
]
const MONTH_IN_PATH = /\/((?:19|20)\d\d)[/-]?(\d\d)(?=\/)/

function dayOf(path: string): Pick<Clue, 'day' | 'precision' | 'quote'> | null {
  for (const pattern of DAY_IN_PATH) {
    const match = pattern.exec(path)
    const day: Day | null = match && dayFrom(Number(match[1]), Number(match[2]), Number(match[3]))
    if (match !== null && day !== null) return { day, precision: 'day', quote: match[0] }
  }
  const match = MONTH_IN_PATH.exec(path)
  const month = match && dayFrom(Number(match[1]), Number(match[2]), 1)
  return match && month && { day: month, precision: 'month', quote: match[0] }
}

/** What the page's address says: /202311/t20231102_1971295.htm, /2024-06/28/content_282274.shtml, /2019/03/12/title/. */
export function addressDates(addresses: readonly OwnAddress[]): readonly Clue[] {
  for (const { address, sureness } of addresses) {
    const path = address
      .slice(0, 500)
      .replace(/^\w+:\/\/[^/]*/, '')
      .replace(/[?#].*$/, '')
    const found = dayOf(path)
    if (found !== null)
      return [
        {
          ...found,
          otherwise: null,
          role: 'published',
          source: 'url',
          weight: sureness * (found.precision === 'day' ? 0.6 : 0.25),
          at: null,
        },
      ]
  }
  return []
}
