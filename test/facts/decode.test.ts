import { describe, expect, it } from 'vitest'
import { gbk } from '../../fixtures/city/gbk.ts'
import { charsetOf, decode } from '../../src/facts/decode.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const META = '<meta charset="gb2312">'

describe('decode', () => {
  it.each<[string, Uint8Array, string | null, string, string]>([
    ['UTF-8 whatever the header says', utf8('信息公开'), 'text/html; charset=gbk', 'utf-8', 'utf-8-valid'],
    ['GBK by its header', gbk('信息公开'), 'text/html; charset=GBK', 'gb18030', 'http'],
    ['GBK by its meta element', gbk(`${META}信息公开`), 'text/html', 'gb18030', 'meta'],
    ['GBK that a header calls UTF-8', gbk(`${META}信息公开`), 'text/html; charset=utf-8', 'gb18030', 'meta'],
    ['GBK that nothing names', gbk('信息公开'), null, 'gb18030', 'fallback'],
    ['a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8('信息公开')), null, 'utf-8', 'bom'],
  ])('%s', (_what, bytes, header, name, decidedBy) => {
    const read = decode(bytes, header)
    expect(read.pieces.join('')).toContain('信息公开')
    expect(read.charset).toEqual({ name, decidedBy })
  })

  it.each<[string, Uint8Array, string | null, string, string, string]>([
    [
      'UTF-8 with a title that was cut inside a character',
      Uint8Array.of(
        ...utf8(`${'政府信息公开目录。'.repeat(20)}<title>关于印`),
        0xe5,
        0x8f,
        ...utf8('</title>'),
      ),
      'text/html',
      'utf-8',
      'utf-8-nearly-valid',
      '政府信息公开目录',
    ],
    [
      'GBK behind a header that servers send by default',
      gbk(`${META}信息公开`),
      'text/html; charset=ISO-8859-1',
      'gb18030',
      'meta',
      '信息公开',
    ],
    [
      'a header that the page does not contradict',
      Uint8Array.of(0x63, 0x61, 0x66, 0xe9, 0x2e),
      'text/html; charset=ISO-8859-1',
      'windows-1252',
      'http',
      'café',
    ],
    [
      'accents that nothing names',
      Uint8Array.from('Le café fermé, à bientôt', (one) => one.charCodeAt(0)),
      null,
      'windows-1252',
      'fallback',
      'fermé',
    ],
  ])('%s', (_what, bytes, header, name, decidedBy, words) => {
    const read = decode(bytes, header)
    expect(read.charset).toEqual({ name, decidedBy })
    expect(read.pieces.join('')).toContain(words)
  })

  it('does not take GBK for broken UTF-8', () => {
    expect(decode(gbk('<p>abc</p>信息公开年度报告'), null).charset.name).toBe('gb18030')
  })

  it('keeps UTF-8 that was cut inside a character', () => {
    const bytes = utf8('信息公开')
    for (const cut of [1, 2])
      expect(decode(bytes.subarray(0, bytes.length - cut), null).charset.name).toBe('utf-8')
  })

  it.each([
    ['gb2312', 'gb18030'],
    ['GB_2312-80', 'gb18030'],
    ['gb-2312', 'gb18030'],
    ['cp936', 'gb18030'],
    ['x-gbk', 'gb18030'],
    ['utf-8;', 'utf-8'],
    ['UTF8', 'utf-8'],
    ['big5', 'big5'],
    ['nonsense', null],
    ['', null],
  ])('knows the label %s', (label, want) => {
    expect(charsetOf(label)).toBe(want)
  })
})
