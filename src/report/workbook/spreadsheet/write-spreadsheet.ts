import { columnLetters } from '../../../registry/workbook/cell-place.ts'
import { xml } from '../../xml.ts'
import { type SheetLinks, sheetLinks } from './links.ts'
import type { SheetData } from './sheet.ts'
import { sheetPart } from './sheet-part.ts'
import { type StringTable, stringTable } from './string-table.ts'
import { STYLES } from './styles.ts'
import { type ZipEntry, zipped } from './zip.ts'

/** What a workbook says of itself. */
export interface SpreadsheetAbout {
  readonly title: string
  /** ISO 8601, UTC. */
  readonly createdAt: string
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`
const relations = (...all: readonly string[]): string =>
  `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`

function contentTypes(sheets: readonly SheetData[]): string {
  const override = (path: string, type: string): string =>
    `<Override PartName="${path}" ContentType="${type}"/>`
  return `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
    override('/xl/workbook.xml', `${TYPE}.sheet.main+xml`),
    ...sheets.map((_, at) => override(`/xl/worksheets/sheet${at + 1}.xml`, `${TYPE}.worksheet+xml`)),
    override('/xl/styles.xml', `${TYPE}.styles+xml`),
    override('/xl/sharedStrings.xml', `${TYPE}.sharedStrings+xml`),
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
  ].join('')}</Types>`
}

/** The workbook's part; filters and header rows that are printed on every page are named in it. */
function workbook(sheets: readonly SheetData[]): string {
  const quoted = (name: string): string => xml(`'${name.replaceAll("'", "''")}'`)
  const listed = sheets.map(
    ({ name }, at) => `<sheet name="${xml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  const filters = sheets.map(({ name, columns, rowCount }, at) => {
    const last = `$${columnLetters(columns.length)}$${rowCount + 1}`
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${quoted(name)}!$A$1:${last}</definedName>`
  })
  const titles = sheets.map(
    ({ name }, at) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${quoted(name)}!$1:$1</definedName>`,
  )
  return `${DECLARATION}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets><definedNames>${[...filters, ...titles].join('')}</definedNames></workbook>`
}

const properties = ({ title, createdAt }: SpreadsheetAbout): string =>
  `${DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xml(title)}</dc:title><dc:creator>portal-audit</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${xml(createdAt)}</dcterms:created></cp:coreProperties>`

function* sheetEntries(sheets: readonly SheetData[], strings: StringTable): Iterable<ZipEntry> {
  for (const [at, sheet] of sheets.entries()) {
    const links: SheetLinks = sheetLinks()
    yield { path: `xl/worksheets/sheet${at + 1}.xml`, text: sheetPart(sheet, strings, links, at === 0) }
    const targets = links.relations()
    if (targets !== null) yield { path: `xl/worksheets/_rels/sheet${at + 1}.xml.rels`, text: [targets] }
  }
}

/**
 * Writes a workbook (.xlsx, ECMA-376) of texts, numbers and links. The same data gives the same bytes. By hand, because
 * write-excel-file knows neither filters, drop-downs nor links, and holds every cell as an object: npm run bench:workbook.
 */
export function writeSpreadsheet(sheets: readonly SheetData[], about: SpreadsheetAbout): Uint8Array {
  const strings = stringTable()
  const ids = sheets.map((_, at) =>
    relation(`rId${at + 1}`, `${OFFICE}/worksheet`, `worksheets/sheet${at + 1}.xml`),
  )
  const entries = function* (): Iterable<ZipEntry> {
    const core = `${PACKAGE}/relationships/metadata/core-properties`
    yield { path: '[Content_Types].xml', text: [contentTypes(sheets)] }
    yield {
      path: '_rels/.rels',
      text: [
        relations(
          relation('rId1', `${OFFICE}/officeDocument`, 'xl/workbook.xml'),
          relation('rId2', core, 'docProps/core.xml'),
        ),
      ],
    }
    yield { path: 'docProps/core.xml', text: [properties(about)] }
    yield { path: 'xl/workbook.xml', text: [workbook(sheets)] }
    yield {
      path: 'xl/_rels/workbook.xml.rels',
      text: [
        relations(
          ...ids,
          relation('rIdStyles', `${OFFICE}/styles`, 'styles.xml'),
          relation('rIdStrings', `${OFFICE}/sharedStrings`, 'sharedStrings.xml'),
        ),
      ],
    }
    yield { path: 'xl/styles.xml', text: [STYLES] }
    yield* sheetEntries(sheets, strings)
    yield { path: 'xl/sharedStrings.xml', text: strings.part() }
  }
  return zipped(entries())
}
