import { walkXml } from './xml.ts'

/** How a number is shown: as a day, with leading zeros, with fixed decimals, or plainly. */
export type NumberFormat =
  | { readonly kind: 'day' }
  | { readonly kind: 'padded'; readonly digits: number }
  | { readonly kind: 'decimals'; readonly digits: number }
  | { readonly kind: 'plain' }

/** Formats that every workbook has without declaring them (ECMA-376 §18.8.30), those of East Asian editions among them. */
const BUILT_IN: Readonly<Record<number, string>> = { 1: '0', 2: '0.00' }
const BUILT_IN_DAYS = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

/** What a format code means. Text in quotes, colours and locales in brackets say nothing. */
export function formatOf(code: string): NumberFormat {
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').split(';')[0] ?? ''
  if (/[yd]/i.test(bare)) return { kind: 'day' }
  if (/^0+$/.test(bare)) return { kind: 'padded', digits: bare.length }
  const decimals = /^0\.(0+)$/.exec(bare)?.[1]
  return decimals === undefined ? { kind: 'plain' } : { kind: 'decimals', digits: decimals.length }
}

const builtIn = (id: number): NumberFormat =>
  BUILT_IN_DAYS(id) ? { kind: 'day' } : formatOf(BUILT_IN[id] ?? '')

/** The format of every cell style, in the order in which cells number them. */
export function numberFormats(xml: string): readonly NumberFormat[] {
  const declared = new Map<number, NumberFormat>()
  const styles: NumberFormat[] = []
  let inCells = false
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'numFmt') declared.set(Number(attributes.numFmtId), formatOf(attributes.formatCode ?? ''))
      if (name === 'cellXfs') inCells = true
      if (name !== 'xf' || !inCells) return
      const id = Number(attributes.numFmtId ?? 0)
      styles.push(declared.get(id) ?? builtIn(id))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}
