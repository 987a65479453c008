import { ATTRIBUTE_COUNT, attributeTable, tagTable } from './html-names.ts'
import { afterIdleAttributes, IDLE } from './idle-tags.ts'
import { CLASS } from './tag-bytes.ts'

/** A start or end tag as it was read last. Places of values are those between the quotes. */
export interface Tag {
  /** Number of the name in the table of tags; -1 for others. */
  name: number
  isSelfClosing: boolean
  /** Places of attributes of the table; an attribute that the tag does not have starts at -1. The first of a name counts. */
  readonly start: Int32Array
  readonly end: Int32Array
  /** Numbers of the attributes of the table that the tag has. */
  readonly present: number[]
  /** Values of attributes whose names start with `on`. */
  readonly handlers: number[]
  /** Values of attributes whose names start with `data-`. */
  readonly data: number[]
}

const [EQUALS, QUOTE, APOSTROPHE, SLASH, GREATER] = [0x3d, 0x22, 0x27, 0x2f, 0x3e]

/** A tag to read into, again and again. */
export const emptyTag = (): Tag => ({
  name: -1,
  isSelfClosing: false,
  start: new Int32Array(ATTRIBUTE_COUNT).fill(-1),
  end: new Int32Array(ATTRIBUTE_COUNT),
  present: [],
  handlers: [],
  data: [],
})

/** Notes an attribute, unless the tag has one of its name already. */
function note(tag: Tag, bytes: Uint8Array, name: number, nameEnd: number, from: number, to: number): void {
  const place = attributeTable.find(bytes, name, nameEnd)
  if (place >= 0) {
    if ((tag.start[place] ?? 0) >= 0) return
    tag.start[place] = from
    tag.end[place] = to
    tag.present.push(place)
    return
  }
  const first = (bytes[name] ?? 0) | 0x20
  if (first !== 0x6f && first !== 0x64) return
  const second = (bytes[name + 1] ?? 0) | 0x20
  if (first === 0x6f && second === 0x6e) tag.handlers.push(from, to)
  else if (first === 0x64 && second === 0x61 && bytes[name + 4] === 0x2d) tag.data.push(from, to)
}

/** The place of the next byte that is not of class 0, at or after `from`. */
function nameEndAfter(bytes: Uint8Array, from: number): number {
  const { length } = bytes
  let at = from
  while (at < length && CLASS[bytes[at] as number] === 0) at += 1
  return at
}

function afterSpace(bytes: Uint8Array, from: number): number {
  let at = from
  while (CLASS[bytes[at] ?? 0] === 1) at += 1
  return at
}

function forget(tag: Tag): void {
  tag.isSelfClosing = false
  if (tag.present.length > 0) {
    for (const place of tag.present) tag.start[place] = -1
    tag.present.length = 0
  }
  if (tag.handlers.length > 0) tag.handlers.length = 0
  if (tag.data.length > 0) tag.data.length = 0
}

/** The place after the value of an attribute that starts at `from`; -1 when the bytes end inside. */
function readValue(tag: Tag, bytes: Uint8Array, name: number, nameEnd: number, from: number): number {
  const quote = bytes[from]
  if (quote === QUOTE || quote === APOSTROPHE) {
    const end = bytes.indexOf(quote, from + 1)
    if (end < 0) return -1
    note(tag, bytes, name, nameEnd, from + 1, end)
    return end + 1
  }
  let at = from
  while (at < bytes.length && bytes[at] !== GREATER && CLASS[bytes[at] ?? 0] !== 1) at += 1
  if (at >= bytes.length) return -1
  note(tag, bytes, name, nameEnd, from, at)
  return at
}

/**
 * Reads a tag whose name starts at `from` (HTML §13.2.5.8, tokenisation of tags). Returns the place after it; -1 when the
 * bytes end inside, so that there is no tag. Attributes that have nothing to do with links may be passed over, unless all
 * are wanted.
 */
export function readTag(tag: Tag, bytes: Uint8Array, from: number, wantsAll = false): number {
  const { length } = bytes
  let at = nameEndAfter(bytes, from)
  while (bytes[at] === EQUALS) at = nameEndAfter(bytes, at + 1)
  tag.name = tagTable.find(bytes, from, at)
  forget(tag)
  if (bytes[at] === GREATER) return at + 1
  if (!wantsAll && (tag.name < 0 || IDLE[tag.name] === 1)) {
    const end = afterIdleAttributes(bytes, at)
    if (end >= 0) return end
  }
  while (at >= 0) {
    at = afterSpace(bytes, at)
    if (at >= length) return -1
    const byte = bytes[at]
    if (byte === GREATER) return at + 1
    if (byte === SLASH) {
      at += 1
      if (bytes[at] !== GREATER) continue
      tag.isSelfClosing = true
      return at + 1
    }
    const name = at
    const nameEnd = nameEndAfter(bytes, at + 1)
    at = afterSpace(bytes, nameEnd)
    if (at >= length) return -1
    if (bytes[at] === EQUALS) at = readValue(tag, bytes, name, nameEnd, afterSpace(bytes, at + 1))
    else note(tag, bytes, name, nameEnd, nameEnd, nameEnd)
  }
  return -1
}
