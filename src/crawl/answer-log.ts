import type { Crawl, CrawlAnswer, CrawlStore } from '../store/crawl-store.ts'
import type { AddressBook } from './address-book.ts'

/** Writes answers, together with the addresses that they brought, in the order in which they came. */
export interface AnswerLog {
  add(answer: CrawlAnswer): void
  /** Resolves when everything so far is written. Rejects with the first fault of the store. */
  settle(): Promise<void>
  /** Whether so much waits to be written that nothing new should be begun. */
  readonly isFull: boolean
}

const MOST_WAITING = 512
/** So many answers of “nothing has changed”, or so many milliseconds of them, are written at once. */
const MOST_UNCHANGED = 128
const LONGEST_WAIT = 25

/**
 * A log that writes whatever came in during one turn of the event loop in one transaction: a killed crawl loses no more
 * than what it was just being told. Where a server only says that nothing has changed, which costs next to nothing to
 * hear again, several turns are written together.
 */
export function answerLog(store: CrawlStore, crawl: Crawl, book: AddressBook): AnswerLog {
  let waiting: CrawlAnswer[] = []
  let writing: Promise<void> = Promise.resolve()
  let isScheduled = false
  let timer: NodeJS.Timeout | null = null
  const flush = (): Promise<void> => {
    const answers = waiting
    const addresses = book.takeNew()
    waiting = []
    isScheduled = false
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (answers.length > 0 || addresses.length > 0) {
      writing = writing.then(() => store.add(crawl, addresses, answers))
      writing.catch(() => undefined)
    }
    return writing
  }
  const flushQuietly = (): void => void flush().catch(() => undefined)
  return {
    add: (answer) => {
      waiting.push(answer)
      if (isScheduled) return
      if (answer.sameAs === undefined || waiting.length >= MOST_UNCHANGED) {
        isScheduled = true
        setImmediate(flushQuietly)
      } else timer ??= setTimeout(flushQuietly, LONGEST_WAIT)
    },
    settle: flush,
    get isFull() {
      return waiting.length >= MOST_WAITING
    },
  }
}
