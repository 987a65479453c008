import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { readMarkup } from '../../src/facts/markup/events.ts'
import { piecesOf } from '../../src/facts/markup/pieces.ts'

const part = fc.constantFrom(
  ...[
    '<div>',
    '</div>',
    '<p>',
    '</p>',
    '<li>',
    '</ul>',
    '<table><tr>',
    '<td>',
    '</table>',
    '<br>',
    '</br>',
    '<b>',
  ],
  ...[
    '</b>',
    '<select>',
    '<option>',
    '<input name=a>',
    '<svg>',
    '<path/>',
    '</svg>',
    '<title>',
    '</title>',
    '<a/>',
  ],
  ...[
    '<script>',
    '</script>',
    '<!-- x -->',
    '<P CLASS="A &amp; b" class=c id>',
    '<x-y>',
    '</x-y>',
    '<',
    '&lt;',
    '字',
  ],
  ...['<h1>', '<dd>', '<dt>', '<form>'],
)

function byParser(html: string): readonly string[] {
  const told: string[] = []
  let _depth = 0
  const parser = new Parser({
    onopentag: (name, { class: classes = '', id = '', name: own = '', href = '' }) => {
      _depth += 1
      told.push(`<${name} ${classes} ${id} ${own} ${href}`)
    },
    ontext: (text) => told.push(text),
    onclosetag: (name) => {
      _depth -= 1
      told.push(`>${name}`)
    },
  })
  parser.end(html)
  return told
}

function byReader(pieces: readonly string[]): readonly string[] {
  const told: string[] = []
  readMarkup(pieces, {
    open: ({ name, isVoid }, { class: classes = '', id = '', name: own = '', href = '' }) => {
      told.push(`<${name} ${classes} ${id} ${own} ${href}`)
      if (isVoid) told.push(`>${name}`)
    },
    text: (text) => told.push(text),
    close: ({ name }) => told.push(`>${name}`),
    records: () => {},
    isFull: () => false,
  })
  return told
}

describe('readMarkup', () => {
  it('tells of every page what the parser of htmlparser2 tells', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
        const html = parts.join('')
        expect(byReader([html])).toEqual(byParser(html))
      }),
      { numRuns: 3000 },
    )
  })

  it('tells the same of a page in pieces', () => {
    const html = '<div class="a b"><p>政府信息公开<br>目录</div>'
    for (let at = 0; at <= html.length; at += 1)
      expect(byReader([html.slice(0, at), html.slice(at)]).join('')).toBe(byReader([html]).join(''))
  })
})

describe('piecesOf', () => {
  it.each([
    ['tags', '<p>政府信息公开</p>'.repeat(20_000)],
    ['text without tags', '政府信息公开'.repeat(60_000)],
    ['nothing', ''],
  ])('loses nothing of %s and cuts no character', (_what, text) => {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    const pieces = piecesOf(new TextEncoder().encode(text)).map((piece) => decoder.decode(piece))
    expect(pieces.join('')).toBe(text)
  })
})
