import { type LinkCase, plain } from '../link-case.ts'

/** Addresses with an empty query, which browsers ask for as they are written (URL Standard §4.4, RFC 3986 §6.2.3). */
export const EMPTY_QUERIES: readonly LinkCase[] = [
  ...plain([
    ['the page itself with an empty query', '<a href="?">x</a>', '?'],
    ['an empty query', '<a href="/t/y1?">x</a>', '/t/y1?'],
    ['with an empty query and without', '<a href="/t/y2?">x</a><a href="/t/y2">x</a>', '/t/y2?', '/t/y2'],
    ['an empty query behind a host', '<a href="//{HOST}/t/y3?">x</a>', '/t/y3?'],
    ['an empty query before a fragment', '<a href="/t/y4?#f">x</a>', '/t/y4?'],
    ['an empty query before an empty fragment', '<a href="/t/y5?#">x</a>', '/t/y5?'],
    ['a question mark in a fragment', '<a href="/t/y6#?">x</a>', '/t/y6'],
    ['two question marks', '<a href="/t/y7??">x</a>', '/t/y7??'],
    [
      'a query of nothing but its signs',
      '<a href="/t/y8?&">x</a><a href="/t/y8?=">x</a>',
      '/t/y8?&',
      '/t/y8?=',
    ],
    ['an empty query in a folder', '<base href="/t/y9/z?a=1"><a href="b?">x</a>', '/t/y9/b?'],
    ['an empty query in place of another', '<base href="/t/y10?a=1"><a href="?">x</a>', '/t/y10?'],
    [
      'an empty query of a picture',
      '<img src="/t/y11.png?" srcset="/t/y12.png? 2x">',
      '/t/y11.png?',
      '/t/y12.png?',
    ],
    ['an empty query of a form', '<form action="/t/y13?"></form>', '/t/y13?'],
    ['an empty query of a font', '<style>@font-face { src: url(/t/y14.eot?#iefix) }</style>', '/t/y14.eot?'],
    ['an empty query of a refresh', '<meta http-equiv="refresh" content="900;url=/t/y15?">', '/t/y15?'],
    ['an empty query of a click', `<p onclick="location.href='/t/y16?'">x</p>`, '/t/y16?'],
    ['an empty query behind Chinese', '<a href="/t/规y17?">x</a>', '/t/%E8%A7%84y17?'],
  ]),
  {
    name: 'an empty query in GBK',
    html: '<a href="/t/规y18?">x</a>',
    charset: 'gbk',
    asks: ['/t/%E8%A7%84y18?'],
  },
]
