import type { Address } from '../core/address.ts'
import { tokenFreeHash } from './token-free-hash.ts'

const LONGEST = 2_048
const encoder = new TextEncoder()
const room = new Uint8Array(LONGEST)

/** A number that addresses share whose paths differ in numbers and tokens only: pages of one kind. */
export function addressShape(address: Address): number {
  const query = address.indexOf('?')
  const { written } = encoder.encodeInto(query < 0 ? address : address.slice(0, query), room)
  return tokenFreeHash(room, 0, written, { mergesDigits: true })
}
