import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

/**
 * Loaded before the program that is killed: its clock stands still and its random numbers come in one order, so that two
 * undisturbed runs give the same bytes and nothing has to be left out of a comparison.
 */
const AT = Number(process.env.FROZEN_AT ?? Date.UTC(2026, 9, 15, 2))
Date.now = () => AT

let calls = 0
crypto.randomBytes = (size) => {
  calls += 1
  return crypto.createHash('sha512').update(`${AT} ${calls}`).digest().subarray(0, size)
}
syncBuiltinESMExports()
