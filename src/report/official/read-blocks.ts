import type { Block, Column, Words } from './block.ts'
import { cutAtBars, wordsOf } from './markup.ts'

/** Markup that cannot be read: the line's words, and what was expected. */
export class MarkupFault extends Error {
  constructor(line: string, expected: string) {
    super(`“${line}” ${expected}`)
    this.name = 'MarkupFault'
  }
}

type Lines = readonly string[]

const ALIGN = { l: 'left', c: 'center', r: 'right' } as const

/** `名次{4c}`: the heading, the width as a share, and left, centre or right. */
function columnOf(text: string): Column {
  const found = /^(.*?)\{(\d+(?:\.\d+)?)([lcr]?)\}$/s.exec(text)
  if (found === null)
    throw new MarkupFault(
      text,
      '应写作“标题{宽度}”，如 名次{4c} / expected heading{width}, such as rank{4c}.',
    )
  const [, title = '', width = '', align = ''] = found
  return { title: wordsOf(title), width: Number(width), align: ALIGN[align as 'l' | 'c' | 'r'] ?? 'left' }
}

const cellsOf = (line: string): readonly Words[] => cutAtBars(line.replace(/^\|/, '')).map(wordsOf)

function rowsOf(lines: Lines, most: number, exact: boolean): readonly (readonly Words[])[] {
  return lines.map((line) => {
    const cells = cellsOf(line)
    if (exact ? cells.length !== most : cells.length > most)
      throw new MarkupFault(
        line,
        `应有 ${most} 格，实有 ${cells.length} 格 / expected ${most} cells, found ${cells.length}.`,
      )
    return cells
  })
}

type ReadBlock = (parts: readonly string[], rows: Lines) => Block

const one = (kind: 'issuer' | 'number' | 'title' | 'addressee' | 'plain'): ReadBlock => {
  return ([text = '']) => ({ kind, words: wordsOf(text) })
}

const table =
  (small: boolean): ReadBlock =>
  (parts, rows) => {
    const columns = parts.map(columnOf)
    return { kind: 'table', small, columns, rows: rowsOf(rows, columns.length, true) }
  }

const form =
  (small: boolean): ReadBlock =>
  (parts, rows) => {
    const widths = parts.map((part) => columnOf(part).width)
    return { kind: 'form', small, widths, rows: rowsOf(rows, widths.length, false) }
  }

/** What each `!name` makes of the parts after it and of the rows below it. */
const DIRECTIVES: Readonly<Record<string, ReadBlock>> = {
  issuer: one('issuer'),
  number: one('number'),
  title: one('title'),
  to: one('addressee'),
  left: one('plain'),
  attachments: () => ({ kind: 'attachments', titles: [] }),
  attachment: ([_key, title = '']) => ({ kind: 'attachment', label: '', words: wordsOf(title) }),
  signature: ([office = '', day = '']) => ({ kind: 'signature', office: wordsOf(office), day: wordsOf(day) }),
  imprint: ([copyTo = '', office = '', day = '']) => ({
    kind: 'imprint',
    copyTo: wordsOf(copyTo),
    office: wordsOf(office),
    day: wordsOf(day),
  }),
  table: table(false),
  list: table(true),
  form: form(false),
  record: form(true),
  picture: ([name = '', words = '']) => ({ kind: 'picture', name, words: wordsOf(words) }),
  pagebreak: () => ({ kind: 'pagebreak' }),
}

const HEADING = /^(#{1,3}) (.*)$/

function blockOf(line: string, rows: Lines): Block {
  const heading = HEADING.exec(line)
  if (heading !== null) {
    const [, signs = '', text = ''] = heading
    return { kind: 'heading', level: signs.length as 1 | 2 | 3, words: wordsOf(text) }
  }
  if (!line.startsWith('!')) return { kind: 'paragraph', words: wordsOf(line) }
  const [, name = '', rest = ''] = /^!(\S+)\s*(.*)$/.exec(line) ?? []
  const read = DIRECTIVES[name]
  if (read === undefined)
    throw new MarkupFault(
      line,
      `没有这个标记 / no such mark; there are ${Object.keys(DIRECTIVES)
        .map((known) => `!${known}`)
        .join(' ')}.`,
    )
  return read(cutAtBars(rest), rows)
}

/** `!attachment key | title` */
const ATTACHMENT = /^!attachment\s+([A-Za-z][\w-]*)\s*\|/

/** `{@key}` in words: the number of the attachment with that key. */
function withReferences(lines: Lines): Lines {
  const keys = lines.flatMap((line) => ATTACHMENT.exec(line)?.[1] ?? [])
  return lines.map((line) =>
    line.replace(/(?<!\\)\{@([\w-]+)\}/g, (_, key: string) => {
      const at = keys.indexOf(key)
      if (at < 0)
        throw new MarkupFault(line, `没有附件“${key}” / no attachment ${key}; there are ${keys.join(', ')}.`)
      return keys.length === 1 ? '附件' : `附件${at + 1}`
    }),
  )
}

/** The parts of a document from lines of markup (reports/README.md). Throws {@link MarkupFault}. */
export function readBlocks(text: string): readonly Block[] {
  const lines = withReferences(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  )
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (line.startsWith('|'))
      throw new MarkupFault(
        line,
        '表格行之前应有 !table、!list、!form 或 !record / a row must stand below !table, !list, !form or !record.',
      )
    let end = at + 1
    if (/^!(table|list|form|record)\b/.test(line)) while (lines[end]?.startsWith('|')) end += 1
    blocks.push(blockOf(line, lines.slice(at + 1, end)))
    at = end - 1
  }
  return blocks
}
