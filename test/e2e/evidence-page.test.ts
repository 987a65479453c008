import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { portalAudit } from '../support/command-line.ts'
import { type EvidenceCity, evidenceCity } from '../support/evidence-city.ts'

let city: EvidenceCity
let browser: Browser
let prints: ReadonlyMap<string, string>

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

beforeAll(async () => {
  city = await evidenceCity()
  await city.audit()
  const listed = await portalAudit('review', 'list', '--json', '-c', city.config)
  const findings: readonly {
    readonly finding: { readonly address: string; readonly fingerprint: string }
  }[] = JSON.parse(listed.out)
  prints = new Map(findings.map(({ finding }) => [finding.address, finding.fingerprint]))
  browser = await startBrowser()
})

afterAll(async () => {
  await browser?.close()
  await city.close()
})

const printOf = (path: string): string => prints.get(`http://www.city.example${path}`) ?? 'none'

async function pageOf(path: string, ...options: readonly string[]): Promise<string> {
  const file = city.path(`pages${path.replaceAll('/', '-')}.html`)
  const ended = await portalAudit('evidence', printOf(path), '-c', city.config, '--out', file, ...options)
  expect([ended.code, ended.err]).toEqual([0, ''])
  return file
}

describe('the page of a finding', () => {
  it('shows unit, clause, what was asked and answered, quote and digests, and asks for nothing', async () => {
    const file = await pageOf('/hostile/')
    const page = await browser.newPage({ viewport: { width: 390, height: 800 } })
    const asked: string[] = []
    const faults: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('pageerror', (fault) => faults.push(String(fault)))
    await page.goto(pathToFileURL(file).href)
    expect(asked).toEqual([pathToFileURL(file).href])
    expect(faults).toEqual([])
    expect(await page.locator('script, img, iframe, link, object').count()).toBe(0)
    expect(await page.locator('mark').first().innerText()).toContain('2025-03-28')
    const text = await page.locator('body').innerText()
    for (const words of [
      '清溪区',
      '条款',
      'GET http://www.city.example/hostile/',
      '200 http://www.city.example/',
    ])
      expect(text).toContain(words)
    await page.locator('details.source summary').click()
    expect(await page.locator('details.source pre').innerText()).toContain(
      '</script></pre><script src="http://evil.example/x.js"></script>\u2400',
    )
    expect(asked).toHaveLength(1)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    await page.close()
  })

  it('lets anybody work out the digests from body to evidence', async () => {
    const page = await browser.newPage()
    await page.goto(pathToFileURL(await pageOf('/zipped/')).href)
    const records = await page.locator('.observation details:last-of-type pre').allTextContents()
    const digests = records.map(sha256)
    const evidence = sha256(
      [...new Set(digests)]
        .sort()
        .map((one) => `${one}\n`)
        .join(''),
    )
    const text = await page.locator('body').innerText()
    for (const digest of [...digests, evidence]) expect(text).toContain(digest)
    expect(text).toContain(JSON.parse(records[0] ?? '{}').answer.body)
    await page.close()
  })

  it('shows the way through redirects', async () => {
    expect(await readFile(await pageOf('/moved/'), 'utf8')).toContain(
      '302 http://www.city.example/moved/ → /moved/here/',
    )
  })

  it.each([
    ['an unknown finding', ['ffffffffffffffff'], 'ffffffffffffffff'],
    ['a period that is not sealed', ['ffff', '--period', '2026-10'], '2026-10'],
    ['a period that is none', ['ffff', '--period', 'November'], '--period'],
  ])('is not written for %s', async (_what, options, words) => {
    const ended = await portalAudit('evidence', ...options, '-c', city.config)
    expect([ended.code, ended.out]).toEqual([64, ''])
    expect(ended.err).toContain(words)
  })
})
