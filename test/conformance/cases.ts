/** What a link must lead to: the requests that a browser would make, or what must be reported of it. */
export interface LinkCase {
  readonly name: string
  /** The page's body; `charset` other than UTF-8 says how it is sent. */
  readonly html: string
  readonly charset?: 'gbk'
  /** Paths with queries, as they must stand in the request line; none for what must not be asked. */
  readonly asks: readonly string[]
  /** What must be reported, by path; nothing is reported of what is alive. */
  readonly reports?: Readonly<Record<string, string>>
}

type Row = readonly [name: string, html: string, ...asks: string[]]

const ELEMENTS: readonly Row[] = [
  ['a', '<a href="/t/a">x</a>', '/t/a'],
  ['area', '<map><area href="/t/area"></map>', '/t/area'],
  ['link', '<link rel="stylesheet" href="/t/link.css">', '/t/link.css'],
  ['img src', '<img src="/t/img.png">', '/t/img.png'],
  ['img srcset', '<img srcset="/t/s1.png 1x, /t/s2.png 2x">', '/t/s1.png', '/t/s2.png'],
  ['img srcset with commas in addresses', '<img srcset="/t/s3,x.png 1x">', '/t/s3,x.png'],
  ['link imagesrcset', '<link rel="preload" as="image" imagesrcset="/t/i1.png 1x">', '/t/i1.png'],
  ['picture source', '<picture><source srcset="/t/p.webp"></picture>', '/t/p.webp'],
  ['source src', '<video><source src="/t/v.webm"></video>', '/t/v.webm'],
  ['video src', '<video src="/t/v.mp4"></video>', '/t/v.mp4'],
  ['video poster', '<video poster="/t/v.jpg"></video>', '/t/v.jpg'],
  ['audio', '<audio src="/t/a.mp3"></audio>', '/t/a.mp3'],
  ['track', '<video><track src="/t/v.vtt"></video>', '/t/v.vtt'],
  ['iframe', '<iframe src="/t/iframe"></iframe>', '/t/iframe'],
  ['object', '<object data="/t/object"></object>', '/t/object'],
  ['embed', '<embed src="/t/embed">', '/t/embed'],
  ['script', '<script src="/t/s.js"></script>', '/t/s.js'],
  ['form action', '<form action="/t/form"></form>', '/t/form'],
  ['button formaction', '<form><button formaction="/t/button">x</button></form>', '/t/button'],
  ['input type=image', '<input type="image" src="/t/input.png">', '/t/input.png'],
  ['meta refresh', '<meta http-equiv="refresh" content="900; url=/t/refresh">', '/t/refresh'],
  ['meta refresh, quoted', `<meta http-equiv="refresh" content="900; URL='/t/refresh-q'">`, '/t/refresh-q'],
  ['svg a', '<svg><a href="/t/svg-a"><text>x</text></a></svg>', '/t/svg-a'],
  ['svg a xlink', '<svg><a xlink:href="/t/svg-x"><text>x</text></a></svg>', '/t/svg-x'],
  ['svg use', '<svg><use href="/t/sprite.svg#one"/></svg>', '/t/sprite.svg'],
  ['svg image', '<svg><image href="/t/svg.png"/></svg>', '/t/svg.png'],
  ['inline style', '<p style="background: url(/t/style.png)">', '/t/style.png'],
  [
    'inline style with references',
    '<p style="background: url(&quot;/t/style-q.png&quot;)">',
    '/t/style-q.png',
  ],
  ['style element', '<style>p { background: url("/t/css.png") }</style>', '/t/css.png'],
  ['@import', '<style>@import "/t/import.css";</style>', '/t/import.css'],
  ['@import url()', '<style>@import url(/t/import-url.css);</style>', '/t/import-url.css'],
  ['css escapes', '<style>p { background: url(/t/e\\73 c.png) }</style>', '/t/esc.png'],
  ['body background', '<table background="/t/table.gif"></table>', '/t/table.gif'],
  ['td background', '<table><tr><td background="/t/td.gif"></td></tr></table>', '/t/td.gif'],
  ['noscript', '<noscript><img src="/t/noscript.png"></noscript>', '/t/noscript.png'],
]

const WRITING: readonly Row[] = [
  ['single quotes', "<a href='/t/w1'>x</a>", '/t/w1'],
  ['no quotes', '<a href=/t/w2>x</a>', '/t/w2'],
  ['no quotes before a slash', '<a href=/t/w3/>x</a>', '/t/w3/'],
  ['spaces around the sign', '<a href = "/t/w4">x</a>', '/t/w4'],
  ['white space around', '<a href="  /t/w5\n">x</a>', '/t/w5'],
  ['a line break inside', '<a href="/t/\nw6">x</a>', '/t/w6'],
  ['a tab inside', '<a href="/t/\tw7">x</a>', '/t/w7'],
  ['a blank inside', '<a href="/t/w 8">x</a>', '/t/w%208'],
  ['upper case', '<A HREF="/t/w9">x</A>', '/t/w9'],
  ['the first of two', '<a href="/t/w10" href="/t/no10">x</a>', '/t/w10'],
  ['a greater-than in another value', '<a title="a > b" href="/t/w11">x</a>', '/t/w11'],
  ['a slash instead of a blank', '<a/href="/t/w12">x</a>', '/t/w12'],
  ['&amp;', '<a href="/t/w13?a=1&amp;b=2">x</a>', '/t/w13?a=1&b=2'],
  ['& alone', '<a href="/t/w14?a=1&b=2">x</a>', '/t/w14?a=1&b=2'],
  ['&copy= is no reference', '<a href="/t/w15?a=1&copy=2">x</a>', '/t/w15?a=1&copy=2'],
  ['a decimal reference', '<a href="/t/w&#49;6">x</a>', '/t/w16'],
  ['a hexadecimal reference', '<a href="/t/w&#x31;7">x</a>', '/t/w17'],
  ['&sol;', '<a href="&sol;t&sol;w18">x</a>', '/t/w18'],
  ['back-slashes', '<a href="\\t\\w19">x</a>', '/t/w19'],
  ['dots', '<a href="/x/../t/./w20">x</a>', '/t/w20'],
  ['escaped dots', '<a href="/x/%2e%2e/t/w21">x</a>', '/t/w21'],
  ['relative', '<a href="rel1">x</a>', '/case/rel1'],
  ['relative with a dot', '<a href="./rel2">x</a>', '/case/rel2'],
  ['relative upwards', '<a href="../t/w22">x</a>', '/t/w22'],
  ['query only', '<a href="?q=1">x</a>', '?q=1'],
  ['two slashes', '<a href="//{HOST}/t/w23">x</a>', '/t/w23'],
  ['scheme without slashes', '<a href="http:/t/w24">x</a>', '/t/w24'],
  ['whole', '<a href="http://{HOST}/t/w25">x</a>', '/t/w25'],
  ['scheme in upper case', '<a href="HTTP://{HOST}/t/w26">x</a>', '/t/w26'],
  ['three slashes', '<a href="http:///{HOST}/t/w27">x</a>', '/t/w27'],
  ['a fragment is not sent', '<a href="/t/w28#x">x</a>', '/t/w28'],
  ['a Chinese path', '<a href="/t/规划">x</a>', '/t/%E8%A7%84%E5%88%92'],
  ['a Chinese query', '<a href="/t/q?k=规划">x</a>', '/t/q?k=%E8%A7%84%E5%88%92'],
  ['escapes are kept', '<a href="/t/%E8%A7%84?k=%B9%E6">x</a>', '/t/%E8%A7%84?k=%B9%E6'],
  ['a tag over lines', '<a\n  class="x"\n  href="/t/w29"\n>x</a>', '/t/w29'],
  ['an unclosed comment before --!>', '<!-- a --!><a href="/t/w30">x</a>', '/t/w30'],
  ['after <!-->', '<!--><a href="/t/w31">x</a>', '/t/w31'],
  ['after a script with <!--', '<script><!-- x </script><a href="/t/w32">x</a>', '/t/w32'],
  ['in a paragraph in svg', '<svg><p><a href="/t/w33">x</a>', '/t/w33'],
  ['in foreignObject', '<svg><foreignObject><a href="/t/w34">x</a></foreignObject></svg>', '/t/w34'],
  ['after a select', '<select><option>1</select><a href="/t/w35">x</a>', '/t/w35'],
  ['a nested link', '<a href="/t/w36"><a href="/t/w37">x</a></a>', '/t/w36', '/t/w37'],
  ['&nbsp; in a query', '<a href="/t/w38?a=&nbsp;">x</a>', '/t/w38?a=%C2%A0'],
  ['a quote in a query', '<a href="/t/w39?a=\'b\'">x</a>', '/t/w39?a=%27b%27'],
  ['a pipe', '<a href="/t/w40|x">x</a>', '/t/w40|x'],
  ['brackets', '<a href="/t/w41[1]">x</a>', '/t/w41[1]'],
]

const NEVER: readonly Row[] = [
  ['a comment', '<!-- <a href="/t/no1">x</a> -->'],
  ['a script', '<script>var a = "<a href=/t/no2>"</script>'],
  ['a style', '<style>/* url(/t/no3) */ p::after { content: "url(/t/no3b)" }</style>'],
  ['a text field', '<textarea><a href="/t/no4">x</a></textarea>'],
  ['a template', '<template><a href="/t/no5">x</a></template>'],
  ['a select', '<select><a href="/t/no6">x</a></select>'],
  ['an example', '<xmp><a href="/t/no7">x</a></xmp>'],
  ['the inside of an iframe', '<iframe><a href="/t/no8">x</a></iframe>'],
  ['javascript:', '<a href="javascript:void(0)">x</a>'],
  ['mailto:', '<a href="mailto:a@b.example">x</a>'],
  ['tel:', '<a href="tel:12345">x</a>'],
  ['data:', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'],
  ['about:', '<iframe src="about:blank"></iframe>'],
  ['weixin:', '<a href="weixin://x">x</a>'],
  ['nothing', '<a href="">x</a>'],
  ['blanks', '<img src="  ">'],
  ['a frame outside a frameset', '<p>x</p><frame src="/t/no9">'],
  ['an end tag', '</a href="/t/no10">'],
  ['a tag that is not closed', '<p>x</p><a href="/t/no11"'],
  ['a second form', '<form action="/t/f1"><form action="/t/no12"></form>', '/t/f1'],
  ['a script that adds words', `<p onclick="location.href='/t/no13?id='+id">x</p>`],
  ['a template language', '<a href="{{ link }}">x</a>', '/case/%7B%7B%20link%20%7D%7D'],
]

const GUESSED: readonly Row[] = [
  ['onclick', `<p onclick="location.href='/t/g1'">x</p>`, '/t/g1'],
  ['onclick, references', '<p onclick="location.href=&quot;/t/g2&quot;">x</p>', '/t/g2'],
  ['onclick, window.open', `<p onclick="window.open('/t/g3', '_blank')">x</p>`, '/t/g3'],
  ['onclick, location =', `<p onclick="window.location='/t/g4'">x</p>`, '/t/g4'],
  ['onclick, replace', `<p onclick="location.replace('/t/g5')">x</p>`, '/t/g5'],
  ['javascript: with a jump', `<a href="javascript:location.href='/t/g6'">x</a>`, '/t/g6'],
  ['option', '<select><option value="/t/g7/">x</option></select>', '/t/g7/'],
  ['data-href', '<li data-href="/t/g8.html">x</li>', '/t/g8.html'],
  ['a lazy image', '<img src="/t/g9.gif" data-original="/t/g10.jpg">', '/t/g9.gif', '/t/g10.jpg'],
  ['a script that jumps', `<script>function go() { location.href = '/t/g11' }</script>`, '/t/g11'],
  ['assign', `<script>function to() { window.location.assign("/t/g12") }</script>`, '/t/g12'],
]

const plain = (rows: readonly Row[]): readonly LinkCase[] =>
  rows.map(([name, html, ...asks]) => ({ name, html, asks }))

/** Faults, and what only looks like one. */
const VERDICTS: readonly LinkCase[] = [
  { name: '404', html: '<a href="/dead/404">x</a>', asks: ['/dead/404'], reports: { '/dead/404': 'dead' } },
  { name: '410', html: '<a href="/dead/410">x</a>', asks: ['/dead/410'], reports: { '/dead/410': 'dead' } },
  {
    name: '500',
    html: '<a href="/dead/500">x</a>',
    asks: ['/dead/500'],
    reports: { '/dead/500': 'suspected' },
  },
  {
    name: '403',
    html: '<a href="/dead/403">x</a>',
    asks: ['/dead/403'],
    reports: { '/dead/403': 'blocked' },
  },
  { name: '405 to HEAD', html: '<a href="/head-lies">x</a>', asks: ['/head-lies'] },
  { name: 'soft 404', html: '<a href="/soft">x</a>', asks: ['/soft'], reports: { '/soft': 'soft-404' } },
  {
    name: 'login',
    html: '<a href="/login-wall">x</a>',
    asks: ['/login-wall'],
    reports: { '/login-wall': 'wall' },
  },
  {
    name: 'challenge',
    html: '<a href="/challenge">x</a>',
    asks: ['/challenge'],
    reports: { '/challenge': 'blocked' },
  },
  { name: 'cookie redirect', html: '<a href="/cookie">x</a>', asks: ['/cookie'] },
  {
    name: 'redirect loop',
    html: '<a href="/loop">x</a>',
    asks: ['/loop'],
    reports: { '/loop': 'suspected' },
  },
  {
    name: 'redirect to a dead end',
    html: '<a href="/to-dead">x</a>',
    asks: ['/to-dead'],
    reports: { '/to-dead': 'dead' },
  },
  {
    name: 'script jump to a dead end',
    html: `<p onclick="location.href='/dead/guessed'">x</p>`,
    asks: ['/dead/guessed'],
    reports: { '/dead/guessed': 'dead' },
  },
  {
    name: 'http twice',
    html: '<a href="http://http://www.gov.example/">x</a>',
    asks: [],
    reports: { 'http://http://www.gov.example/': 'malformed' },
  },
  {
    name: 'a local file',
    html: '<a href="file:///C:/a.doc">x</a>',
    asks: [],
    reports: { 'file:///C:/a.doc': 'malformed' },
  },
  {
    name: 'a misspelt scheme',
    html: '<a href="htpp://www.gov.example/">x</a>',
    asks: [],
    reports: { 'htpp://www.gov.example/': 'malformed' },
  },
  { name: 'no host', html: '<a href="http://">x</a>', asks: [], reports: { 'http://': 'malformed' } },
  {
    name: 'a GBK query',
    html: '<a href="/t/gbk?k=规划">x</a>',
    charset: 'gbk',
    asks: ['/t/gbk?k=%B9%E6%BB%AE'],
  },
  {
    name: 'a GBK query with a reference',
    html: '<a href="/t/gbk2?k=&#35268;">x</a>',
    charset: 'gbk',
    asks: ['/t/gbk2?k=%B9%E6'],
  },
  { name: 'a GBK path is UTF-8', html: '<a href="/t/规">x</a>', charset: 'gbk', asks: ['/t/%E8%A7%84'] },
  {
    name: 'a GBK query with a letter that it has not',
    html: '<a href="/t/gbk3?k=&#128512;">x</a>',
    charset: 'gbk',
    asks: ['/t/gbk3?k=%26%23128512%3B'],
  },
]

/** Every case. */
export const CASES: readonly LinkCase[] = [
  ...plain(ELEMENTS),
  ...plain(WRITING),
  ...plain(NEVER),
  ...plain(GUESSED),
  ...VERDICTS,
]
