import type { Address } from '../core/address.ts'
import type { AddressBook } from './address-book.ts'
import type { Frontier, Turn } from './frontier.ts'
import type { Recall } from './recall.ts'

/** What is known of an address whose turn has come. */
export interface TurnData<Known> {
  readonly address: Address
  readonly known: Known
}

/** So many addresses of a host are looked up in the store at once, beside the one whose turn it is. */
const WINDOW = 255

/**
 * Tells what is known of the addresses of a frontier when their turns come, each once: at once where it was looked up with
 * another. Rejects with an error of ours for a number that the store does not know.
 */
export function turnData<Known>(
  frontier: Frontier,
  book: AddressBook,
  recall: Recall<Known>,
): (turn: Turn) => TurnData<Known> | Promise<TurnData<Known>> {
  const held = (number: number): TurnData<Known> | null => {
    const known = recall.get(number)
    const address = book.text(number)
    if (known === null || address === null) return null
    recall.forget(number)
    book.forget(number)
    return { address, known }
  }
  /** What is being looked up: most likely with what is wanted next among it. */
  let pending: Promise<unknown> | null = null
  const load = async ({ number, host }: Turn): Promise<TurnData<Known>> => {
    while (pending !== null) await pending
    const found = held(number)
    if (found !== null) return found
    const numbers = [number, ...frontier.ahead(host, WINDOW)]
    pending = Promise.all([recall.load(numbers), book.load(numbers)])
    try {
      await pending
    } finally {
      pending = null
    }
    const data = held(number)
    if (data === null) throw new Error(`address ${number} is not in the store`)
    return data
  }
  return (turn) => held(turn.number) ?? load(turn)
}
