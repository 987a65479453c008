/** A cell's place: row and column, both from 1. */
export interface CellPlace {
  readonly row: number
  readonly column: number
}

/** Reads `F12`, `$F$12` too; null for anything else. */
export function cellPlace(reference: string): CellPlace | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference.toUpperCase()) ?? []
  if (letters === undefined || digits === undefined) return null
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(digits), column }
}

/** The letters of a column: 1 is `A`, 27 is `AA`. */
export const columnLetters = (column: number): string =>
  column <= 26
    ? String.fromCharCode(64 + column)
    : columnLetters(Math.floor((column - 1) / 26)) + columnLetters(((column - 1) % 26) + 1)
