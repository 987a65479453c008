import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import type { Address } from '../../src/core/address.ts'
import type { Day } from '../../src/core/day.ts'
import { queryCharset } from '../../src/facts/decode.ts'
import { readPage } from '../../src/facts/read-page.ts'
import { kindNumber } from '../../src/links/link-kinds.ts'
import { linkRecords } from '../../src/links/link-records.ts'
import { baseAddress, linkText, targetOf } from '../../src/links/resolve-link.ts'
import { scanLinks } from '../../src/links/scan-links.ts'
import { CASES } from './cases.ts'

const ADDRESS = 'http://www.gov.example/case/1' as Address

type Node = DefaultTreeAdapterTypes.Node

/** The addresses of links in SVG, as parse5 finds them: a crawl counts these among pictures. */
function ofSvg(node: Node): readonly string[] {
  const below = 'childNodes' in node ? node.childNodes.flatMap(ofSvg) : []
  if (!('tagName' in node) || node.tagName !== 'a' || !node.namespaceURI.endsWith('svg')) return below
  return [...node.attrs.filter(({ name }) => name === 'href').map(({ value }) => value), ...below]
}

const SVG = kindNumber('svg')
const KINDS = new Set(['a', 'area'].map(kindNumber))

/** What an audit and a crawl of one page may disagree on, by the name of the case: nothing. */
const MAY_DIFFER: readonly string[] = []

const PAGES = CASES.map(({ name, html, charset, page, type }) => ({
  name,
  contentType: type ?? `text/html; charset=${charset ?? 'utf-8'}`,
  bytes: page ?? new TextEncoder().encode(html.replaceAll('{HOST}', 'www.gov.example')),
  isUtf8: charset === undefined,
})).filter((one) => one.isUtf8)

/** Where links and areas lead by the scan of the bytes, as a crawl reads a page. */
function crawled(bytes: Uint8Array, contentType: string): ReadonlySet<string> {
  const records = linkRecords()
  scanLinks(bytes, records, contentType)
  const charset = (): string => (records.bytes === bytes ? queryCharset(bytes, contentType) : 'utf-8')
  const base = baseAddress(records, ADDRESS, charset)
  const svg = new Set(ofSvg(parse(new TextDecoder().decode(bytes), { scriptingEnabled: false })))
  const found = new Set<string>()
  for (let place = 0; place < records.count; place += 1) {
    const text = linkText(records, place, charset)
    const target = targetOf(text, base, charset)
    const kind = records.kind[place] ?? 0
    const isFollowed = KINDS.has(kind) || (kind === SVG && svg.has(text))
    if (isFollowed && !text.startsWith('#') && target.ok) found.add(target.address)
  }
  return found
}

/** The same by the page as an audit reads it. */
function audited(bytes: Uint8Array, contentType: string): ReadonlySet<string> {
  const page = readPage({ bytes, contentType, address: ADDRESS, observedOn: '2026-11-16' as Day })
  return new Set(page.links.flatMap(({ target }) => (target.ok ? [target.address] : [])))
}

describe('the links of a page', () => {
  it.each(PAGES)('an audit follows what a crawl follows: $name', ({ name, bytes, contentType }) => {
    const [ours, theirs] = [audited(bytes, contentType), crawled(bytes, contentType)]
    const extra = [...ours].filter((one) => !theirs.has(one))
    const missing = [...theirs].filter((one) => !ours.has(one))
    if (MAY_DIFFER.includes(name)) expect([...extra, ...missing]).not.toEqual([])
    else expect({ extra, missing }).toEqual({ extra: [], missing: [] })
  })
})
