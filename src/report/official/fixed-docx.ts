import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { fontTable, LINE } from './docx-looks.ts'

const CREATED = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(?=<)/g

/** Spacing of a paragraph, before which stands what the library cannot say. */
const SPACING = /<w:spacing [^>]*w:line="(\d+)"[^>]*\/>/g

/** No room is added between characters and Latin letters or digits: it would push the 28th character out of the line. */
const UNSPACED = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'

/** Pictures and boxes, each with a number of its own: the library gives them all the same, which Word may refuse. */
function numbered(xml: string): string {
  let drawn = 0
  return xml.replace(/(<wp:docPr )id="\d+"/g, (_, tag: string) => {
    drawn += 1
    return `${tag}id="${drawn}"`
  })
}

/** Lines of another height than the grid's keep to their own. */
const laidOut = (xml: string): string =>
  numbered(xml).replace(SPACING, (spacing, line: string) =>
    Number(line) === LINE ? `${UNSPACED}${spacing}` : `${UNSPACED}<w:snapToGrid w:val="0"/>${spacing}`,
  )

/** The first instant that a ZIP file can hold, in local time: every file of ours has it. */
const ZIP_TIME = '1980-01-01T00:00:00'

/**
 * A .docx whose bytes depend on nothing but what it says: the time is that of the document (ISO 8601), the files stand in
 * the order of their names. Its font table names what stands in for a missing face.
 */
export function fixedDocx(docx: Uint8Array, madeAt: string): Uint8Array {
  const parts = Object.entries(unzipSync(docx)).sort(([a], [b]) => (a < b ? -1 : 1))
  const first = '[Content_Types].xml'
  const sorted = [...parts.filter(([name]) => name === first), ...parts.filter(([name]) => name !== first)]
  const files: Zippable = {}
  for (const [name, bytes] of sorted) {
    if (name.endsWith('/')) continue
    const text = (): string => strFromU8(bytes)
    if (name === 'docProps/core.xml') files[name] = strToU8(text().replace(CREATED, `$1${madeAt}`))
    else if (name === 'word/fontTable.xml') files[name] = strToU8(fontTable())
    else if (/^word\/(document|footer\d+)\.xml$/.test(name)) files[name] = strToU8(laidOut(text()))
    else files[name] = bytes
  }
  return zipSync(files, { level: 6, mtime: ZIP_TIME })
}
