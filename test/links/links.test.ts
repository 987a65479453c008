import { describe, expect, it } from 'vitest'
import { LINK_KINDS } from '../../src/links/link-kinds.ts'
import { linkRecords } from '../../src/links/link-records.ts'
import { linkText } from '../../src/links/resolve-link.ts'
import { scanLinks } from '../../src/links/scan-links.ts'
import { compared } from './compare.ts'

const bytesOf = (html: string): Uint8Array => new TextEncoder().encode(html)

/** The links of a page, as `kind value`. */
function linksIn(html: string): readonly string[] {
  const records = linkRecords()
  scanLinks(bytesOf(html), records)
  return Array.from({ length: records.count }, (_, at) => {
    const kind = LINK_KINDS[records.kind[at] ?? 0]?.name ?? ''
    return `${kind} ${linkText(records, at, () => 'utf-8')}`
  })
}

const KINDS: readonly [html: string, ...links: string[]][] = [
  ['<a href="/a">x</a>', 'a /a'],
  ["<a href='/a'>x</a>", 'a /a'],
  ['<a href=/a>x</a>', 'a /a'],
  ['<a href = " /a ">x</a>', 'a /a'],
  ['<A HREF="/a">x</A>', 'a /a'],
  ['<a href="/a" href="/b">x</a>', 'a /a'],
  ['<a title="href=/x" href="/a">', 'a /a'],
  ['<a\nclass=x/href="/a">'],
  ['<a/href="/a">', 'a /a'],
  ['<area href="/a">', 'area /a'],
  ['<link rel="stylesheet" href="/a.css">', 'link /a.css'],
  ['<img src="/a.png">', 'img /a.png'],
  ['<image src="/a.png">', 'img /a.png'],
  ['<img srcset="/a.png 1x, /b.png 2x">', 'srcset /a.png', 'srcset /b.png'],
  ['<img srcset="/a.png,/b.png">', 'srcset /a.png,/b.png'],
  ['<img srcset="/a.png, /b.png 2x,">', 'srcset /a.png', 'srcset /b.png'],
  ['<picture><source srcset="/a.webp"></picture>', 'srcset /a.webp'],
  ['<video src="/a.mp4" poster="/a.jpg"></video>', 'video /a.mp4', 'poster /a.jpg'],
  ['<audio src="/a.mp3"></audio>', 'audio /a.mp3'],
  ['<video><track src="/a.vtt"></video>', 'track /a.vtt'],
  ['<iframe src="/a"><a href="/no"></iframe>', 'iframe /a'],
  ['<object data="/a.swf"></object>', 'object /a.swf'],
  ['<embed src="/a.swf">', 'embed /a.swf'],
  ['<script src="/a.js"></script>', 'script /a.js'],
  ['<form action="/a"></form>', 'form /a'],
  ['<form action="/a"><form action="/b"></form>', 'form /a'],
  ['<form action="/a"></form><form action="/b"></form>', 'form /a', 'form /b'],
  ['<input type="image" src="/a.png">', 'input /a.png'],
  ['<input type="text" src="/a.png">'],
  ['<button formaction="/a">x</button>', 'form /a'],
  ['<meta http-equiv="Refresh" content="0; URL=/a">', 'refresh /a'],
  ['<meta http-equiv="refresh" content="5;/a">', 'refresh /a'],
  [`<meta http-equiv="refresh" content="0;url='/a'">`, 'refresh /a'],
  ['<meta http-equiv="refresh" content="0;url=&#39;/a&#39;">', 'refresh /a'],
  ['<meta http-equiv="refresh" content="30">'],
  ['<meta name="refresh" content="0; url=/a">'],
  ['<svg><a href="/a"></a></svg>', 'svg /a'],
  ['<svg><use xlink:href="/a.svg#b"/></svg>', 'svg /a.svg#b'],
  ['<svg><image href="/a.png" xlink:href="/b.png"/></svg>', 'svg /a.png'],
  ['<svg><style>a { background: url(/a.png) }</style></svg>', 'style /a.png'],
  ['<svg><p><a href="/a">', 'a /a'],
  ['<svg><foreignObject><a href="/a"></a></foreignObject></svg><a href="/b">', 'a /a', 'a /b'],
  ['<math><mi><a href="/a"></a></mi></math>', 'a /a'],
  ['<p style="background: url(/a.png)">', 'style /a.png'],
  ['<p style="background: url(&quot;/a.png&quot;)">', 'style /a.png'],
  [`<p style="background: url( '/a b.png' )">`, 'style /a b.png'],
  ['<p style="background: url(/a\\28 1\\29.png)">', 'style /a(1).png'],
  [`<p style='background: url(/a"b.png)'>`],
  ['<style>@import "/a.css"; a { background: url("/b.png") }</style>', 'style /a.css', 'style /b.png'],
  ['<style>/* url(/no.png) */ a::after { content: "url(/no.png)" }</style>'],
  ['<body background="/a.gif">', 'background /a.gif'],
  ['<table><tr><td background="/a.gif">', 'background /a.gif'],
  ['<frameset><frame src="/a"></frameset>', 'frame /a'],
  ['<body><p>x</p><frame src="/no">'],
  ['<frameset><frame src="/a"><noframes><a href="/no"></noframes></frameset>', 'frame /a'],
]

const NOWHERE: readonly [why: string, html: string][] = [
  ['a comment', '<!-- <a href="/a"> -->'],
  ['a comment that ends with --!>', '<!-- <a href="/a"> --!>'],
  ['a comment that is never ended', '<!-- <a href="/a">'],
  ['a declaration', '<!x <a href="/a" '],
  ['a script', '<script>document.write("<a href=/a>")</script>'],
  ['a script with a script in a comment', '<script><!-- <script> </script> <a href="/a"> --></script>'],
  ['a style', '<style><a href="/a"></style>'],
  ['a title', '<title><a href="/a"></title>'],
  ['a text field', '<textarea><a href="/a"></textarea>'],
  ['plain text', '<plaintext><a href="/a">'],
  ['an example', '<xmp><a href="/a"></xmp>'],
  ['a template', '<template><a href="/a"></a></template>'],
  ['a template in a template', '<template><template></template><a href="/a"></a></template>'],
  ['a select', '<select><a href="/a">x</a></select>'],
  ['a tag that is never ended', '<a href="/a"'],
  ['a value that is never ended', '<a href="/a>x</a>'],
  ['an end tag', '</a href="/a">'],
  ['CDATA of SVG', '<svg><![CDATA[<a href="/a">]]></svg>'],
]

const GUESSES: readonly [html: string, ...links: string[]][] = [
  [`<p onclick="location.href='/a'">`, 'onclick /a'],
  ['<p onclick="location.href=&quot;/a&quot;">', 'onclick /a'],
  [`<p onclick="window.open('/a','_blank')">`, 'onclick /a'],
  [`<p onclick="self.location='/a';return false">`, 'onclick /a'],
  [
    `<a href="javascript:window.location.replace('/a')">`,
    "a javascript:window.location.replace('/a')",
    'onclick /a',
  ],
  [`<p onclick="location.href='/a?id='+id">`],
  ['<select><option value="http://a.example/">x</option></select>', 'option http://a.example/'],
  ['<select><option value="/zwgk/">x</option><option value="12">y</option></select>', 'option /zwgk/'],
  ['<li data-href="/a.html">', 'data /a.html'],
  ['<img src="/s.gif" data-original="/a.jpg">', 'img /s.gif', 'data /a.jpg'],
  ['<li data-id="12" data-name="张三">'],
  ["<script>window.location.href = '/a'</script>", 'script-jump /a'],
  ["<script>location.href = base + '/a'</script>"],
]

describe('scanLinks', () => {
  it.each(KINDS)('%s', (html, ...links) => {
    expect(linksIn(html)).toEqual(links)
  })

  it.each(NOWHERE)('finds no link in %s', (_why, html) => {
    expect(linksIn(html)).toEqual([])
  })

  it.each(GUESSES)('guesses: %s', (html, ...links) => {
    expect(linksIn(html)).toEqual(links)
  })

  it.each([...KINDS.map(([html]) => html), ...NOWHERE.map(([, html]) => html)])(
    'agrees with parse5: %s',
    (html) => {
      expect(compared(bytesOf(html), null)).toMatchObject({ missing: [], extra: [] })
    },
  )

  it('takes the first base, wherever it stands', () => {
    const records = linkRecords()
    scanLinks(bytesOf('<a href="a"></a><base target="_top"><base href="/one/"><base href="/two/">'), records)
    const { bytes, baseStart, baseEnd } = records
    expect(new TextDecoder().decode(bytes.subarray(baseStart, baseEnd))).toBe('/one/')
  })

  it('counts lines by line feeds, from 1', () => {
    const records = linkRecords()
    scanLinks(bytesOf('\n<p>\r\n<a href="/a"\n></a><a href="/b">'), records)
    expect([...records.line.subarray(0, records.count)]).toEqual([3, 4])
  })

  it('reads UTF-16 with a byte order mark', () => {
    const records = linkRecords()
    scanLinks(
      new Uint8Array(new Uint16Array([...'\ufeff<a href="/中">'].map((one) => one.charCodeAt(0))).buffer),
      records,
    )
    expect(linkText(records, 0, () => 'utf-8')).toBe('/中')
  })

  it('reads a hundred thousand links, up to its limit, and the next page anew', () => {
    const records = linkRecords(60_000)
    scanLinks(bytesOf('<a href="/x">'.repeat(100_000)), records)
    expect([records.count, records.truncated]).toEqual([60_000, true])
    scanLinks(bytesOf('<a href="/y">'), records)
    expect([records.count, records.truncated]).toEqual([1, false])
  })
})
