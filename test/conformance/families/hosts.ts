import { plain } from '../link-case.ts'

const BAD = (name: string, address: string) => ({
  name,
  html: `<a href="${address}">x</a>`,
  asks: [],
  reports: { [address]: 'malformed' },
})

/** Hosts and ports in every spelling (URL Standard §3.5, §4.4; `{HOST}`: the server's own with its port). */
export const HOSTS = [
  ...plain([
    ['four slashes', '<a href="http:////{HOST}/t/h1">x</a>', '/t/h1'],
    ['three slashes without a scheme', '<a href="///{HOST}/t/h2">x</a>', '/t/h2'],
    ['back-slashes behind the scheme', '<a href="http:\\\\{HOST}\\t\\h3">x</a>', '/t/h3'],
    ['a query right behind the host', '<a href="http://{HOST}?h4">x</a>', '/?h4'],
    ['a name without a password', '<a href="http://@{HOST}/t/h5">x</a>', '/t/h5'],
    ['controls around', '<a href="\x01/t/h6\x1f">x</a>', '/t/h6'],
    ['a carriage return in the host', '<a href="http:/\r/{HOST}/t/h7">x</a>', '/t/h7'],
    ['a separator of lines is part of it', '<a href="/t/h8\u2028">x</a>', '/t/h8%E2%80%A8'],
    ['a semicolon first', '<a href=";h9">x</a>', '/case/;h9'],
    ['a fragment with a fragment', '<a href="/t/h10#a#b">x</a>', '/t/h10'],
    ['a directive of a fragment', '<a href="/t/h11#:~:text=x">x</a>', '/t/h11'],
    ['a back-slash behind a question mark', '<a href="/t\\h12?a\\b">x</a>', '/t/h12?a\\b'],
    [
      'other schemes',
      '<a href="sms:1">x</a><a href="ftp://x.example/1">x</a><a href="blob:http://x.example/1">x</a>',
    ],
    [
      'a view of the source',
      '<a href="view-source:http://x.example/">x</a><a href="intent://x.example">x</a>',
    ],
    [
      'javascript: in all its spellings',
      '<a href=" JavaScript:;">x</a><a href="&#106;avascript&colon;void(0)">x</a>',
    ],
  ]),
  BAD('a port that is too large', 'http://www.gov.example:99999/'),
  BAD('a port with a letter', 'http://www.gov.example:8a/'),
  BAD('a blank in a host', 'http://www gov.example/'),
]
