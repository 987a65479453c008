import type { Address } from '../core/address.ts'
import { controlAddress } from '../core/control-address.ts'
import type { Crawl, CrawlAnswer, CrawlReply } from '../store/crawl-store.ts'
import type { AddressBook } from './address-book.ts'
import type { Suspect } from './confirm.ts'
import { suspectOf } from './suspects.ts'

/** What has to be asked again before anything is said: addresses that look dead, and control pages of doubtful hosts. */
export interface OpenQuestions {
  readonly suspects: ReadonlyMap<number, Suspect>
  /** Numbers of control pages. */
  readonly controls: ReadonlySet<number>
  /** Notes what the answers to an address leave open; null where that is done at once. */
  note(answers: readonly CrawlAnswer[], address: Address): Promise<void> | null
  /** Notes for a page in doubt the control page of its host (DESIGN §5.1, §5.4). */
  noteControl(reply: CrawlReply, address: Address): Promise<void>
  /** Forgets what was noted. */
  clear(): void
}

/** No question is open yet. */
export function openQuestions(book: AddressBook, { token }: Crawl): OpenQuestions {
  const suspects = new Map<number, Suspect>()
  const controls = new Set<number>()

  const noteControl = async (reply: CrawlReply, address: Address): Promise<void> => {
    if (reply.status !== 200) return
    await book.index()
    controls.add(book.numberOf(controlAddress(reply.address ?? address, token)))
  }

  return {
    suspects,
    controls,
    note: (answers, address) => {
      const suspect = suspectOf(answers, address)
      if (suspect !== null) suspects.set(suspect.number, suspect)
      const visit = answers.find((one) => one.purpose === 'visit')
      return visit === undefined || visit.content === null ? null : noteControl(visit.reply, address)
    },
    noteControl,
    clear: () => {
      suspects.clear()
      controls.clear()
    },
  }
}
