import type { Frontier, Turn } from './frontier.ts'

/**
 * Takes addresses from a frontier, so many at once, until none is left: those that are found on the way included. When
 * `isOver` says so nothing new is begun. Rejects with the first error of `begin`, after what was begun has ended.
 */
export function drive(
  frontier: Frontier,
  atOnce: number,
  begin: (turn: Turn) => Promise<void>,
  isOver: () => boolean,
): Promise<void> {
  const faults: unknown[] = []
  let inHand = 0
  return new Promise((resolve, reject) => {
    const end = (turn: Turn): void => {
      inHand -= 1
      frontier.done(turn.host)
      refill()
    }
    const refill = (): void => {
      while (inHand < atOnce && faults.length === 0 && !isOver()) {
        const turn = frontier.next()
        if (turn === null) break
        inHand += 1
        begin(turn).then(
          () => end(turn),
          (fault: unknown) => {
            faults.push(fault)
            end(turn)
          },
        )
      }
      if (inHand > 0) return
      if (faults.length > 0) reject(faults[0])
      else resolve()
    }
    refill()
  })
}
