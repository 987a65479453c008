import { xml } from '../../xml.ts'

/** The texts of a workbook, each kept once. */
export interface StringTable {
  /** The number of a text. */
  numberOf(text: string): number
  /** The part xl/sharedStrings.xml. */
  part(): Iterable<string>
}

/** The longest text that a cell may hold. */
const LONGEST = 32_000

/** What spreadsheets would take for an escaped sign. */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g

const written = (text: string): string =>
  `<si><t xml:space="preserve">${xml(text.slice(0, LONGEST)).replaceAll(ESCAPE, '_x005F_')}</t></si>`

/** An empty table. */
export function stringTable(): StringTable {
  const numbers = new Map<string, number>()
  return {
    numberOf: (text) => {
      const known = numbers.get(text)
      if (known !== undefined) return known
      numbers.set(text, numbers.size)
      return numbers.size - 1
    },
    *part() {
      yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${numbers.size}">`
      for (const text of numbers.keys()) yield written(text)
      yield '</sst>'
    },
  }
}
