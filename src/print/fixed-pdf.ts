/** `D:YYYYMMDDHHmmSS+00'00'`, as long as what Chromium writes. */
const pdfDate = (instant: string): string =>
  `D:${new Date(instant).toISOString().slice(0, 19).replace(/[-T:]/g, '')}+00'00'`

const DATES = /(\/(?:CreationDate|ModDate) \()D:\d{14}\+00'00'(?=\))/g
const NODES = /node(\d{8})/g

/** Names of parts in the order of their numbers: those depend on what the browser printed before. */
function renumbered(text: string): string {
  const names = [...new Set([...text.matchAll(NODES)].map(([name]) => name))].sort()
  const numbers = new Map(names.map((name, at) => [name, `node${String(at + 1).padStart(8, '0')}`]))
  return text.replace(NODES, (name) => numbers.get(name) ?? name)
}

/**
 * A PDF of Chromium whose bytes do not depend on when and after what it was printed: dates are those of `madeAt`
 * (ISO 8601). Every replacement is as long as what it replaces, so that the file's table of offsets stays right.
 */
export function fixedPdf(pdf: Uint8Array, madeAt: string): Uint8Array {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  return Buffer.from(renumbered(text.replace(DATES, `$1${pdfDate(madeAt)}`)), 'latin1')
}

/** How many pages a PDF of Chromium has. */
export const pagesOf = (pdf: Uint8Array): number =>
  Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
    .toString('latin1')
    .match(/\/Type \/Page\b(?!s)/g)?.length ?? 0
