import type { Crawl, CrawlAnswer, CrawlStore, UnchangedAnswer } from '../store/crawl-store.ts'
import type { AddressBook } from './address-book.ts'

/** Writes answers, together with the addresses that they brought, in the order in which they came. */
export interface AnswerLog {
  add(answer: CrawlAnswer): void
  addUnchanged(answer: UnchangedAnswer): void
  /** Resolves when everything so far is written. Rejects with the first fault of the store. */
  settle(): Promise<void>
  /** Whether so much waits to be written that nothing new should be begun. */
  readonly isFull: boolean
}

const MOST_WAITING = 512
/** So many answers of “nothing has changed”, or so many milliseconds of them, are written at once. */
const MOST_UNCHANGED = 256
const LONGEST_WAIT = 25

/**
 * A log that writes whatever came in during one turn of the event loop in one transaction: a killed crawl loses no more
 * than what it was just being told. Where a server only says that nothing has changed, which costs next to nothing to
 * hear again, several turns are written together.
 */
export function answerLog(store: CrawlStore, crawl: Crawl, book: AddressBook): AnswerLog {
  let answers: CrawlAnswer[] = []
  let unchanged: UnchangedAnswer[] = []
  let writing: Promise<void> = Promise.resolve()
  let isScheduled = false
  let timer: NodeJS.Timeout | null = null
  const flush = (): Promise<void> => {
    const batch = { addresses: book.takeNew(), answers, unchanged }
    answers = []
    unchanged = []
    isScheduled = false
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (batch.addresses.length + batch.answers.length + batch.unchanged.length > 0) {
      writing = writing.then(() => store.add(crawl, batch))
      writing.catch(() => undefined)
    }
    return writing
  }
  const flushQuietly = (): void => void flush().catch(() => undefined)
  const flushThisTurn = (): void => {
    if (isScheduled) return
    isScheduled = true
    setImmediate(flushQuietly)
  }
  return {
    add: (answer) => {
      answers.push(answer)
      flushThisTurn()
    },
    addUnchanged: (answer) => {
      unchanged.push(answer)
      if (unchanged.length >= MOST_UNCHANGED) flushThisTurn()
      else if (!isScheduled) timer ??= setTimeout(flushQuietly, LONGEST_WAIT)
    },
    settle: flush,
    get isFull() {
      return answers.length + unchanged.length >= MOST_WAITING
    },
  }
}
