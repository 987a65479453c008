import { xml } from '../../xml.ts'
import type { LinkCell } from './sheet.ts'

/** The links of a sheet. */
export interface SheetLinks {
  /** Notes the link of a cell; false when it cannot be one. */
  add(reference: string, column: number, cell: LinkCell): boolean
  /** The element of the sheet. */
  element(): string
  /** The part with what the links lead to; null for none. */
  relations(): string | null
}

/** Excel opens no sheet with more links, and no link that is longer. */
const MOST = 65_530
const LONGEST = 2_000

/** An address that a spreadsheet may open: of the web, or of a file beside the workbook. */
const isSafe = (address: string): boolean =>
  address.length <= LONGEST &&
  (/^https?:\/\/\S+$/i.test(address) || /^(?![a-z][a-z0-9+.-]*:|\/|\\)\S+$/i.test(address))

/** No links yet. Where there are too many, those of the first columns stay. */
export function sheetLinks(): SheetLinks {
  const found: { readonly reference: string; readonly column: number; readonly target: string }[] = []
  const ids = new Map<string, string>()
  const kept = () => [...found].sort((a, b) => a.column - b.column).slice(0, MOST)
  return {
    add: (reference, column, { to }) => {
      if ('sheet' in to) {
        const location = `'${to.sheet.replaceAll("'", "''")}'!A1`
        found.push({ reference, column, target: `location="${xml(location)}"` })
        return true
      }
      if (!isSafe(to.address)) return false
      const id = ids.get(to.address) ?? `rId${ids.size + 1}`
      ids.set(to.address, id)
      found.push({ reference, column, target: `r:id="${id}"` })
      return true
    },
    element: () =>
      found.length === 0
        ? ''
        : `<hyperlinks>${kept()
            .map(({ reference, target }) => `<hyperlink ref="${reference}" ${target}/>`)
            .join('')}</hyperlinks>`,
    relations: () => {
      if (ids.size === 0) return null
      const all = [...ids].map(
        ([address, id]) =>
          `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${xml(address)}" TargetMode="External"/>`,
      )
      return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
    },
  }
}
