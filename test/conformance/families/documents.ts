import type { LinkCase } from '../link-case.ts'

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  )

const WORDS = 'Nothing to see but a page of many words. '.repeat(60)
const start = (charset: string): string =>
  `<!DOCTYPE html><meta charset="${charset}"><title>Case</title><a href="/">x</a><a href="/case/0">x</a><p>${WORDS}</p>`
const utf16 = (html: string): Buffer =>
  Buffer.from(`<!DOCTYPE html><title>Case</title><p>${WORDS}${html}`, 'utf16le')
const [GUI, HUA] = [
  [0xb9, 0xe6],
  [0xbb, 0xae],
]

const page = (name: string, sent: Uint8Array, type: string | null, ...asks: string[]): LinkCase => ({
  name,
  html: `${name}.`,
  page: sent,
  ...(type === null ? {} : { type }),
  asks,
})

const XHTML = (body: string): Uint8Array =>
  bytes(
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Case</title></head><body><p>${WORDS}</p>${body}</body></html>`,
  )

const [IN_GBK, IN_UTF8] = ['%B9%E6', '%E8%A7%84']

/** Which of several names of a page's charset counts where its bytes say nothing (HTML §13.2.3.1, §13.2.3.2). */
const CHARSETS: readonly (readonly [name: string, head: string, type: string, byte: string])[] = [
  ['a header beats a meta', '<meta charset="gbk">', 'text/html; charset=utf-8', IN_UTF8],
  ['a header of GBK beats a meta', '<meta charset="utf-8">', 'text/html; charset=gbk', IN_GBK],
  ['a header that nobody knows does not', '<meta charset="gbk">', 'text/html; charset=none', IN_GBK],
  ['the first of two metas', '<meta charset="gbk"><meta charset="utf-8">', 'text/html', IN_GBK],
  ['a meta in a comment', '<!-- <meta charset="utf-8"> --><meta charset="gbk">', 'text/html', IN_GBK],
  [
    'a content of no header',
    '<meta content="text/html;charset=gbk"><meta charset="utf-8">',
    'text/html',
    IN_UTF8,
  ],
  [
    'the charset of a script',
    '<script charset="gbk" src="/"></script><meta charset=utf-8>',
    'text/html',
    IN_UTF8,
  ],
  ['a charset in a title of a tag', '<link title="charset=gbk"><meta charset="utf-8">', 'text/html', IN_UTF8],
  [
    'an old meta with quotes',
    `<meta http-equiv=Content-Type content="text/html; charset='gb2312'">`,
    'text/html',
    IN_GBK,
  ],
  ['a meta of UTF-16 in ASCII', '<meta charset="utf-16le">', 'text/html', IN_UTF8],
  ['a meta without quotes, in capitals', '<META CHARSET=GB2312 />', 'text/html', IN_GBK],
]

/** Pages whose bytes, charset or type decide (Encoding Standard, HTML §13.2.3, §14). */
export const DOCUMENTS: readonly LinkCase[] = [
  page(
    'a GBK letter whose second byte is a letter of ASCII',
    bytes(start('gbk'), GUI, '<a href="/t/d1?k=&#19970;">x</a>'),
    'text/html',
    '/t/d1?k=%81@',
  ),
  page(
    'a GBK letter whose second byte is a back-slash',
    bytes(start('gbk'), '<a title="', [0x81, 0x5c], '" href="/t/d2?k=', [0x81, 0x5c], '">x</a>'),
    'text/html',
    '/t/d2?k=%81\\',
  ),
  page(
    'the euro in GBK',
    bytes(start('gb2312'), GUI, '<a href="/t/d3?k=&euro;">x</a>'),
    'text/html',
    '/t/d3?k=%80',
  ),
  page(
    'four bytes of GB 18030',
    bytes(start('gb18030'), GUI, '<a href="/t/d4?k=&#128512;&euro;">x</a>'),
    'text/html',
    '/t/d4?k=%949%FC6%A2%E3',
  ),
  page(
    'GBK by the header',
    bytes(start('utf-8'), '<a href="/t/d5?k=', GUI, HUA, '">x</a>'),
    'text/html; charset=GBK',
    '/t/d5?k=%B9%E6%BB%AE',
  ),
  page(
    'GBK by an old meta',
    bytes(
      '<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>Case</title>',
      WORDS,
      '<a href="/t/d6?k=',
      GUI,
      '">x</a>',
    ),
    'text/html',
    '/t/d6?k=%B9%E6',
  ),
  page(
    'GBK in a form, an image and a style',
    bytes(
      start('gbk'),
      '<form action="/t/d7?k=',
      GUI,
      '"></form><img src="/t/d8?k=',
      GUI,
      '"><style>p { background: url(/t/d9?k=',
      GUI,
      ') }</style>',
    ),
    'text/html',
    '/t/d7?k=%B9%E6',
    '/t/d8?k=%B9%E6',
    '/t/d9?k=%B9%E6',
  ),
  page(
    'a base in GBK',
    bytes(start('gbk'), '<base href="/t/', GUI, '/"><a href="d10?k=', GUI, '">x</a>'),
    'text/html',
    '/t/%E8%A7%84/d10?k=%B9%E6',
  ),
  page(
    'Big5',
    bytes(start('big5'), '<a href="/t/d11?k=', [0xa4, 0xa4], '&#21313;&#35268;">x</a>'),
    'text/html; charset=big5',
    '/t/d11?k=%A4%A4%A4Q%26%2335268%3B',
  ),
  page(
    'Shift_JIS',
    bytes(start('shift_jis'), '<a href="/t/d12?k=', [0x93, 0xfa], '&yen;">x</a>'),
    'text/html; charset=shift_jis',
    '/t/d12?k=%93%FA\\',
  ),
  page(
    'windows-1252',
    bytes(start('iso-8859-1'), '<a href="/t/d13?k=', [0xe9, 0x20], '&#20013;">x</a>'),
    'text/html; charset=iso-8859-1',
    '/t/d13?k=%E9%20%26%2320013%3B',
  ),
  page(
    'UTF-16 with its mark',
    Buffer.concat([Buffer.from([0xff, 0xfe]), utf16('<a href="/t/d14/规?k=划">x</a>')]),
    'text/html',
    '/t/d14/%E8%A7%84?k=%E5%88%92',
  ),
  page(
    'UTF-16 by the header',
    utf16('<a href="/t/d15/规?k=划">x</a>').swap16(),
    'text/html; charset=utf-16be',
    '/t/d15/%E8%A7%84?k=%E5%88%92',
  ),
  page(
    'XHTML: an empty script',
    XHTML('<script src="/t/d16.js"/><style/><textarea/><a href="/t/d17">x</a>'),
    'application/xhtml+xml',
    '/t/d16.js',
    '/t/d17',
  ),
  page(
    'XHTML: CDATA',
    XHTML(
      '<script><![CDATA[ "</script>" ]]></script><p><![CDATA[<a href="/t/no95">]]></p><a href="/t/d18">x</a>',
    ),
    'application/xhtml+xml; charset=utf-8',
    '/t/d18',
  ),
  page(
    'XHTML: a style',
    XHTML('<style>p { background: url(&quot;/t/d19.png&quot;) }</style>'),
    'application/xhtml+xml',
    '/t/d19.png',
  ),
  page('HTML as text is text', bytes(start('utf-8'), '<a href="/t/no96">x</a>'), 'text/plain'),
  page('HTML without a type', bytes(start('utf-8'), '<a href="/t/d20">x</a>'), null, '/t/d20'),
  page(
    'a type in capitals',
    bytes(start('utf-8'), '<a href="/t/d21">x</a>'),
    'Text/HTML ;charset="utf-8"',
    '/t/d21',
  ),
  ...CHARSETS.map(([name, head, type, byte]) =>
    page(
      name,
      bytes(
        `<!DOCTYPE html>${head}<title>Case</title><a href="/">x</a><p>${WORDS}</p>`,
        `<a href="/t/x?k=${name.length}&#35268;">x</a>`,
      ),
      type,
      `/t/x?k=${name.length}${byte}`,
    ),
  ),
  page(
    'a mark beats header and meta',
    bytes([0xef, 0xbb, 0xbf], start('gbk'), '<a href="/t/d22?k=', [0xe8, 0xa7, 0x84], '">x</a>'),
    'text/html; charset=gbk',
    '/t/d22?k=%E8%A7%84',
  ),
  page(
    'GBK named behind much else',
    bytes(`<!--${'x'.repeat(5000)}-->`, start('gbk'), '<a href="/t/d23?k=', GUI, '">x</a>'),
    'text/html',
    '/t/d23?k=%B9%E6',
  ),
  page(
    'a path and a query in GBK',
    bytes(start('gbk'), '<a href="/t/', GUI, '?k=', GUI, '#', GUI, '">x</a>'),
    'text/html',
    '/t/%E8%A7%84?k=%B9%E6',
  ),
  page(
    'GBK in a refresh, a set and a script',
    bytes(
      start('gbk'),
      '<meta http-equiv="refresh" content="900;url=/t/d24?k=',
      GUI,
      '"><img srcset="/t/d25?k=',
      GUI,
      ` 1x"><p onclick="location='/t/d26?k=`,
      GUI,
      `'">x</p>`,
    ),
    'text/html',
    '/t/d24?k=%B9%E6',
    '/t/d25?k=%B9%E6',
    '/t/d26?k=%B9%E6',
  ),
  page(
    'GBK beside references in a style and a click',
    bytes(
      start('gbk'),
      '<p style="background: url(/t/d30?k=',
      GUI,
      '&middot;&#35268;)" onclick="location=&quot;/t/d31?k=',
      GUI,
      '&#35268;&quot;">x</p>',
    ),
    'text/html',
    '/t/d30?k=%B9%E6%A1%A4%B9%E6',
    '/t/d31?k=%B9%E6%B9%E6',
  ),
  page(
    'GBK whatever a form accepts',
    bytes(start('gbk'), '<form accept-charset="utf-8" action="/t/d27?k=', GUI, '"></form>'),
    'text/html',
    '/t/d27?k=%B9%E6',
  ),
  page('EUC-KR', bytes(start('euc-kr'), '<a href="/t/d28?k=&#54620;">x</a>'), 'text/html', '/t/d28?k=%C7%D1'),
  page(
    'XML that names its charset',
    bytes(
      `<?xml version="1.0" encoding="gbk"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Case</title></head><body><p>${WORDS}</p><a href="/t/d29?k=`,
      GUI,
      '">x</a></body></html>',
    ),
    'application/xhtml+xml',
    '/t/d29?k=%B9%E6',
  ),
]
