/** So many links stand on every page, one of them dead. */
export const LINKS_PER_PAGE = 45
/** Bytes of a page, about. */
const PAGE_BYTES = 30 * 1024
/** One address in so many is dead (2 %). */
const DEAD_ONE_IN = 50
const PAGES_PER_FOLDER = 100

const SENTENCES = [
  '为进一步做好政府门户网站内容保障工作，各区县、各部门应当按照职责分工及时更新所负责的栏目。',
  '市民可以通过网上办事大厅查询办理进度，也可以拨打服务热线咨询有关事项。',
  '本次会议研究部署了下一阶段的重点工作，要求有关单位认真落实，确保按期完成。',
  '根据有关法律法规的规定，现将有关情况予以公开，欢迎社会各界监督并提出意见和建议。',
  '各单位应当在每季度结束后十五日内报送统计数据，并对数据的真实性负责。',
]

/** The path of a page, by its number. Number 0 is the home page. */
export const pathOf = (page: number): string =>
  page === 0
    ? '/'
    : `/zwgk/lm${String(Math.floor(page / PAGES_PER_FOLDER)).padStart(4, '0')}/2026/art_${page}.html`

/** Where a dead link leads, by its number. */
const deadPath = (dead: number): string => `/zwgk/gone/2019/t2019_${dead}.html`

/** How many addresses of a site of so many pages lead nowhere. */
export const deadAddresses = (pages: number): number => Math.floor(pages / DEAD_ONE_IN)

const link = (path: string, text: string): string =>
  `<li class="list-item"><a href="${path}" target="_blank" title="${text}">${text}</a><span class="date">2026-11-12</span></li>\n`

/** The links of a page: its children in a tree over all pages, its neighbours, and one dead address. */
function linksOf(page: number, pages: number): readonly string[] {
  const dead = deadAddresses(pages)
  const children = Array.from({ length: 8 }, (_, at) => page * 8 + at + 1)
  const spread = Array.from({ length: LINKS_PER_PAGE - children.length - 1 }, (_, at) => page + at * 37 + 1)
  return [...children, ...spread].map((one) => pathOf(one % pages)).concat(deadPath(page % Math.max(1, dead)))
}

const paragraphs = (page: number, bytes: number): string => {
  const parts: string[] = []
  for (let size = 0, at = page; size < bytes; at += 1) {
    const sentence = SENTENCES[at % SENTENCES.length] ?? ''
    const text = `<p style="text-indent: 2em;"><span class="text">${sentence}（${page}-${at}）</span></p>\n`
    size += Buffer.byteLength(text)
    parts.push(text)
  }
  return parts.join('')
}

/** A page as the site serves it: some 30 KB of Chinese HTML with 45 links. */
export function pageOf(page: number, pages: number): Buffer {
  const head = `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>政务公开第${page}号信息_示例市人民政府门户网站</title>
<meta name="keywords" content="政务公开,示例市">
</head>
<body>
<div class="header"><h1>示例市人民政府</h1></div>
<div class="content">
`
  const list = `<ul class="list">\n${linksOf(page, pages)
    .map((path, at) => link(path, `关于做好第${at}项工作的通知`))
    .join('')}</ul>\n`
  const foot = '</div>\n<div class="footer">主办：示例市人民政府办公室</div>\n</body>\n</html>\n'
  const fixed = Buffer.byteLength(head) + Buffer.byteLength(list) + Buffer.byteLength(foot)
  return Buffer.from(head + list + paragraphs(page, PAGE_BYTES - fixed) + foot)
}

/** The number of the page at a path; null for a path that leads nowhere. */
export function pageAt(path: string, pages: number): number | null {
  if (path === '/') return 0
  const [, number] = /^\/zwgk\/lm\d{4}\/2026\/art_(\d+)\.html$/.exec(path) ?? []
  const page = Number(number)
  return number !== undefined && page < pages && pathOf(page) === path ? page : null
}
