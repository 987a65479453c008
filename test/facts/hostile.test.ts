import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { familyOf } from '../../fixtures/city/families/index.ts'
import { healthyPage } from '../../fixtures/city/list-page.ts'
import { html } from '../../fixtures/city/reply.ts'
import { UNITS } from '../../fixtures/city/units.ts'
import { readPage } from '../../src/facts/read-page.ts'
import { AS_OF, HERE } from '../support/check-cases.ts'
import { MUTATIONS } from './mutations.ts'

const LOGIN = '<form action="/login"><input name="user"><input type="password" name="p"></form>'

/** A list and an article in the manner of each family of the city. */
const PAGES: readonly Uint8Array[] = UNITS.slice(0, 8).flatMap((unit) => {
  const family = familyOf(unit)
  const article = family.frame(
    unit,
    '工作信息',
    `<p>发布时间：2026-11-02</p><p>${'现将情况予以公布。'.repeat(30)}</p>${LOGIN}`,
  )
  return [family.list(healthyPage(unit, '2.1', '通知')), article].map(
    (text) => html(text, family.charset).body,
  )
})

const read = (bytes: Uint8Array) =>
  readPage({ bytes, contentType: 'text/html', address: HERE, observedOn: AS_OF })

const HUGE = 20 * 1024 * 1024
/** Processor seconds that one page may take, on whatever machine. */
const MOST_SECONDS = 20

const NAMES = Object.keys(MUTATIONS)

/** What must hold of every page, whatever it is. */
function expectHonest(bytes: Uint8Array): void {
  const page = read(bytes)
  expect(page.kind).toMatch(/^[a-z-]+$/)
  if (page.published !== null) expect(page.published.date <= AS_OF).toBe(true)
  if (page.listing.kind === 'entries' && page.listing.newest !== null)
    expect(page.listing.newest <= AS_OF).toBe(true)
}

describe('broken and hostile pages', () => {
  it('are read without a throw, 2,000 of them, one and two mutations deep', () => {
    fc.assert(
      fc.property(
        fc.nat(PAGES.length - 1),
        fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 2 }),
        fc.infiniteStream(fc.nat(0x7fffffff)),
        (at, names, stream) => {
          const chance = (limit: number): number => (stream.next().value ?? 0) % Math.max(1, limit)
          const spoilt = names.reduce(
            (bytes, name) => MUTATIONS[name]?.(bytes, chance) ?? bytes,
            PAGES[at] ?? new Uint8Array(),
          )
          expectHonest(spoilt)
        },
      ),
      { numRuns: 2_000, seed: 20261116 },
    )
  }, 240_000)

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['one NUL', new Uint8Array(1)],
    ['20 MB of zeros', new Uint8Array(HUGE)],
    ['20 MB of text', Buffer.alloc(HUGE, '政府信息公开目录，')],
    ['20 MB of tags', Buffer.alloc(HUGE, '<div class="a">')],
    ['20 MB of links', Buffer.alloc(HUGE, '<li><a href="/a/1.html">关于一件事的通知</a>2026-11-01</li>')],
    ['20 MB of brackets', Buffer.alloc(HUGE, '<')],
    ['20 MB of digits', Buffer.alloc(HUGE, '2026-11-01')],
    [
      '20 MB of digits in a link',
      Buffer.concat([Buffer.from('<a href="/1">'), Buffer.alloc(HUGE, '2026-11-01 ')]),
    ],
    ['20 MB of elements in elements', Buffer.alloc(HUGE, '<b><i></b></p></ul></x>')],
    ['20 MB of attributes', Buffer.concat([Buffer.from('<p '), Buffer.alloc(HUGE, 'a="1" b1="2" ')])],
    ['20 MB of forms', Buffer.alloc(HUGE, '<form><input type="password">')],
    ['20 MB of records in records', Buffer.alloc(HUGE, '<datastore><![CDATA[<datastore><![CDATA[<li>')],
    ['20 MB of headings', Buffer.alloc(HUGE, '<h1>404 页面不存在</h1>')],
    ['20 MB of GBK', Buffer.alloc(HUGE, Buffer.from([0xb9, 0xab, 0xb8, 0xe6, 0x20]))],
    ['20 MB of white space', Buffer.alloc(HUGE, ' \n')],
    ['20 MB of script', Buffer.concat([Buffer.from('<script>'), Buffer.alloc(HUGE, 'var a="<a href=1>";')])],
    ['a JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46)],
  ])(
    '%s is read honestly',
    (_what, bytes) => {
      const before = process.cpuUsage()
      expectHonest(bytes)
      const { user } = process.cpuUsage(before)
      expect(user / 1e6).toBeLessThan(MOST_SECONDS)
    },
    120_000,
  )

  it('says of what holds nothing that it is empty', () => {
    expect(read(new Uint8Array()).kind).toBe('empty')
    expect(read(new Uint8Array(1000)).kind).toBe('empty')
  })
})
