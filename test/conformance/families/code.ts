import { plain } from '../link-case.ts'

const click = (code: string): string => `<p onclick="${code}">x</p>`

/** What code leads to, and what only looks so: nothing is put together, and nothing half guessed. */
export const CODE = plain([
  ['a sum behind a base', click("location.href = base + '/t/no250'")],
  ['a choice of two', click("location.href = x ? '/t/no251' : '/t/no252'")],
  ['a word that is joined', click("location.href = '/t/no253'.concat(x)")],
  ['a sum over lines', click("location.href = '/t/no254'\n + x")],
  ['a sum behind a comment', click("location.href = '/t/no255' /* id */ + id")],
  ['an argument that is added', click("window.open('/t/no256?u=' + encodeURIComponent(u))")],
  ['a sum in javascript:', `<a href="javascript:window.open('/t/no257' + x)">x</a>`],
  ['a function of the page', `<a href="javascript:doOpen('/t/no258')">x</a>`],
  ['a fragment by code', click("location.hash = '#no259'; location.search = '?no260=1'")],
  ['a name that ends in location', click("mylocation = '/t/no261'; var old_location = '/t/no262'")],
  ['an unequal comparison', click("if (location.href != '/t/no263') x()")],
  ['the open of another object', click("layer.open({ content: '/t/no264' }); xhr.open('GET', '/t/no265')")],
  ['nothing is opened', click("window.open('')")],
  ['the code of a script with a source', '<script src="/t/l1.js">location = "/t/no266"</script>', '/t/l1.js'],
  ['a template of a script', '<script type="text/template"><a href="/t/no267">x</a></script>'],
  ['a link that a script writes', `<script>document.write("<a href='/t/no268'>x</a>")</script>`],
  ['a condition before', click("if (confirm('x')) location = '/t/l2'"), '/t/l2'],
  ['the location of this', click("this.location = '/t/l3'"), '/t/l3'],
  ['the location of a window of a window', click("top.window.location = '/t/l4'"), '/t/l4'],
  ['a query with &amp;', click("window.location.href='/t/l5?a=1&amp;b=2'"), '/t/l5?a=1&b=2'],
  ['assign with blanks', click("window.location.assign( '/t/l6' )"), '/t/l6'],
  ['three arguments', click("window.open('/t/l7', '_blank', 'width=1'); return false"), '/t/l7'],
  ['quotes by reference', '<a href="javascript:;" onclick="window.open(&quot;/t/l8&quot;)">x</a>', '/t/l8'],
  [
    'a module',
    '<script type="module">addEventListener("x", () => { location.href = "/t/l9" })</script>',
    '/t/l9',
  ],
  [
    'a script in marks of a comment',
    '<script><!--\nfunction f() { location.href = "/t/l10" }\n//--></script>',
    '/t/l10',
  ],
  [
    'a menu with a whole address',
    '<select><option value="http://{HOST}/t/l11">x</option></select>',
    '/t/l11',
  ],
  [
    'a menu of nothing',
    '<select><option value="">x</option><option value="#">x</option><option value="0">x</option></select>',
  ],
  ['a menu with javascript:', '<select><option value="javascript:x()">x</option></select>'],
  ['quotes in quotes', `<script>setTimeout("location.href=\\"/t/l12\\"", 9e9)</script>`, '/t/l12'],
  [
    'a handler that a script writes',
    `<script>function f() { x.innerHTML = '<p onclick="window.open(\\'/t/l13\\')">' }</script>`,
    '/t/l13',
  ],
  [
    'an address that such a handler is given',
    `<script>function f(id) { x.innerHTML = '<p onclick="window.open(\\'/t/no269/' + id + '\\')">' }</script>`,
  ],
  ['a template of a server', click("location.href = '{{base}}/t/no270'; window.open('<%=x%>/t/no271')")],
  ['a host that is added', click("location.href = 'http://' + location.host + '/t/no272'")],
  ['a word that is replaced', click("location = '/t/no273'.replace('a', b)")],
])
