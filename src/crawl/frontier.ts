/** An address whose turn has come. */
export interface Turn {
  readonly number: number
  readonly host: string
}

/** What is still to be asked, host by host: numbers only, four bytes each. */
export interface Frontier {
  add(number: number, host: string): void
  /** The next address of a host that has room, the hosts taking turns; null when none has both. */
  next(): Turn | null
  /** Makes room at a host again. */
  done(host: string): void
  /** The numbers that come next at a host, without taking them. */
  ahead(host: string, count: number): readonly number[]
  /** How many wait. */
  readonly size: number
}

interface Queue {
  readonly host: string
  numbers: Uint32Array
  first: number
  end: number
  inHand: number
}

const FIRST_LENGTH = 16

function append(queue: Queue, number: number): void {
  if (queue.end === queue.numbers.length) {
    const waiting = queue.end - queue.first
    const isHalfEmpty = queue.first > queue.numbers.length / 2
    const numbers = isHalfEmpty ? queue.numbers : new Uint32Array(queue.numbers.length * 2)
    numbers.set(queue.numbers.subarray(queue.first, queue.end))
    Object.assign(queue, { numbers, first: 0, end: waiting })
  }
  queue.numbers[queue.end] = number
  queue.end += 1
}

/** An empty frontier. No host has more than `perHost` addresses in hand, so that a slow one holds up no other. */
export function frontier(perHost: number): Frontier {
  const queues = new Map<string, Queue>()
  /** Hosts that have something waiting and room, the one whose turn it is first. */
  const ready = new Set<Queue>()
  let size = 0
  const isReady = (queue: Queue): boolean => queue.first < queue.end && queue.inHand < perHost
  return {
    get size() {
      return size
    },
    add: (number, host) => {
      let queue = queues.get(host)
      if (queue === undefined) {
        queue = { host, numbers: new Uint32Array(FIRST_LENGTH), first: 0, end: 0, inHand: 0 }
        queues.set(host, queue)
      }
      append(queue, number)
      size += 1
      if (isReady(queue)) ready.add(queue)
    },
    next: () => {
      if (ready.size === 0) return null
      for (const queue of ready) {
        const number = queue.numbers[queue.first] ?? 0
        queue.first += 1
        queue.inHand += 1
        size -= 1
        ready.delete(queue)
        if (isReady(queue)) ready.add(queue)
        return { number, host: queue.host }
      }
      return null
    },
    done: (host) => {
      const queue = queues.get(host)
      if (queue === undefined) return
      queue.inHand -= 1
      if (isReady(queue)) ready.add(queue)
    },
    ahead: (host, count) => {
      const queue = queues.get(host)
      if (queue === undefined) return []
      return [...queue.numbers.subarray(queue.first, Math.min(queue.end, queue.first + count))]
    },
  }
}
