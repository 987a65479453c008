import { type Address, toAddress } from '../../core/address.ts'
import type { Day } from '../../core/day.ts'
import { datesIn, isPlausible } from '../dates.ts'
import type { Entry } from '../page.ts'

/** So many dated rows in a script are a list; fewer may be anything. */
const FEWEST = 3
const MOST = 500
const LONGEST_TAIL = 160

const WRITTEN = /<a\b[^>]{0,300}?href=\\?["']([^"'\\+]{1,300})\\?["'][^>]{0,300}>([^<+]{4,160})<\\?\/a>/gi
const OBJECT = /\{[^{}]{20,3000}\}/g
const TITLE =
  /["']?\b(?:title|showTitle|docTitle|articleTitle|infoTitle|bt)["']?\s*:\s*(["'])((?:(?!\1)[^\\\n]){4,200})\1/i
const TARGET =
  /["']?\b(?:url|href|link|linkUrl|docUrl|puburl|docPubUrl)["']?\s*:\s*(["'])((?:(?!\1)[^\n]){1,300})\1/i
const DATED = /["']?\b\w*(?:date|time|rq)\w*["']?\s*:\s*(["']?)([^"',}]{8,40})\1/i

const bare = (html: string): string => html.replace(/<[^>]{0,300}>|\\[nrt"']|["';]/g, ' ')

const entryOf = (title: string, href: string, words: string, base: string, today: Day): Entry | null => {
  const date = datesIn(words, today).find((one) => isPlausible(one.day, today))
  if (date === undefined) return null
  const address: Address | null = toAddress(href.replace(/\\\//g, '/'), base)
  return { title: title.trim(), address, date: date.day, dateText: date.words }
}

function writtenRows(scripts: string, base: string, today: Day): readonly Entry[] {
  const entries: Entry[] = []
  const links = [...scripts.matchAll(WRITTEN)].slice(0, MOST)
  links.forEach((link, at) => {
    const end = link.index + link[0].length
    const next = links[at + 1]?.index ?? scripts.length
    const tail = bare(scripts.slice(end, Math.min(next, end + LONGEST_TAIL)))
    const entry = entryOf(link[2] ?? '', link[1] ?? '', tail, base, today)
    if (entry !== null) entries.push(entry)
  })
  return entries
}

function objectRows(scripts: string, base: string, today: Day): readonly Entry[] {
  const entries: Entry[] = []
  for (const [object] of scripts.matchAll(OBJECT)) {
    if (entries.length >= MOST) break
    const title = TITLE.exec(object)?.[2]
    const target = TARGET.exec(object)?.[2]
    const words = DATED.exec(object)?.[2]
    if (title === undefined || target === undefined || words === undefined) continue
    const entry = entryOf(title, target, words, base, today)
    if (entry !== null) entries.push(entry)
  }
  return entries
}

/**
 * Dated rows that stand in the page's own scripts, written out as links or listed as objects with a title, an address
 * and a date: what a reader sees once the script has run. Empty where there are too few to be a list.
 */
export function scriptRows(scripts: string, base: string, today: Day): readonly Entry[] {
  if (!/\d/.test(scripts)) return []
  const written = scripts.includes('<a') ? writtenRows(scripts, base, today) : []
  if (written.length >= FEWEST) return written
  const objects = /title|\bbt\b/i.test(scripts) ? objectRows(scripts, base, today) : []
  return objects.length >= FEWEST ? objects : []
}
