import { type Day, daysBetween, parseDay } from '../../../src/core/day.ts'
import type { Page, PageKind } from '../../../src/facts/page.ts'
import { readPage } from '../../../src/facts/read-page.ts'
import { ANY_ADDRESS, LATE_DAY } from '../training/error-training.ts'
import { dataFolder, type Item, openSet } from './sets.ts'

/** Sets whose pages are single articles: none of them is a list. */
const ARTICLES = ['date-govcn-policy', 'date-gov-pages', 'date-gne', 'date-zh-handcrafted', 'date-htmldate']

/** A list page as labelled and as read. */
export interface ListCase {
  readonly file: string
  readonly kind: PageKind
  readonly rightKind: boolean
  readonly labelled: Day | null
  readonly read: Day | null
  readonly rightDate: boolean
  readonly entries: number
  readonly dated: number
}

/** How well list pages are known as lists, their newest dates are read, and articles are kept apart from lists. */
export interface ListFigures {
  readonly lists: readonly ListCase[]
  readonly articles: Readonly<
    Record<string, { readonly kinds: Readonly<Record<string, number>>; readonly of: number }>
  >
  readonly calledList: readonly string[]
}

const read = (bytes: Uint8Array): Page =>
  readPage({ bytes, contentType: null, address: ANY_ADDRESS, observedOn: LATE_DAY })

function caseOf(item: Item, page: Page): ListCase {
  const labelled = typeof item.latest_item_date === 'string' ? parseDay(item.latest_item_date) : null
  const entries = page.listing.kind === 'entries' ? page.listing.entries : []
  const newest = page.listing.kind === 'entries' ? page.listing.newest : null
  return {
    file: item.file,
    kind: page.kind,
    rightKind: page.kind === item.kind,
    labelled,
    read: newest,
    rightDate: labelled === null || newest === labelled,
    entries: entries.length,
    dated: entries.filter((entry) => entry.date !== null).length,
  }
}

/** Reads the labelled lists, and the articles of the date sets. */
export function measureLists(data: string): ListFigures {
  const lists = openSet(data, 'list-zh')
  const calledList: string[] = []
  const articles = ARTICLES.map((name) => {
    const set = openSet(data, name)
    const kinds: Record<string, number> = {}
    for (const item of set.items) {
      const { kind } = read(set.bytesOf(item))
      kinds[kind] = (kinds[kind] ?? 0) + 1
      if (kind === 'list') calledList.push(`${name}/${item.file}`)
    }
    return [name, { kinds, of: set.items.length }] as const
  })
  return {
    lists: lists.items.map((item) => caseOf(item, read(lists.bytesOf(item)))),
    articles: Object.fromEntries(articles),
    calledList,
  }
}

/** Prints what was measured; with its misses where they are asked for. */
export function printLists({ lists, articles, calledList }: ListFigures, misses: boolean): void {
  const labelled = lists.filter((one) => one.labelled !== null)
  const later = labelled.filter(
    (one) => one.labelled !== null && one.read !== null && daysBetween(one.labelled, one.read) > 0,
  )
  console.log(`list-zh, kind right         ${lists.filter((one) => one.rightKind).length}/${lists.length}`)
  console.log(
    `list-zh, newest date right  ${labelled.filter((one) => one.rightDate).length}/${labelled.length} labelled, wrong and later ${later.length}`,
  )
  console.log(
    `list-zh, dates where none   ${lists.filter((one) => one.labelled === null && one.read !== null).length}/${lists.length - labelled.length} pages without a label`,
  )
  console.log('\narticles                    called list')
  for (const [name, { kinds, of }] of Object.entries(articles)) {
    const list = kinds.list ?? 0
    const all = Object.entries(kinds)
      .sort((a, b) => b[1] - a[1])
      .map(([kind, number]) => `${kind} ${number}`)
    console.log(`${name.padEnd(28)}${`${list}/${of}`.padEnd(9)} ${all.join(', ')}`)
  }
  if (!misses) return
  for (const one of lists)
    console.log(
      `${one.rightKind && one.rightDate ? 'right ' : 'missed'} ${one.file} ${one.kind}, newest ${one.read ?? '-'} (label ${one.labelled ?? '-'}), ${one.entries} entries, ${one.dated} dated`,
    )
  for (const one of calledList) console.log(`called list: ${one}`)
}

if (process.argv[1] === import.meta.filename)
  printLists(measureLists(dataFolder(process.argv)), process.argv.includes('--misses'))
