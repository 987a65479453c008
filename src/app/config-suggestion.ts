/** Letters to insert, drop, replace or swap with their neighbour to get from one word to the other. */
function distance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, index) => index)]
  const cell = (row: number, column: number): number => rows[row]?.[column] ?? 0
  for (let row = 1; row <= from.length; row += 1) {
    rows.push([row])
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1]
      const swapped =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      const steps = [
        cell(row - 1, column - 1) + (same ? 0 : 1),
        cell(row - 1, column) + 1,
        cell(row, column - 1) + 1,
        ...(swapped ? [cell(row - 2, column - 2) + 1] : []),
      ]
      rows[row]?.push(Math.min(...steps))
    }
  }
  return cell(from.length, to.length)
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
