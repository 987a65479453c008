import robotsParser from 'robots-parser'
import { describe, expect, it } from 'vitest'
import { globOf } from '../../src/fetch/robots-glob.ts'
import { productTokens, readRobots, robotsText } from '../../src/fetch/robots-rules.ts'

const OURS = productTokens('portal-audit/0.1 (+办公室)')
const read = (...lines: readonly string[]) => readRobots(lines.join('\n'), OURS)

describe('the rules of a robots.txt', () => {
  it.each<readonly [string, readonly string[], string, boolean]>([
    ['nothing', [], '/x', true],
    ['an empty Disallow', ['User-agent: *', 'Disallow:'], '/x', true],
    ['everything', ['User-agent: *', 'Disallow: /'], '/x', false],
    ['robots.txt itself', ['User-agent: *', 'Disallow: /'], '/robots.txt', true],
    ['a path below', ['User-agent: *', 'Disallow: /a/'], '/a/b?c', false],
    ['a path that only begins alike', ['User-agent: *', 'Disallow: /a/'], '/ab', true],
    ['the longer rule', ['User-agent: *', 'Disallow: /a', 'Allow: /a/b'], '/a/b/c', true],
    ['the longer rule, whatever the order', ['User-agent: *', 'Allow: /a/b', 'Disallow: /a'], '/a/b/c', true],
    ['of equal rules the one that allows', ['User-agent: *', 'Disallow: /a', 'Allow: /a'], '/a', true],
    ['a wildcard', ['User-agent: *', 'Disallow: /*.pdf'], '/a/b.pdf?x', false],
    ['a wildcard to the end', ['User-agent: *', 'Disallow: /*.pdf$'], '/a/b.pdf?x', true],
    ['the end', ['User-agent: *', 'Disallow: /a$'], '/a', false],
    ['not the end', ['User-agent: *', 'Disallow: /a$'], '/ab', true],
    ['a query', ['User-agent: *', 'Disallow: /*?'], '/a?b', false],
    ['upper case in names of fields', ['USER-AGENT: *', 'DISALLOW: /a'], '/a', false],
    ['comments and blanks', ['User-agent : * # all', '  Disallow : /a # no'], '/a', false],
    ['a byte order mark', ['\uFEFFUser-agent: *', 'Disallow: /a'], '/a', false],
    ['lines that say nothing', ['User-agent: *', 'nonsense', '<html>', 'Disallow: /a'], '/a', false],
    ['rules of nobody', ['Disallow: /a'], '/a', true],
    ['Chinese paths', ['User-agent: *', 'Disallow: /公开'], '/%E5%85%AC%E5%BC%80/1', false],
    ['escapes in lower case', ['User-agent: *', 'Disallow: /%e5%85%ac'], '/%E5%85%AC', false],
    ['escapes that need not be', ['User-agent: *', 'Disallow: /%7Euser'], '/~user', false],
    ['us among others', ['User-agent: Baiduspider', 'User-agent: Portal-Audit', 'Disallow: /'], '/a', false],
    [
      'us before everybody',
      ['User-agent: *', 'Disallow: /', '', 'User-agent: portal-audit', 'Disallow: /x'],
      '/a',
      true,
    ],
    ['us with a version', ['User-agent: portal-audit/2.0', 'Disallow: /'], '/a', false],
    ['another whose name begins like ours', ['User-agent: portal-audit-pro', 'Disallow: /'], '/a', true],
    [
      'two groups for us',
      [
        'User-agent: portal-audit',
        'Disallow: /a',
        'User-agent: x',
        'Disallow: /',
        'User-agent: portal-audit',
        'Disallow: /b',
      ],
      '/b',
      false,
    ],
    [
      'two groups for everybody',
      ['User-agent: *', 'Disallow: /a', 'User-agent: x', 'Disallow: /', 'User-agent: *', 'Disallow: /b'],
      '/b',
      false,
    ],
    [
      'a group that a sitemap does not end',
      ['User-agent: x', 'Sitemap: http://a.example/s.xml', 'User-agent: *', 'Disallow: /a'],
      '/a',
      false,
    ],
    ['a group that a blank line does not end', ['User-agent: *', '', 'Disallow: /a'], '/a', false],
    ['line ends of a Macintosh', ['User-agent: *\rDisallow: /a'], '/a', false],
  ])('%s', (_name, lines, path, isAllowed) => {
    expect(read(...lines).isAllowed(path)).toBe(isAllowed)
  })

  it.each<readonly [string, readonly string[], number]>([
    ['none', ['User-agent: *', 'Disallow: /a'], 0],
    ['seconds', ['User-agent: *', 'Crawl-delay: 10'], 10_000],
    ['parts of seconds', ['User-agent: *', 'Crawl-delay: 0.5'], 500],
    ['of another', ['User-agent: x', 'Crawl-delay: 10'], 0],
    [
      'ours before everybody’s',
      ['User-agent: *', 'Crawl-delay: 10', 'User-agent: portal-audit', 'Crawl-delay: 2'],
      2_000,
    ],
    ['words', ['User-agent: *', 'Crawl-delay: soon'], 0],
    ['below zero', ['User-agent: *', 'Crawl-delay: -1'], 0],
    ['for ever', ['User-agent: *', 'Crawl-delay: Infinity'], Number.POSITIVE_INFINITY],
  ])('Crawl-delay: %s', (_name, lines, milliseconds) => {
    expect(read(...lines).crawlDelay).toBe(milliseconds)
  })

  it('agrees with another reader where that is right', () => {
    const lines = [
      'User-agent: *',
      'Disallow: /a*b',
      'Allow: /a*bc$',
      'Disallow: /*/d?',
      'Disallow: /e$',
      'Allow: /*.x',
    ]
    const other = (robotsParser as unknown as typeof robotsParser.default)(
      'http://a.example/robots.txt',
      lines.join('\n'),
    )
    const parts = ['/', 'a', 'b', 'c', 'd?q', 'e', '.x', '%20']
    for (const a of parts)
      for (const b of parts)
        for (const c of parts) {
          const path = `/${a}${b}${c}`.replace('//', '/')
          expect([path, read(...lines).isAllowed(path)]).toEqual([
            path,
            other.isAllowed(`http://a.example${path}`, 'portal-audit'),
          ])
        }
  })

  it('costs little, whatever it holds', () => {
    const stars = `/${'*a'.repeat(100_000)}`
    const rules = Array.from({ length: 20_000 }, (_, at) => `Disallow: /*${at}*x*y*z`)
    const startedAt = performance.now()
    const robots = read('User-agent: *', `Disallow: ${stars}`, ...rules)
    for (let at = 0; at < 20; at += 1) expect(robots.isAllowed(`/${'a'.repeat(2_000)}${at}`)).toBe(true)
    expect(globOf(stars)(`/${'a'.repeat(5_000)}`)).toBe(false)
    expect(performance.now() - startedAt).toBeLessThan(3_000)
  })

  it('is read up to 500 KiB, without the line that is cut', () => {
    const line = 'Disallow: /abcdefghij\n'
    const text = robotsText(Buffer.from(`User-agent: *\n${line.repeat(60_000)}`))
    expect(text.length).toBeLessThanOrEqual(500 * 1024)
    expect(text.endsWith('\n')).toBe(true)
  })
})

describe('the names that a robots.txt may call us by', () => {
  it.each([
    ['portal-audit/0.1', ['portal-audit']],
    ['CityBot/2.0 (+x@y.example)', ['portal-audit', 'citybot']],
    ['Mozilla/5.0 (compatible; City-Bot/1.0; +http://x/1)', ['portal-audit', 'mozilla', 'city-bot']],
  ])('%s', (userAgent, names) => {
    expect([...productTokens(userAgent)].sort()).toEqual([...names].sort())
  })
})
