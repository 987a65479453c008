import { type CellPlace, cellPlace } from './cell-place.ts'
import { cellWords, walkXml } from './xml.ts'

/** A cell as the sheet's XML has it. */
export interface RawCell extends CellPlace {
  /** `s` shared string, `inlineStr`, `str` result of a formula, `n` number, `d` ISO day, `b` boolean, `e` error. */
  readonly type: string
  /** Number of its style; null for none. */
  readonly style: number | null
  /** The value; null where there is none. */
  readonly value: string | null
  readonly formula: boolean
}

/** A range of cells shown as one. */
export interface Merge {
  readonly from: CellPlace
  readonly to: CellPlace
}

/** A sheet as its XML has it. */
export interface RawSheet {
  readonly cells: readonly RawCell[]
  readonly merges: readonly Merge[]
  /** Cells with a link, and the link's id in the sheet's relations. */
  readonly links: readonly { readonly at: CellPlace; readonly relation: string }[]
}

function mergeOf(reference: string): readonly Merge[] {
  const [from, to] = reference.split(':').map(cellPlace)
  return from && to ? [{ from, to }] : []
}

/** Reads a sheet. Cells without a reference of their own stand beside the one before. */
export function sheetCells(xml: string): RawSheet {
  const cells: RawCell[] = []
  const merges: Merge[] = []
  const links: { at: CellPlace; relation: string }[] = []
  let row = 0
  let column = 0
  let type = 'n'
  let style: number | null = null
  let value: string | null = null
  let inline: string | null = null
  let formula = false
  let phonetic = 0
  let within = ''
  walkXml(xml, {
    open: (name, attributes) => {
      within = name
      if (name === 'row') {
        row = Number(attributes.r ?? row + 1)
        column = 0
      } else if (name === 'c') {
        const at = cellPlace(attributes.r ?? '')
        column = at?.column ?? column + 1
        type = attributes.t ?? 'n'
        style = attributes.s === undefined ? null : Number(attributes.s)
        value = null
        inline = null
        formula = false
      } else if (name === 'rPh') phonetic += 1
      else if (name === 'f') formula = true
      else if (name === 'mergeCell') merges.push(...mergeOf(attributes.ref ?? ''))
      else if (name === 'hyperlink') {
        const at = cellPlace((attributes.ref ?? '').split(':')[0] ?? '')
        if (at !== null && attributes.id !== undefined) links.push({ at, relation: attributes.id })
      }
    },
    text: (words) => {
      if (within === 'v') value = (value ?? '') + words
      if (within === 't' && phonetic === 0) inline = (inline ?? '') + words
    },
    close: (name) => {
      within = ''
      if (name === 'rPh') phonetic -= 1
      if (name !== 'c') return
      const text = type === 'inlineStr' ? inline : value
      const escapes = type === 'inlineStr' || type === 'str'
      cells.push({
        row,
        column,
        type,
        style,
        value: text !== null && escapes ? cellWords(text) : text,
        formula,
      })
    },
  })
  return { cells, merges, links }
}
