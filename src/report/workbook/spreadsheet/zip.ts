import { strToU8, Zip, ZipDeflate } from 'fflate'

/** A file of an archive, its text in pieces that are asked for one after the other. */
export interface ZipEntry {
  readonly path: string
  readonly text: Iterable<string>
}

/** Any day would do, as long as it is always the same; this is the first that an archive can hold. */
const DAY = new Date(1980, 0, 1)

/** An archive whose bytes depend on nothing but its entries. They are asked for in order, so that one may know those before it. */
export function zipped(entries: Iterable<ZipEntry>): Uint8Array {
  const pieces: Uint8Array[] = []
  const zip = new Zip((fault, piece) => {
    if (fault !== null) throw fault
    pieces.push(piece)
  })
  for (const { path, text } of entries) {
    const file = new ZipDeflate(path, { level: 4 })
    file.mtime = DAY
    zip.add(file)
    for (const piece of text) file.push(strToU8(piece))
    file.push(new Uint8Array(0), true)
  }
  zip.end()
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}
