import { type Hash, utf8 } from './warc-record.ts'

/**
 * The id of a record: a UUID of version 8 (RFC 9562 §5.8) from the SHA-256 of what it stands for, so that one run's file
 * is the same bytes whenever it is written.
 */
export function recordId(hash: Hash, ...names: readonly string[]): string {
  const digits = hash([utf8(names.join('\n'))])
  const variant = '89ab'[Number.parseInt(digits[16] ?? '0', 16) % 4]
  const parts = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ]
  return `<urn:uuid:${parts.join('-')}>`
}
