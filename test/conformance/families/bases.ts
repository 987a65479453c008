import { plain } from '../link-case.ts'

/** Where relative links start from (HTML §4.2.3). */
export const BASES = plain([
  ['the first base counts', '<base href="/t/b1/"><base href="/t/no60/"><a href="b">x</a>', '/t/b1/b'],
  ['a base after the link', '<a href="b">x</a><base href="/t/b2/">', '/t/b2/b'],
  ['a base in the body', '<div><p><base href="/t/b3/"></p></div><img src="b.png">', '/t/b3/b.png'],
  ['a base without an address', '<base target="x"><base href="/t/b4/"><a href="b">x</a>', '/t/b4/b'],
  ['an empty base', '<base href=""><a href="b5">x</a>', '/case/b5'],
  ['a relative base', '<base href="sub/page.html"><a href="b6">x</a>', '/case/sub/b6'],
  ['a base that is data', '<base href="data:text/html,x"><a href="b7">x</a>', '/case/b7'],
  ['a base that is a script', '<base href="javascript:x()"><a href="b8">x</a>', '/case/b8'],
  ['a base that cannot be read', '<base href="http://[/"><a href="b9">x</a>', '/case/b9'],
  [
    'from a base of mail no relative link leads anywhere',
    '<base href="mailto:a@b.example"><a href="no61">x</a><a href="http://{HOST}/t/b10">x</a>',
    '/t/b10',
  ],
  ['a base in a template', '<template><base href="/t/no62/"></template><a href="b11">x</a>', '/case/b11'],
  ['a base in a comment', '<!--<base href="/t/no63/">--><a href="b12">x</a>', '/case/b12'],
  ['a base in svg is none', '<svg><base href="/t/no64/"></base></svg><a href="b13">x</a>', '/case/b13'],
  [
    'a base with a query',
    '<base href="/t/b14/y?q=1"><a href="?z">x</a><a href="b">x</a>',
    '/t/b14/y?z',
    '/t/b14/b',
  ],
  ['a base with references', '<base href="/t/b15&amp;x/"><a href="b">x</a>', '/t/b15&x/b'],
  ['a base with white space', '<base href="\n/t/b16/\t"><a href="b">x</a>', '/t/b16/b'],
  ['a base with two slashes', '<base href="//{HOST}/t/b17/"><a href="b">x</a>', '/t/b17/b'],
  [
    'a base of a document in an iframe',
    '<base href="/t/b18/"><iframe srcdoc="<base href=/t/b19/y><a href=a>x</a><a href=?b>x</a><a href=/t/b20>x</a>"></iframe>',
    '/t/b19/a',
    '/t/b19/y?b',
    '/t/b20',
  ],
  [
    'a relative base of a document in an iframe',
    '<base href="/t/b21/"><iframe srcdoc="<base href=in/z><img src=a.png><img src=../b.png>"></iframe>',
    '/t/b21/in/a.png',
    '/t/b21/b.png',
  ],
  [
    'a whole base of a document in an iframe',
    '<iframe srcdoc="<base href=http://{HOST}><a href=t/b22>x</a>"></iframe>',
    '/t/b22',
  ],
  [
    'a base of a document in an iframe that is none',
    '<base href="/t/b23/"><iframe srcdoc="<base href=javascript:x()><a href=a>x</a>"></iframe>',
    '/t/b23/a',
  ],
  [
    'a base of a document in an iframe without http',
    '<iframe srcdoc="<base href=mailto:x@y.example><a href=no320>x</a><a href=//{HOST}/t/b24>x</a>"></iframe>',
    '/t/b24',
  ],
])
