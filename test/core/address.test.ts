import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Address,
  addressReader,
  hostNameOf,
  hostOf,
  parseAddress,
  toAddress,
  withoutTokens,
} from '../../src/core/address.ts'

describe('parseAddress', () => {
  it.each([
    ['host in lower case', 'HTTP://WWW.Fgw.GOV.example/A', 'http://www.fgw.gov.example/A'],
    ['an empty path', 'http://a.example', 'http://a.example/'],
    ['the default port of http', 'http://a.example:80/x', 'http://a.example/x'],
    ['the default port of https', 'https://a.example:443/x', 'https://a.example/x'],
    ['another port stays', 'http://a.example:8080/x', 'http://a.example:8080/x'],
    ['443 on http stays', 'http://a.example:443/x', 'http://a.example:443/x'],
    ['a trailing dot', 'http://a.example./x', 'http://a.example/x'],
    ['a trailing dot before a port', 'http://a.example.:8080/x', 'http://a.example:8080/x'],
    ['several trailing dots', 'http://a.example../x', 'http://a.example/x'],
    ['a number behind trailing dots', 'http://0x7f.1../', 'http://127.0.0.1/'],
    ['a number as a host', 'http://2130706433/', 'http://127.0.0.1/'],
    ['an IPv6 literal', 'http://[::1]:8080/', 'http://[::1]:8080/'],
    ['a Chinese host', 'http://政务.example/', 'http://xn--zfr164b.example/'],
    ['ideographic full stops in the host', 'http://政务。example/', 'http://xn--zfr164b.example/'],
    ['full-width and half-width stops', 'http://ｗｗｗ．a｡example/', 'http://www.a.example/'],
    ['full-width digits of a host', 'http://１２７.0.0.１/', 'http://127.0.0.1/'],
    ['full-width letters in the host', 'http://ａ.example/', 'http://a.example/'],
    ['Chinese in the path', 'http://a.example/规划', 'http://a.example/%E8%A7%84%E5%88%92'],
    ['escapes in upper case', 'http://a.example/%e8%a7%84', 'http://a.example/%E8%A7%84'],
    ['GBK escapes stay bytes', 'http://a.example/%b9%e6?k=%B9%e6', 'http://a.example/%B9%E6?k=%B9%E6'],
    [
      'unreserved characters decoded',
      'http://a.example/%7Egk/%61%2Ehtml?%78=%31',
      'http://a.example/~gk/a.html?x=1',
    ],
    ['reserved characters stay escaped', 'http://a.example/a%2fb?c=%26d', 'http://a.example/a%2Fb?c=%26d'],
    ['an escaped percent sign stays', 'http://a.example/100%2541', 'http://a.example/100%2541'],
    ['a stray percent sign completes nothing', 'http://a.example/%4%31', 'http://a.example/%4%31'],
    ['dot segments', 'http://a.example/a/./b/../c', 'http://a.example/a/c'],
    ['escaped dot segments', 'http://a.example/a/%2e%2E/c', 'http://a.example/c'],
    ['an empty query stays', 'http://a.example/x?', 'http://a.example/x?'],
    ['an empty query before a fragment', 'http://a.example/x?#y', 'http://a.example/x?'],
    ['an empty query of a front page', 'http://a.example?', 'http://a.example/?'],
    ['a question mark of a fragment', 'http://a.example/x#?', 'http://a.example/x'],
    ['a query keeps its order', 'http://a.example/x?b=2&a=1', 'http://a.example/x?b=2&a=1'],
    ['a fragment', 'http://a.example/x#top', 'http://a.example/x'],
    ['spaces around', ' \t\u3000http://a.example/x\n', 'http://a.example/x'],
  ])('brings into canonical form: %s', (_name, text, address) => {
    expect(toAddress(text)).toBe(address)
  })

  it.each([
    ['list.html', 'http://a.example/gk/list.html'],
    ['../x?y=1', 'http://a.example/x?y=1'],
    ['?page=2', 'http://a.example/gk/index.html?page=2'],
    ['?', 'http://a.example/gk/index.html?'],
    ['//b.example/x', 'http://b.example/x'],
    ['https://b.example', 'https://b.example/'],
  ])('reads %s from where it stands', (text, address) => {
    expect(toAddress(text, 'http://a.example/gk/index.html')).toBe(address)
  })

  it('keeps the fragment apart', () => {
    expect(parseAddress('http://a.example/x#/apply')).toEqual({
      ok: true,
      address: 'http://a.example/x',
      fragment: '#/apply',
    })
  })

  it.each([
    ['', 'empty'],
    [' \t\u3000', 'empty'],
    ['gk/list.html', 'not-an-address'],
    ['http://', 'not-an-address'],
    ['http://a b.example/', 'not-an-address'],
    ['http://a.example:99999/', 'not-an-address'],
    ['http://./', 'no-host'],
    ['http://..:8080/', 'no-host'],
    ['ftp://a.example/', 'not-http'],
    ['file:///C:/index.html', 'not-http'],
    ['C:\\index.html', 'not-http'],
    ['javascript:void(0)', 'not-http'],
    ['mailto:a@b.example', 'not-http'],
    ['http://user:word@a.example/', 'credentials'],
    ['http://user@a.example/', 'credentials'],
  ] as const)('refuses “%s”: %s', (text, reason) => {
    expect(parseAddress(text)).toEqual({ ok: false, reason, text })
    expect(toAddress(text)).toBeNull()
  })

  it('does not fall over a base that is none', () => {
    expect(parseAddress('x', 'nowhere')).toMatchObject({ ok: false, reason: 'not-an-address' })
  })

  const piece = fc.oneof(
    fc.constantFrom(
      '%',
      '%4',
      '%41',
      '%2e',
      '%7e',
      '%2f',
      '..',
      '/',
      '?',
      '#',
      ';',
      '&',
      '=',
      '规',
      ' ',
      'A',
      '1',
      "'",
    ),
    fc.string({ maxLength: 3 }),
  )
  const text = fc
    .tuple(fc.constantFrom('http://a.example', 'HTTPS://B.example.:443', 'http://0x7f.1..'), fc.array(piece))
    .map(([start, pieces]) => `${start}/${pieces.join('')}`)

  it('has nothing left to do on what it gave', () => {
    fc.assert(
      fc.property(text, (words) => {
        const once = toAddress(words)
        if (once !== null) expect(toAddress(once)).toBe(once)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('hostOf and hostNameOf', () => {
  it.each([
    ['http://a.example/x', 'a.example', 'a.example'],
    ['http://a.example:8080/x', 'a.example:8080', 'a.example'],
    ['http://[::1]:8080/', '[::1]:8080', '[::1]'],
  ])('%s', (address, host, name) => {
    expect(hostOf(address as Address)).toBe(host)
    expect(hostNameOf(address as Address)).toBe(name)
  })
})

describe('withoutTokens', () => {
  it.each([
    [
      'a session id in the path',
      'http://a.example/x.do;jsessionid=AB12.n1?id=1',
      'http://a.example/x.do?id=1',
    ],
    ['a session id in the query', 'http://a.example/x?PHPSESSID=ab12&id=1', 'http://a.example/x?id=1'],
    ['a token, whatever it is called', 'http://a.example/x?accessToken=1&csrf_token=2', 'http://a.example/x'],
    ['a ticket', 'http://a.example/x?ticket=ST-1-abc', 'http://a.example/x'],
    ['SAML', 'http://a.example/x?SAMLRequest=fZ&id=1', 'http://a.example/x?id=1'],
    ['time stamps', 'http://a.example/x?_t=1&timestamp=2&_=3', 'http://a.example/x'],
    [
      'a long code and state',
      `http://a.example/x?code=${'a1'.repeat(16)}&state=${'b'.repeat(16)}`,
      'http://a.example/x',
    ],
    ['one of several', 'http://a.example/x?b=2&token=1&a=1', 'http://a.example/x?b=2&a=1'],
    ['a session before an empty query', 'http://a.example/x;jsessionid=1?', 'http://a.example/x?'],
  ])('takes out %s', (_name, address, bare) => {
    expect(withoutTokens(address as Address)).toBe(bare)
  })

  it.each([
    ['no query', 'http://a.example/x'],
    ['the number of a column', 'http://a.example/list.jsp?code=0102'],
    ['the number of a state', 'http://a.example/list.jsp?state=1&sid=5'],
    ['GBK escapes beside a token are bytes', 'http://a.example/x?k=%B9%E6'],
    ['a name that only looks alike', 'http://a.example/x?coder=1&sides=2'],
    ['a second question mark', 'http://a.example/x?u=http://b.example/?y=1'],
  ])('leaves %s', (_name, address) => {
    expect(withoutTokens(address as Address)).toBe(address)
    const joint = address.includes('?') ? '&' : '?'
    expect(withoutTokens(`${address}${joint}token=1` as Address)).toBe(address)
  })
})

describe('addressReader', () => {
  const BASES = [
    'http://a.example/',
    'https://www.b-c.gov.example/x/y/list.html?a=/1#z',
    'http://a.example:8080/x',
    'http://10.0.0.1/x/',
    'nonsense',
  ]
  const part = fc.constantFrom(
    ...[
      'http:',
      'https:',
      '//',
      '/',
      '.',
      '..',
      '?',
      '#',
      ':',
      '@',
      '%20',
      '%41',
      'a',
      'b1',
      'A_b',
      'xn--a',
      '-',
    ],
    ...[
      'www.a.example',
      'c.gov.cn',
      '1.2.3',
      '0x1',
      '\\',
      ' ',
      '规划',
      '=',
      '&',
      '+',
      "'",
      '|',
      '~',
      '!',
      ';',
      '*',
    ],
  )
  const written = fc.array(part, { maxLength: 9 }).map((parts) => parts.join(''))

  it('says of every text what parseAddress says', () => {
    fc.assert(
      fc.property(fc.constantFrom(...BASES), written, (base, text) => {
        const { text: _, ...parsed } = { text: '', ...parseAddress(text, base) }
        expect(addressReader(base)(text)).toEqual(parsed)
      }),
      { numRuns: 5000 },
    )
  })
})

describe('an address with letters beyond ASCII', () => {
  it('is one however often it was read: URL.canParse of Node 20 forgets it once compiled', () => {
    const text = new TextDecoder().decode(new TextEncoder().encode('http://Guía.example/'))
    const read = Array.from({ length: 100_000 }, () => parseAddress(text, 'http://a.example/').ok)
    expect(read.filter((ok) => !ok)).toHaveLength(0)
  })

  it.each([
    ['utf-8', '/s?k=规划', '/s?k=%E8%A7%84%E5%88%92'],
    ['gb18030', '/s?k=规划', '/s?k=%B9%E6%BB%AE'],
    ['gbk', '/规划?k=规划&n=1#规划', '/%E8%A7%84%E5%88%92?k=%B9%E6%BB%AE&n=1'],
    ['gbk', '/s?k=%B9%E6%BB%AE', '/s?k=%B9%E6%BB%AE'],
    ['gbk', '/s?k=😀', '/s?k=%26%23128512%3B'],
    ['gbk', '/s?k=€', '/s?k=%80'],
    ['gb18030', '/s?k=€', '/s?k=%A2%E3'],
    ['gb18030', '/s?k=😀㐀é', '/s?k=%949%FC6%819%EE9%A8%A6'],
    ['gbk', '/s?k=丂', '/s?k=%81@'],
    ['big5', '/s?k=十═', '/s?k=%A4Q%F9%F9'],
    ['shift_jis', '/s?k=¥‾−黑纊', '/s?k=\\~%81|%FCK%FA\\'],
    ['euc-jp', '/s?k=¥−', '/s?k=\\%A1%DD'],
    ['windows-1252', '/s?k=€“', '/s?k=%80%93'],
    ['big5', '/s?k=規', '/s?k=%B3W'],
    ['shift_jis', '/s?k=規', '/s?k=%8BK'],
    ['windows-1252', '/s?k=é', '/s?k=%E9'],
    ['utf-16le', '/s?k=规', '/s?k=%E8%A7%84'],
  ])('has its query in the charset of its page: %s %s', (charset, text, path) => {
    const target = addressReader('http://a.example/', () => charset)(text)
    expect(target.ok ? target.address : target.reason).toBe(`http://a.example${path}`)
  })
})
