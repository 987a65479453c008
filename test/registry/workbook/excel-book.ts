import { strToU8, zipSync } from 'fflate'

/** A workbook of one or more sheets, in the parts that Excel writes. */
export interface ExcelBook {
  /** The rows of each sheet, and what follows them, as XML, by the sheet's name. */
  readonly sheets: Readonly<
    Record<string, { readonly rows: string; readonly after?: string; readonly rels?: string }>
  >
  /** `<si>` elements. */
  readonly strings?: readonly string[]
  /** Format codes, numbered from 164 as Excel does; style n + 1 has the n-th, style 0 none. */
  readonly formats?: readonly string[]
  readonly date1904?: string
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Zips the parts of a workbook. */
export function excelBook({ sheets, strings = [], formats = [], date1904 }: ExcelBook): Uint8Array {
  const names = Object.keys(sheets)
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook ${MAIN} ${RELS}><workbookPr defaultThemeVersion="166925"${date1904 === undefined ? '' : ` date1904="${date1904}"`}/><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 5}"${at === 1 ? ' state="veryHidden"' : ''} r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${TYPE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst ${MAIN}>${strings.map((one) => `<si>${one}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet ${MAIN}><numFmts>${formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_, at) => `<xf numFmtId="${164 + at}" applyNumberFormat="1"/>`).join('')}<xf numFmtId="14"/></cellXfs></styleSheet>`,
  }
  for (const [at, name] of names.entries()) {
    const { rows, after = '', rels } = sheets[name] ?? { rows: '' }
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `<worksheet ${MAIN} ${RELS}><sheetData>${rows}</sheetData>${after}</worksheet>`
    if (rels !== undefined) {
      parts[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = `<Relationships>${rels}</Relationships>`
    }
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(HEAD + xml)])))
}

/** A row of inline strings, from column A on; empty ones are left out. */
export const textRow = (row: number, ...cells: readonly string[]): string =>
  `<row r="${row}">${cells
    .map((text, at) =>
      text === ''
        ? ''
        : `<c r="${String.fromCharCode(65 + at)}${row}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`,
    )
    .join('')}</row>`
