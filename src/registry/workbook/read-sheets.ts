import { openArchive } from './archive.ts'
import { type CellContext, cellValue } from './cell-value.ts'
import { numberFormats } from './number-formats.ts'
import { sharedStrings } from './shared-strings.ts'
import { sheetCells } from './sheet-cells.ts'
import type { Cell, Sheet } from './workbook.ts'
import { cellWords, walkXml } from './xml.ts'

/** The sheets of a workbook in their order, or why it cannot be read. */
export type Sheets =
  | { readonly ok: true; readonly sheets: readonly Sheet[] }
  | { readonly ok: false; readonly message: string }

type Files = ReadonlyMap<string, string>

/** Targets of a part's relations by their ids; those inside the workbook as paths. */
function relationsOf(files: Files, path: string): ReadonlyMap<string, string> {
  const folder = path.replace(/[^/]*$/, '')
  const targets = new Map<string, string>()
  walkXml(files.get(`${folder}_rels/${path.slice(folder.length)}.rels`) ?? '', {
    open: (name, { Id = '', Target = '', TargetMode }) => {
      if (name !== 'Relationship') return
      const inside = Target.startsWith('/') ? Target.slice(1) : `${folder}${Target}`
      targets.set(Id, TargetMode === 'External' ? Target : inside)
    },
  })
  return targets
}

function outline(files: Files): {
  readonly system: 1900 | 1904
  readonly sheets: readonly { readonly name: string; readonly relation: string }[]
} {
  let system: 1900 | 1904 = 1900
  const sheets: { name: string; relation: string }[] = []
  walkXml(files.get('xl/workbook.xml') ?? '', {
    open: (name, attributes) => {
      if (name === 'workbookPr' && /^(?:1|true|on)$/.test(attributes.date1904 ?? '')) system = 1904
      if (name === 'sheet')
        sheets.push({ name: cellWords(attributes.name ?? ''), relation: attributes.id ?? '' })
    },
  })
  return { system, sheets }
}

function cellsOf(files: Files, name: string, path: string, context: CellContext): Sheet {
  const { cells, merges, links } = sheetCells(files.get(path) ?? '')
  const targets = relationsOf(files, path)
  const linkAt = new Map(
    links.map(({ at, relation }) => [`${at.row}:${at.column}`, targets.get(relation) ?? null]),
  )
  const read = cells.flatMap((cell): readonly Cell[] => {
    const value = cellValue(cell, context)
    const { row, column } = cell
    return value === null ? [] : [{ row, column, value, link: linkAt.get(`${row}:${column}`) ?? null }]
  })
  return { name, cells: read, merges }
}

/** Reads a workbook (.xlsx) as spreadsheets write it. Never throws. */
export function readSheets(bytes: Uint8Array): Sheets {
  const archive = openArchive(bytes)
  if (!archive.ok) return archive
  const { files } = archive
  const { system, sheets } = outline(files)
  const targets = relationsOf(files, 'xl/workbook.xml')
  const context: CellContext = {
    strings: sharedStrings(files.get('xl/sharedStrings.xml') ?? ''),
    formats: numberFormats(files.get('xl/styles.xml') ?? ''),
    system,
  }
  return {
    ok: true,
    sheets: sheets.map(({ name, relation }) => cellsOf(files, name, targets.get(relation) ?? '', context)),
  }
}
