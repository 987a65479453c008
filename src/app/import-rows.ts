import { basename } from 'node:path'
import { InputError, type Problem } from '../core/errors.ts'
import type { ItemId } from '../core/ids.ts'
import { type ExportedCells, exportedCells } from '../registry/exported-cells.ts'
import { nearestHint, unitFinder } from '../registry/find-unit.ts'
import { type Change, type MergeOptions, mergeRows } from '../registry/merge-rows.ts'
import { parseRegistryFiles, type RegistryFiles } from '../registry/read-registry.ts'
import type { Registry } from '../registry/registry.ts'
import { UNITS_FILE } from '../registry/unit-headings.ts'
import type { SheetRow, SheetRows } from '../registry/workbook/register-rows.ts'

/** A registry with a workbook merged into it. */
export interface ImportedRows {
  readonly files: RegistryFiles
  readonly changes: readonly Change[]
}

type Origins = ReadonlyMap<
  string,
  { readonly sheet: SheetRows; readonly rows: ReadonlyMap<number, SheetRow> }
>

/** A problem of a CSV file, told at the cell of the workbook that it came from; any other as it is. */
function placed(problem: Problem, origins: Origins): Problem {
  const origin = origins.get(basename(problem.file))
  const row = origin?.rows.get(problem.line ?? 0)
  if (origin === undefined || row === undefined) return problem
  const letter = row.letters[String(problem.column ?? 'id')] ?? row.letters.id ?? ''
  return { file: `${origin.sheet.name}!${letter}${row.row}`, message: problem.message }
}

/** What an export of the files writes; of files that cannot be read, nothing is known. */
function exportedOf(
  files: RegistryFiles,
  items: ReadonlySet<ItemId>,
  directory: string,
): ReadonlyMap<string, ExportedCells> {
  try {
    return exportedCells(parseRegistryFiles(files, items, directory))
  } catch (fault) {
    if (!(fault instanceof InputError)) throw fault
    return new Map()
  }
}

/**
 * Merges the sheets of a workbook into the texts of a registry, and reads the result with all its cross-checks. Throws
 * {@link InputError} with every mistake at its cell.
 */
export function importRows(
  files: RegistryFiles,
  sheets: readonly SheetRows[],
  items: ReadonlySet<ItemId>,
  directory: string,
  options: Omit<MergeOptions, 'exported'>,
): ImportedRows {
  const exported = exportedOf(files, items, directory)
  const merged = sheets.map((sheet) => {
    const told = exported.get(sheet.file)
    const how = told === undefined ? options : { ...options, exported: told }
    return { sheet, ...mergeRows(files[sheet.file] ?? null, sheet, how) }
  })
  const texts = { ...files, ...Object.fromEntries(merged.map(({ sheet, text }) => [sheet.file, text])) }
  const origins = new Map(merged.map(({ sheet, origins: rows }) => [sheet.file, { sheet, rows }]))
  try {
    parseRegistryFiles(texts, items, directory)
  } catch (fault) {
    if (!(fault instanceof InputError)) throw fault
    throw new InputError(fault.problems.map((problem) => placed(problem, origins)))
  }
  return { files: texts, changes: merged.flatMap(({ changes }) => changes) }
}

/** Rows that a unit may not send in: those of other units. Throws {@link InputError} with each of them. */
export function refuseOtherUnits(sheets: readonly SheetRows[], registry: Registry, words: string): void {
  const find = unitFinder(registry.units)
  const unit = find(words)
  if (unit === null) {
    const hint = nearestHint(words, registry.units)
    const message = `单位表中没有这个单位 / no such unit in units.csv.${hint}`
    throw new InputError([{ file: `--unit ${words}`, message }])
  }
  const problems = sheets.flatMap((sheet) =>
    sheet.rows.flatMap(({ row, cells, letters }): readonly Problem[] => {
      const column = sheet.file === UNITS_FILE ? 'id' : 'unit'
      if (find(cells[column] ?? '')?.id === unit.id) return []
      const message = `“${cells[column] ?? ''}”: 不是${unit.name}的行 / not a row of ${unit.name}; take it out.`
      return [{ file: `${sheet.name}!${letters[column] ?? ''}${row}`, message }]
    }),
  )
  if (problems.length > 0) throw new InputError(problems)
}
