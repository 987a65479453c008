/** Letters to insert, drop or replace to get from one word to the other. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [at, letter] of [...from].entries()) {
    const next = [at + 1]
    for (const [index, other] of [...to].entries()) {
      const replaced = (row[index] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(replaced, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}

const plain = (word: string): string => word.toLowerCase().replace(/[-_]/g, '')

/**
 * The known word that was most likely meant, or null when none is near: case, `-` and `_` do not count, and at most a
 * third of the letters may differ. Of equally near words the first one known wins.
 */
export function suggestionFor(word: string, known: readonly string[]): string | null {
  const near = known
    .map((candidate) => ({ candidate, away: distance(plain(word), plain(candidate)) }))
    .filter(({ candidate, away }) => away <= Math.max(1, Math.floor(plain(candidate).length / 3)))
    .sort((a, b) => a.away - b.away)
  return near[0]?.candidate ?? null
}
