import { describe, expect, it } from 'vitest'
import { readPage } from '../../src/facts/read-page.ts'
import { AS_OF, HERE } from '../support/check-cases.ts'

const read = (text: string) =>
  readPage({ bytes: new TextEncoder().encode(text), contentType: null, address: HERE, observedOn: AS_OF })

const item = (title: string, rest: string): string => `<item><title>${title}</title>${rest}</item>`
const rss = (...items: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><!-- made by a system --><rss version="2.0"><channel><title>区政府动态</title>${items.join('')}</channel></rss>`

describe('feeds', () => {
  it.each<[string, string, string | null, string | null]>([
    [
      'RSS, in the day of Shanghai',
      rss(item('通知', '<link>/1.html</link><pubDate>Mon, 02 Nov 2026 20:00:00 GMT</pubDate>')),
      '/1.html',
      '2026-11-03',
    ],
    [
      'RSS without a zone',
      rss(item('通知', '<link>/1.html</link><pubDate>2026-11-02 08:00</pubDate>')),
      '/1.html',
      '2026-11-02',
    ],
    ['CDATA', rss(item('<![CDATA[通知]]>', '<link><![CDATA[/a?b=1&c=2]]></link>')), '/a?b=1&c=2', null],
    [
      'a day to come',
      rss(item('通知', '<link>/1.html</link><pubDate>2027-01-02</pubDate>')),
      '/1.html',
      null,
    ],
    ['no link', rss(item('通知', '<pubDate>2026-11-02</pubDate>')), null, '2026-11-02'],
    [
      'RDF',
      `<rdf:RDF xmlns:dc="x"><channel><title>区政府动态</title></channel>${item('通知', '<link>/1.html</link><dc:date>2026-11-02T08:00:00+08:00</dc:date>')}</rdf:RDF>`,
      '/1.html',
      '2026-11-02',
    ],
    [
      'Atom: published, not updated, and the link to itself',
      '<feed><title>区政府动态</title><entry><title type="text">通知</title><link rel="edit" href="/e"/><link href="/1.html"/><published>2026-11-02T08:00:00Z</published><updated>2026-11-05T08:00:00Z</updated></entry></feed>',
      '/1.html',
      '2026-11-02',
    ],
  ])('%s', (_what, text, address, date) => {
    const page = read(text)
    expect(page).toMatchObject({ title: '区政府动态', kind: 'list', language: 'zh' })
    expect(page.listing).toMatchObject({
      kind: 'entries',
      newest: date,
      entries: [{ title: '通知', date, address: address === null ? null : new URL(address, HERE).href }],
    })
  })

  it('without entries are empty lists', () => {
    expect(read(rss()).listing.kind).toBe('empty')
  })

  it.each([
    [
      'a page that shows one',
      `<html><body><p>${'说明文字。'.repeat(20)}</p><pre>&lt;rss&gt;</pre></body></html>`,
    ],
    ['XML of another kind', '<?xml version="1.0"?><urlset><url><loc>http://a.example/</loc></url></urlset>'],
    ['a broken one', '<rss><channel><item><title>通知</channel'],
    ['one that would swell', `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(99)}">]><rss>&b;</rss>`],
  ])('%s is none', (_what, text) => {
    expect(read(text).listing.kind).not.toBe('entries')
  })
})
