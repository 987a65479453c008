import { plain } from '../link-case.ts'

/** What styles load (CSS Syntax §4.3, CSS Images §2.4). */
export const STYLES = plain([
  ['blanks in url()', '<style>p { background: url(  /t/c1.png  ) }</style>', '/t/c1.png'],
  ['URL() in capitals', '<style>p { background: URL(/t/c2.png) }</style>', '/t/c2.png'],
  [
    'a comment inside of url() is none',
    '<style>p { background: url(/t/c3/**/.png) }</style>',
    '/t/c3/**/.png',
  ],
  ['an escaped bracket', '<style>p { background: url(/t/c4\\).png) }</style>', '/t/c4).png'],
  [
    'a line break in a string',
    '<style>p { background: url("/t/no70\n.png") } q { background: url(/t/no71.png) }</style>',
  ],
  ['an escaped line break', '<style>p { background: url("/t/c5\\\n.png") }</style>', '/t/c5.png'],
  [
    'a blank inside of url()',
    '<style>p { background: url(/t/no72 .png) } q { background: url(/t/c6.png) }</style>',
    '/t/c6.png',
  ],
  ['a url() that is not closed', '<style>p { background: url(/t/c7.png', '/t/c7.png'],
  ['@import in capitals', '<style>@IMPORT"/t/c8.css";</style>', '/t/c8.css'],
  ['@import behind a comment', '<style>@import/**/"/t/c9.css" screen;</style>', '/t/c9.css'],
  ['an image set of strings', '<style>p { background: image-set("/t/c10.png" 1x) }</style>', '/t/c10.png'],
  [
    'the type of an image is no address',
    '<style>p { background: image-set("/t/c11.png" type("image/no73.png")) }</style>',
    '/t/c11.png',
  ],
  ['a font', '<style>@font-face { src: local("x"), url(/t/c12.woff) format("woff") }</style>', '/t/c12.woff'],
  ['a cursor', '<style>p { cursor: url(/t/c13.cur), auto }</style>', '/t/c13.cur'],
  ['a content', '<style>p::before { content: url("/t/c14.png") }</style>', '/t/c14.png'],
  ['marks of a comment of HTML', '<style><!-- p { background: url(/t/c15.png) } --></style>', '/t/c15.png'],
  [
    'a name space is not loaded',
    '<style>@namespace url(/t/no74); p { background: url(/t/c16.png) }</style>',
    '/t/c16.png',
  ],
  [
    'a string of a selector',
    '<style>a[href="url(/t/no75)"] { background: url(/t/c17.png) }</style>',
    '/t/c17.png',
  ],
  ['a name that ends in url', '<style>p { background: nourl(/t/no76.png) }</style>'],
  [
    'references are none in a style',
    '<style>p { background: url(/t/c18?a&amp;b) }</style>',
    '/t/c18?a&amp;b',
  ],
  ['a style of another type', '<style type="text/less">p { background: url(/t/no77.png) }</style>'],
  ['a style for printers', '<style media="print">p { background: url(/t/c19.png) }</style>', '/t/c19.png'],
  ['no @import in an attribute', `<p style="@import '/t/no78.css'">x</p>`],
  ['a style of svg', '<svg><style>g { background: url(&quot;/t/c20.png&quot;) }</style></svg>', '/t/c20.png'],
  [
    'CDATA in a style of svg',
    '<svg><style><![CDATA[g { background: url(/t/c21.png) }]]></style></svg>',
    '/t/c21.png',
  ],
  [
    'a fragment of a style is of the page itself',
    '<base href="/t/no79/"><style>p { filter: url(#f) }</style>',
  ],
  ['an escape in the name of url()', '<style>p { background: u\\72 l(/t/c22.png) }</style>', '/t/c22.png'],
  ['a number with url for a unit', '<style>p { x: 2url(/t/no212.png) }</style>'],
  ['an escaped quote', '<style>p { background: url("/t/c23\\22 .png") }</style>', '/t/c23%22.png'],
  [
    '@import with conditions',
    '<style>@import url("/t/c24.css") layer(x) supports(display: grid) screen;</style>',
    '/t/c24.css',
  ],
  ['an image set of urls', '<style>p { background: image-set(url(/t/c25.png) 1x) }</style>', '/t/c25.png'],
  [
    'an image set of old',
    '<style>p { background: -webkit-image-set("/t/c26.png" 1x) }</style>',
    '/t/c26.png',
  ],
  ['empty urls', '<style>p { background: url() } q { background: url("") }</style>'],
  ['data in a style', '<style>p { background: url(data:image/png;base64,AA==) }</style>'],
  ["a property of one's own", '<p style="--x: url(/t/c27.png)">x</p>', '/t/c27.png'],
  [
    'a comment in an attribute',
    '<p style="/* url(/t/no213.png) */ background: url(/t/c28.png)">x</p>',
    '/t/c28.png',
  ],
  [
    'a filter of old',
    `<p style="filter: progid:X(src='/t/no214.png'); behavior: url(/t/c29.htc)">x</p>`,
    '/t/c29.htc',
  ],
  ['references for quotes', '<p style="background: url(&#39;/t/c30.png&#39;)">x</p>', '/t/c30.png'],
])
