import { describe, expect, it } from 'vitest'
import type { Day } from '../../src/core/day.ts'
import type { DateRejection } from '../../src/facts/page-date.ts'
import { readPage } from '../../src/facts/read-page.ts'
import { HERE } from '../support/check-cases.ts'

const SEEN = '2026-11-16' as Day
const LONG = '本部门依法履行职责，现将有关情况予以公布，请社会各界监督。'.repeat(30)

const read = (html: string, lang = 'zh') =>
  readPage({
    bytes: new TextEncoder().encode(`<html lang="${lang}"><title>河道整治情况</title>${html}</html>`),
    contentType: 'text/html; charset=utf-8',
    address: HERE,
    observedOn: SEEN,
  })

const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`
const article = (byline: string): string => `<h1>河道整治情况</h1><p>${byline}</p><p>${LONG}</p>`
const linked = (data: string): string => `<script type="application/ld+json">${data}</script>`

describe('where a date of publication is found', () => {
  it.each([
    ['a property', meta('article:published_time', '2026-03-05T08:00:00+08:00'), 'meta'],
    ['PubDate', meta('PubDate', '2026-03-05 08:00'), 'meta'],
    ['Dublin Core', meta('DC.date.issued', '2026-03-05'), 'meta'],
    ['parsely', meta('parsely-pub-date', '2026-03-05T00:00:00Z'), 'meta'],
    ['fourteen digits', meta('publishdate', '20260305080000'), 'meta'],
    ['microdata', '<span itemprop="datePublished" content="2026-03-05"></span>', 'microdata'],
    ['linked data', linked('{"@type":"NewsArticle","datePublished":"2026-03-05"}'), 'json-ld'],
    ['broken linked data', linked('{"@type":"NewsArticle",,"datePublished":"2026-03-05"'), 'json-ld'],
    ['data of a script', '<script>var page = {publishDate: "2026-03-05"}</script>', 'script'],
    ['a moment in a script', '<script>var ct = "1772668800";</script>', 'script'],
    ['a moment under another name', '<script>({"published_at":1772668800000})</script>', 'script'],
    ['a day in words in a script', '<script>({"publishDate":"March 5, 2026"})</script>', 'script'],
    ['an online date', meta('citation_online_date', '2026/03/05'), 'meta'],
    ['a moment of an element', article('<b data-timestamp="1772668800">三月</b>'), 'time-element'],
    ['its summary', meta('description', '河道整治情况（2026年3月5日）'), 'meta'],
    ['its other form', '<link rel="alternate" href="/2026/03/05/hedao/feed/">', 'url'],
    [
      'its form for embedding',
      '<link rel="alternate" href="/o?url=https%3A%2F%2Fa.cn%2F2026%2F03%2F05%2Fhedao">',
      'url',
    ],
    [
      'a link to share it',
      '<a href="https://s.cn/?url=https%3A%2F%2Fa.cn%2F2026%2F03%2F05%2Fh">分享</a>',
      'url',
    ],
    ['a link to keep it', '<a rel="bookmark" href="/2026/03/05/h">河道整治情况</a>', 'url'],
    ['a label', article('发布时间：2026-03-05 10:20'), 'label'],
    ['a byline', article('2026年3月5日 市水务局'), 'byline'],
    ['a time element', article('<time datetime="2026-03-05">三月</time>'), 'time-element'],
    ['its own address', '<link rel="canonical" href="/202603/t20260305_1971295.htm">', 'url'],
    ['a dashed address', '<link rel="canonical" href="/2026-03/05/content_282274.shtml">', 'url'],
  ])('%s', (_what, html, source) => {
    expect(read(`${html}<p>${LONG}</p>`).published).toMatchObject({
      date: '2026-03-05',
      precision: 'day',
      source,
    })
  })

  it.each([
    ['de', 'Veröffentlicht am 5. März 2026'],
    ['de', 'Stand: 05.03.2026'],
    ['fr', 'Publié le 5 mars 2026'],
    ['es', 'Publicado el 5 de marzo de 2026'],
    ['it', 'Pubblicato il 5 marzo 2026'],
    ['pl', 'Opublikowano 5 marca 2026'],
    ['ru', 'Опубликовано 5 марта 2026'],
    ['en', 'Posted on March 5, 2026'],
    ['en-US', 'Published 03/05/2026'],
    ['en-GB', 'Published 05/03/2026'],
    ['hu', '2026. március 5.'],
    ['ja', '公開日：2026年3月5日'],
    ['ko', '입력 2026.03.05'],
  ])('in %s: %s', (lang, byline) => {
    expect(read(article(byline), lang).published?.date).toBe('2026-03-05')
  })
})

describe('what is no date of publication', () => {
  it.each<[string, string, DateRejection]>([
    ['a deadline', '报名截止2026年3月5日', 'deadline'],
    ['a clock', '今天是2026年3月5日', 'clock'],
    ['a template’s own date', '最后更新：2026-03-05', 'template'],
    ['a copyright line', '版权所有 某市 2026-03-05', 'copyright'],
    ['a counter', '您是第 20260305 位访问者', 'copyright'],
    ['a founding', '本会成立于2026年3月5日', 'event'],
    ['a comment', '<span class="comment-list">张三 2026-03-05</span>', 'aside'],
    ['a day without its year', '3月5日 市水务局', 'yearless'],
    ['the future', '发布时间：2027-03-05', 'implausible'],
  ])('%s', (_what, words, rejected) => {
    const page = read(article(words))
    expect(page.published).toBeNull()
    expect(page.candidates).toContainEqual(expect.objectContaining({ rejected }))
  })

  it('a date of a sentence beside the right one', () => {
    const page = read(
      `${article('发布时间：2026-03-05')}<p>会议于2026-06-01召开，${LONG}</p><footer>2026-07-01</footer>`,
    )
    expect(page.published?.date).toBe('2026-03-05')
    expect(page.candidates.map((one) => one.date)).toEqual(
      expect.arrayContaining(['2026-06-01', '2026-07-01']),
    )
  })
})

describe('dates that contradict each other', () => {
  it.each([
    [
      'the rebuild of a page against what it prints',
      `${meta('PubDate', '2026-11-10 03:00')}${article('发布时间：2026-03-05')}`,
    ],
    [
      'an hour of another time zone',
      `${meta('article:published_time', '2026-03-06T01:09:55+00:00')}${article('发布时间：2026-03-05 20:09')}`,
    ],
    [
      'a change',
      `${meta('article:modified_time', '2026-05-01')}${meta('article:published_time', '2026-03-05')}${article('')}`,
    ],
    ['成文日期 before 发布日期', article('成文日期：2026年1月7日</p><p>发布日期：2026年3月5日')],
    [
      'a comment far below',
      `${article('2026-03-05')}<p>${LONG.repeat(9)}</p><p>发表时间：2026-04-01 10:00</p>`,
    ],
    [
      'a shown day whose data bring the year',
      `${linked('{"@type":"x","uploadDate":"2026-03-05"}')}${article('发布时间：03-05')}`,
    ],
  ])('%s', (_what, html) => {
    expect(read(html).published?.date).toBe('2026-03-05')
  })

  it('writing and change have a place of their own', () => {
    const page = read(
      `${meta('lastmod', '2026-05-01')}${article('成文日期：2026年1月7日</p><p>发布日期：2026年3月5日')}`,
    )
    expect([page.written?.date, page.published?.date, page.modified?.date]).toEqual([
      '2026-01-07',
      '2026-03-05',
      '2026-05-01',
    ])
  })

  it.each([
    ['below the heading', article('成文日期：2026-01-07</p><p>发布日期：2026-03-05')],
    ['on a page without a heading', `<p>成文日期：2026-01-07</p><p>发布日期：2026-03-05</p><p>${LONG}</p>`],
    [
      'where only the footer says the title',
      `<table class="info"><tr><td>成文日期：2026-01-07</td><td>发布日期：2026-03-05</td></tr></table><p>${LONG}</p><p>主办：河道整治情况</p>`,
    ],
  ])('both are sure when labelled %s', (_where, html) => {
    const { written, published } = read(html)
    expect(written).toMatchObject({ date: '2026-01-07', source: 'label' })
    expect(published).toMatchObject({ date: '2026-03-05', source: 'label' })
    for (const one of [written, published]) expect(one?.confidence).toBeGreaterThanOrEqual(0.7)
  })

  it('a document may be older than any web site, a publication not', () => {
    const page = read(article('成文日期：1981年5月23日</p><p>发布日期：2026年3月5日'))
    expect([page.written?.date, page.published?.date]).toEqual(['1981-05-23', '2026-03-05'])
    expect(read(article('发布日期：1981年5月23日')).published).toBeNull()
  })

  it('candidates are bounded', () => {
    const many = Array.from(
      { length: 90 },
      (_, at) => `<p>记录 2025-01-${String((at % 28) + 1).padStart(2, '0')}</p>`,
    )
    expect(read(article(many.join(''))).candidates.length).toBeLessThanOrEqual(20)
  })
})
