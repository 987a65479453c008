import { type LinkCase, plain } from '../link-case.ts'

const REFRESHES = [
  ['a refresh with a comma', '900,url=/t/r1', '/t/r1'],
  ['a refresh with a blank', '900 url=/t/r2', '/t/r2'],
  ['a refresh without url=', '900; /t/r3', '/t/r3'],
  ['a refresh with blanks', ' 900 ; URL = /t/r4 ', '/t/r4'],
  ['a refresh after a fraction', '.5; url=/t/r5', '/t/r5'],
  ['a refresh whose quote is not closed', "900; url='/t/r6", '/t/r6'],
  ['a refresh with more after its quote', "900; url='/t/r7' x", '/t/r7'],
  ['a refresh without a time', 'url=/t/no80'],
  ['a refresh with a word for a time', '0x;url=/t/no81'],
  ['a refresh of a time below zero', '-1;url=/t/no82'],
  ['a refresh with two semicolons', '900;;url=/t/r8', '/t/;url=/t/r8'],
  ['a refresh to nothing', '900;url='],
] as const

const ofRefresh = ([name, content, path]: (typeof REFRESHES)[number]): LinkCase => ({
  name,
  html: `<base href="/t/"><meta http-equiv="refresh" content="${content}">`,
  asks: path === undefined ? [] : [path],
})

/** Refreshes (HTML §4.2.5.3), and what scripts and menus lead to, which is guessed. */
export const JUMPS: readonly LinkCase[] = [
  ...REFRESHES.map(ofRefresh),
  ...plain([
    ['the location of self', `<p onclick="self.location='/t/j1'">x</p>`, '/t/j1'],
    ['the location of top', `<p onclick="top.location.href='/t/j2'">x</p>`, '/t/j2'],
    ['the location of parent', `<p onclick="parent.location.replace('/t/j3')">x</p>`, '/t/j3'],
    ['the location of the document', `<p onclick="document.location='/t/j4'">x</p>`, '/t/j4'],
    ['the location in brackets', `<p onclick="window['location']['href']='/t/j5'">x</p>`, '/t/j5'],
    ['a template text', '<script>function f() { location.href = `/t/j6` }</script>', '/t/j6'],
    ['open alone', `<p onclick="open('/t/j7')">x</p>`, '/t/j7'],
    ['a double click', `<p ondblclick="location='/t/j8'">x</p>`, '/t/j8'],
    ['a handler without quotes', '<p onclick=location.href="/t/j9">x</p>', '/t/j9'],
    ['escaped slashes', `<script>function f() { location = '\\/t\\/j10' }</script>`, '/t/j10'],
    ['later', `<script>setTimeout("location.href='/t/j11'", 9e9)</script>`, '/t/j11'],
    ['javascript: with a blank before', `<a href=" javascript:location='/t/j12'">x</a>`, '/t/j12'],
    ['javascript: with references', `<a href="java&#115;cript:window.open('/t/j13')">x</a>`, '/t/j13'],
    ['javascript: with a line break', `<a href="java\nscript:location='/t/j14'">x</a>`, '/t/j14'],
    ['javascript: with escapes', '<a href="javascript:location=%27/t/j15%27">x</a>', '/t/j15'],
    [
      'a menu that jumps',
      '<select onchange="location=value"><option value="/t/j16.html"></select>',
      '/t/j16.html',
    ],
    ['a menu of numbers', '<select><option value="2021"><option value="2021/07/06"></select>'],
    ['data-url', '<li data-url="/t/j17">x</li>', '/t/j17'],
    ['data-srcset', '<img data-srcset="/t/j18.png 1x, /t/j19.png 2x">', '/t/j18.png', '/t/j19.png'],
    ['data-bg', '<p data-bg="url(/t/j20.png)">x</p>', '/t/j20.png'],
    ['data that is no address', '<p data-date="2021/07/06" data-pattern="/^no83$/" data-unit="km/h">x</p>'],
    ['a comparison', `<script>if (location.href == '/t/no84') f()</script>`],
    ['a comment of a script', `<script>// location.href = '/t/no85'\n/* open('/t/no86') */</script>`],
    ['half an address', `<script>function f(id) { location.href = \`/t/no87/\${id}\` }</script>`],
    ['a request of a script', `<script>x.open('GET', '/t/no88'); fetch('/t/no89')</script>`],
    ['data in a script element', `<script type="application/json">{"x": "location='/t/no90'"}</script>`],
    ['a jump in a template', `<template><p onclick="location='/t/no91'">x</p></template>`],
  ]),
]
