import { Tokenizer } from 'htmlparser2'
import { type Attributes, attributeName } from './attributes.ts'
import { knownTag, type Tag, tagTable } from './tags.ts'

/** Who is told what stands in a page. Elements without an end tag are opened and never closed. */
export interface MarkupReader {
  readonly open: (tag: Tag, attributes: Attributes) => void
  /** A piece of text, entities decoded. One text may come in several pieces. */
  readonly text: (text: string) => void
  readonly close: (tag: Tag) => void
  /** What stands in a CDATA section. */
  readonly records: (html: string) => void
  /** Whether no more is wanted; asked before every piece of the page. */
  readonly isFull: () => boolean
}

const P = knownTag('p')
const BR = knownTag('br')

/**
 * Tells of a page's tags and texts, with the end tags that HTML lets authors leave out: what the parser of htmlparser2
 * does (a test holds it to that), with work that stays in proportion to the page however deep its elements are nested.
 */
export function readMarkup(pieces: readonly string[], reader: MarkupReader): void {
  const tagFor = tagTable()
  const stack: Tag[] = []
  /** How many elements of each tag are open. */
  const open: number[] = []
  const foreign: boolean[] = []
  /** The piece being read, which one it is, and where it begins in the page. */
  let piece = ''
  let at = 0
  let offset = 0
  let tag = P
  let attributes: Record<string, string> = {}
  let name: string | null = null
  let value = ''

  /** A part that began in an earlier piece. */
  const sliceAcross = (start: number, end: number): string => {
    let first = at
    let from = offset
    while (from > start && first > 0) {
      first -= 1
      from -= pieces[first]?.length ?? 0
    }
    return pieces
      .slice(first, at + 1)
      .join('')
      .slice(start - from, end - from)
  }
  const slice = (start: number, end: number): string =>
    start >= offset ? piece.slice(start - offset, end - offset) : sliceAcross(start, end)
  const pop = (): void => {
    const top = stack.pop()
    if (top === undefined) return
    open[top.id] = (open[top.id] ?? 1) - 1
    reader.close(top)
  }
  const begin = (next: Tag): void => {
    if (next.ends !== null)
      for (let top = stack.at(-1); top !== undefined && next.ends.has(top.id); top = stack.at(-1)) pop()
    if (next.foreign !== null) foreign.push(next.foreign)
    tag = next
    attributes = {}
  }
  const finish = (): void => {
    reader.open(tag, attributes)
    if (tag.isVoid) return
    stack.push(tag)
    open[tag.id] = (open[tag.id] ?? 0) + 1
  }
  const end = (closed: Tag): void => {
    if (closed.foreign !== null) foreign.pop()
    if ((open[closed.id] ?? 0) > 0) {
      for (let top = stack.at(-1); top !== closed; top = stack.at(-1)) pop()
      pop()
    } else if (closed === P) {
      begin(P)
      finish()
      pop()
    } else if (closed === BR) reader.open(BR, {})
  }
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ontext: (start, stop) => reader.text(slice(start, stop)),
      ontextentity: (code) => reader.text(String.fromCodePoint(code)),
      onopentagname: (start, stop) => begin(tagFor(slice(start, stop))),
      onopentagend: finish,
      onselfclosingtag: () => {
        finish()
        if (foreign.at(-1) === true && stack.at(-1) === tag) pop()
      },
      onclosetag: (start, stop) => end(tagFor(slice(start, stop))),
      onattribname: (start, stop) => {
        name = attributeName(slice(start, stop))
        value = ''
      },
      onattribdata: (start, stop) => {
        if (name !== null) value += slice(start, stop)
      },
      onattribentity: (code) => {
        if (name !== null) value += String.fromCodePoint(code)
      },
      onattribend: () => {
        if (name !== null && attributes[name] === undefined) attributes[name] = value
      },
      oncdata: (start, stop, tail) => reader.records(slice(start, stop - tail)),
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
    },
  )
  for (; at < pieces.length && !reader.isFull(); at += 1) {
    piece = pieces[at] ?? ''
    tokenizer.write(piece)
    offset += piece.length
  }
  at = Math.max(0, at - 1)
  offset -= piece.length
  tokenizer.end()
  while (stack.length > 0) pop()
}
