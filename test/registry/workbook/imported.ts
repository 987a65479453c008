import { importRows } from '../../../src/app/import-rows.ts'
import { InputError } from '../../../src/core/errors.ts'
import type { RegistryFiles } from '../../../src/registry/read-registry.ts'
import { readWorkbook } from '../../../src/registry/workbook/read-workbook.ts'
import { ITEMS } from '../files.ts'

const PLAIN = { accept: () => true, deleteMissing: false } as const

/** The files of a registry after a workbook was merged into it. */
export const imported = (bytes: Uint8Array, files: RegistryFiles = {}): RegistryFiles =>
  importRows(files, readWorkbook('登记.xlsx', bytes, ITEMS).sheets, ITEMS, '', PLAIN).files

/** What is wrong with a workbook: the place and the message of each problem. */
export function faultsOf(
  bytes: Uint8Array,
  files: RegistryFiles = {},
): readonly (readonly [string, string])[] {
  try {
    imported(bytes, files)
    return []
  } catch (fault) {
    if (!(fault instanceof InputError)) throw fault
    return fault.problems.map(({ file, line, message }) => [
      line === undefined ? file : `${file}:${line}`,
      message,
    ])
  }
}
