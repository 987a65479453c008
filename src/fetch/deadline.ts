/** Milliseconds by which any timer may be late. */
const USUAL = 50

/**
 * Calls `onLate` when so many milliseconds are over, unless it is called off: after what has come in by then was read, and,
 * where this process was too busy to look at the clock in time, after as much time again as it was late, once. Its
 * slowness is not the host's. Returns what calls it off.
 */
export function deadline(milliseconds: number, onLate: () => void): () => void {
  let isOff = false
  let timer: NodeJS.Timeout | null = null
  const wait = (rest: number, isLast: boolean): void => {
    const due = performance.now() + rest
    timer = setTimeout(() => {
      const late = performance.now() - due
      if (!isLast && late > USUAL) wait(Math.min(late, milliseconds), true)
      else
        setImmediate(() => {
          if (!isOff) onLate()
        })
    }, rest)
  }
  wait(milliseconds, false)
  return () => {
    isOff = true
    if (timer !== null) clearTimeout(timer)
  }
}
