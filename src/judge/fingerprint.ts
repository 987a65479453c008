import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Fingerprint } from '../core/ids.ts'

/**
 * Identity of a finding or a fault: the first 16 hexadecimal digits of the SHA-256 of its parts. The parts are
 * identifiers and canonical addresses only; wording, dates and final addresses would make one fault look new each month.
 */
export const fingerprint = (...parts: readonly string[]): Fingerprint =>
  bytesToHex(sha256(utf8ToBytes(parts.join('\n')))).slice(0, 16)
