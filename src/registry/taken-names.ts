import type { CellReader } from './cells.ts'
import type { Unit } from './unit.ts'

/** Which words already stand for a unit, and on which line. */
export interface TakenNames {
  /** Takes a unit's id, name and aliases; rejects those that another line has taken. */
  take(unit: Unit, line: number, cells: CellReader): void
}

/** Whoever writes a unit's id, name or alias must mean one unit only: the names of a file, none taken yet. */
export function takenNames(): TakenNames {
  const lines = new Map<string, number>()
  const takeOne = (column: string, words: string, line: number, cells: CellReader): void => {
    const other = lines.get(words)
    if (words === '' || other === line) return
    if (other === undefined) lines.set(words, line)
    else
      cells.reject(
        column,
        `“${words}”已用于第 ${other} 行 / ${words} already stands for the unit of line ${other}; ids, names and aliases must be unique.`,
      )
  }
  return {
    take: (unit, line, cells) => {
      takeOne('id', unit.id, line, cells)
      takeOne('name', unit.name, line, cells)
      for (const alias of unit.aliases) takeOne('aliases', alias, line, cells)
    },
  }
}
