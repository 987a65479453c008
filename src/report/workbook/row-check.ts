import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** What of a row must not change: sorting some columns without the others would put a decision on another finding. */
export interface CheckedCells {
  readonly run: string
  readonly fingerprint: string
  readonly unit: string
  readonly item: string
  readonly subject: string
  readonly address: string
}

/** Check digits of a row, 8 hexadecimal ones. Blanks and line breaks, which spreadsheets change, do not count. */
export const rowCheck = ({ run, fingerprint, unit, item, subject, address }: CheckedCells): string => {
  const cells = [run, fingerprint, unit, item, subject, address].map((cell) => cell.replaceAll(/\s/gu, ''))
  return bytesToHex(sha256(utf8ToBytes(cells.join('\n')))).slice(0, 8)
}
