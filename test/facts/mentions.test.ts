import { describe, expect, it } from 'vitest'
import type { Address } from '../../src/core/address.ts'
import type { Day } from '../../src/core/day.ts'
import { readPage } from '../../src/facts/read-page.ts'

const mentioned = (html: string): readonly Address[] =>
  readPage({
    bytes: new TextEncoder().encode(html),
    contentType: 'text/html; charset=utf-8',
    address: 'http://www.gov.example/' as Address,
    observedOn: '2026-11-16' as Day,
  }).mentions

const THERE = 'http://unit.gov.example/x'

describe('a page mentions an address', () => {
  it.each([
    ['in a click', `<p onclick="window.open('${THERE}')">x</p>`],
    ['in a change', `<select onchange="location='${THERE}'"><option>x</select>`],
    ['in a menu', `<select><option value="${THERE}">x</select>`],
    ['in data-href', `<li data-href="${THERE}">x</li>`],
    ['in data-url', `<li DATA-URL="${THERE}">x</li>`],
    ['in data-link', `<li data-link="${THERE}">x</li>`],
    ['in a frame', `<iframe src="${THERE}"></iframe>`],
    ['in a form', `<form action="${THERE}"></form>`],
    ['in an address that is run', `<a href="javascript:window.open('${THERE}')">x</a>`],
    ['in a script', `<script>var list = ['${THERE}']</script>`],
  ])('%s', (_where, html) => {
    expect(mentioned(html)).toEqual([THERE])
  })

  it.each([
    ['in a link, which is one', `<a href="${THERE}">x</a>`],
    ['in a title', `<p title="${THERE}">x</p>`],
    ['in a text', `<p>${THERE}</p>`],
  ])('not %s', (_where, html) => {
    expect(mentioned(html)).toEqual([])
  })
})
