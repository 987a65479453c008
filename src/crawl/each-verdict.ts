import type { Address } from '../core/address.ts'
import { controlAddress } from '../core/control-address.ts'
import type { ControlPage } from '../facts/likeness.ts'
import type { Crawl, CrawlAnswer, CrawlStore } from '../store/crawl-store.ts'
import type { AddressBook } from './address-book.ts'
import { UNKNOWN } from './address-numbers.ts'
import type { Look } from './closer-look.ts'
import { type CrawlVerdict, crawlVerdict } from './crawl-verdict.ts'

const AT_ONCE = 200

/** Told what is said of an address, and where its redirects ended; null without any. */
type OnVerdict = (number: number, verdict: CrawlVerdict, endsAt: string | null) => void

function grouped(answers: readonly CrawlAnswer[]): ReadonlyMap<number, readonly CrawlAnswer[]> {
  const byNumber = new Map<number, CrawlAnswer[]>()
  for (const answer of answers) byNumber.set(answer.number, [...(byNumber.get(answer.number) ?? []), answer])
  return byNumber
}

/** Reading pages whole takes a good part of the program, which most crawls do not need. */
const reading = () => import('./closer-look.ts')

/** Judges addresses of a crawl where not all was well at first sight, a few at a time. */
export async function eachVerdict(
  store: CrawlStore,
  crawl: Crawl,
  book: AddressBook,
  numbers: readonly number[],
  onVerdict: OnVerdict,
): Promise<void> {
  const controls = new Map<number, ControlPage | null>()

  const controlOf = async (address: Address): Promise<ControlPage | null> => {
    const wanted = controlAddress(address, crawl.token)
    await book.index()
    const number = book.numbers.findText(book.plain, wanted)
    if (number === UNKNOWN) return null
    const known = controls.get(number)
    if (known !== undefined) return known
    const answer = (await store.answers(crawl.id, [number])).find((one) => one.purpose === 'control')
    const page = answer === undefined ? null : (await reading()).controlPage(answer, wanted)
    controls.set(number, page)
    return page
  }

  const lookAt = async (visit: CrawlAnswer, address: Address): Promise<Look | null> => {
    const { status, hops, address: end = address } = visit.reply
    if (visit.content === null && hops === undefined) return null
    const control = visit.content !== null && status === 200 ? await controlOf(end) : null
    const { closerLook } = await reading()
    return closerLook(visit, address, control)
  }

  for (let at = 0; at < numbers.length; at += AT_ONCE) {
    const some = numbers.slice(at, at + AT_ONCE)
    const answers = grouped(await store.answers(crawl.id, some))
    const addresses = new Map(
      (await store.addresses(crawl.site, some)).map((one) => [one.number, one.address]),
    )
    for (const number of some) {
      const list = answers.get(number) ?? []
      const address = (addresses.get(number) ?? '') as Address
      const visit = list.find((one) => one.purpose === 'visit')
      if (visit === undefined) continue
      const verdict = crawlVerdict(list, address, await lookAt(visit, address))
      onVerdict(number, verdict, visit.reply.address ?? null)
    }
  }
}
