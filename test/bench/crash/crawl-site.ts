/** What the crawled site answers. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const WORDS = '各单位应当按照职责分工及时更新所负责的栏目，确保信息准确、完整。'.repeat(12)
const TYPE = { 'content-type': 'text/html; charset=utf-8' }

const html = (title: string, body: string, status = 200): Answer => ({
  status,
  headers: TYPE,
  body: `<!DOCTYPE html><meta charset="utf-8"><title>${title}</title>${body}`,
})

const moved = (location: string): Answer => ({ status: 302, headers: { location }, body: '' })

function pageAt(page: number, pages: number): Answer {
  const links = [1, 2, 3, 7, 11].map((step) => `/page/${(page * 3 + step) % pages}.html#p${page}`)
  const others = [
    `/gone/${page % 12}.html`,
    `/moved/${page % 20}.html`,
    `/lost/${page % 6}.html`,
    `/cookie/${page % 5}.html`,
    'http://http://bad.example/',
  ]
  const list = [...links, ...others].map((path) => `<li><a href="${path}">通知 ${path}</a></li>`).join('\n')
  return html(`第${page}页`, `<ul>${list}</ul><p id="p${page}">${WORDS}</p>`)
}

/** What stands at a path: pages, pages that are gone, say so with a good status, have moved, or are behind a cookie. */
export function answerFor(path: string, pages: number): Answer {
  const [, kind = '', number = '0'] = /^\/(page|gone|moved|lost|cookie)\/(\d+)\.html$/.exec(path) ?? []
  const at = Number(number)
  if (path === '/') return pageAt(0, pages)
  if (kind === 'page' && at < pages) return pageAt(at, pages)
  if (kind === 'moved') return moved(`/page/${at + 1}.html`)
  if (kind === 'lost') return html('提示', '<p>您访问的页面不存在或已删除</p>')
  if (kind === 'cookie') return moved(`/cookie/in-${at}.html`)
  if (path.startsWith('/cookie/in-')) return html('通知', `<p>${WORDS}</p>`)
  return html('404', '<p>页面不存在</p>', 404)
}
