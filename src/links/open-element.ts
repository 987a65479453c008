import { standsAt } from './name-table.ts'
import { CLASS } from './tag-bytes.ts'

const [LESS, SLASH] = [0x3c, 0x2f]

/** Whether an element of such a name is open before a place of the bytes, as far as its own tags tell. */
export function isOpenBefore(bytes: Uint8Array, name: string, place: number): boolean {
  let open = 0
  for (let at = bytes.indexOf(LESS); at >= 0 && at < place; at = bytes.indexOf(LESS, at + 1)) {
    const isEnd = bytes[at + 1] === SLASH
    const from = at + (isEnd ? 2 : 1)
    if (!standsAt(bytes, from, name) || CLASS[bytes[from + name.length] ?? 0] === 0) continue
    open = Math.max(0, open + (isEnd ? -1 : 1))
  }
  return open > 0
}
