import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditReport } from '../../src/report/audit-report.ts'
import { chineseFont, startBrowser } from '../support/browser.ts'
import { type CityWorkspace, cityWorkspace } from '../support/city-workspace.ts'
import { portalAudit } from '../support/command-line.ts'

const UNIT = 'mzj'
const PAGES = ['index.html', `units/${UNIT}.html`] as const

let space: CityWorkspace
let browser: Browser
let report: AuditReport
const font = chineseFont()

/** Opens a page of the report and gives it a Chinese font; also what it asked the network for. */
async function opened(name: string, width: number): Promise<{ page: Page; asked: readonly string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 900 } })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(pathToFileURL(space.path(`reports/${name}`)).href)
  await page.addStyleTag({ content: font })
  await page.evaluate('document.fonts.ready')
  return { page, asked }
}

/** Elements that stick out of the window on either side. */
const STICKING_OUT = `[...document.querySelectorAll('body *')]
  .filter((one) => !one.closest('.skip') && one.getClientRects().length > 0)
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 || one.getBoundingClientRect().left < -1)
  .map((one) => one.tagName + '.' + one.className + ' ' + one.textContent.slice(0, 20))`

beforeAll(async () => {
  space = await cityWorkspace()
  await portalAudit('audit', '-c', space.config, '--format', 'html,json', '--quiet')
  report = JSON.parse(await readFile(space.path('reports/report.json'), 'utf8')) as AuditReport
  browser = await startBrowser()
})

afterAll(async () => {
  await browser?.close()
  await space.close()
})

describe.each(PAGES)('%s in a browser', (name) => {
  it.each([320, 360, 768, 1280])('has nothing that sticks out at %d pixels', async (width) => {
    const { page } = await opened(name, width)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    expect(await page.evaluate(STICKING_OUT)).toEqual([])
    await page.close()
  })

  it('asks for nothing but itself', async () => {
    const { page, asked } = await opened(name, 1280)
    expect(asked.filter((url) => !url.startsWith('data:'))).toHaveLength(1)
    await page.close()
  })

  it('has one first heading, headings in order, a language, and a header to every table', async () => {
    const { page } = await opened(name, 1280)
    const levels = await page.evaluate<number[]>(
      `[...document.querySelectorAll('h1,h2,h3,h4')].map((one) => Number(one.tagName[1]))`,
    )
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    for (const [at, level] of levels.entries())
      expect(level - (levels[at - 1] ?? 0), `heading ${at}`).toBeLessThanOrEqual(1)
    expect(await page.getAttribute('html', 'lang')).toBe('zh-CN')
    expect(
      await page.evaluate(`[...document.querySelectorAll('table')].every((one) => one.querySelector('th'))`),
    ).toBe(true)
    await page.close()
  })

  it('fits A4 paper and shows on it what it shows on the screen', async () => {
    const { page } = await opened(name, 718)
    await page.emulateMedia({ media: 'print' })
    expect(await page.evaluate(STICKING_OUT)).toEqual([])
    const hidden = await page.evaluate(
      `[...document.querySelectorAll('.finding, h1, h2, h3, th, td, li, dd')]
        .filter((one) => one.textContent.trim() !== '' && one.getBoundingClientRect().height === 0)
        .map((one) => one.textContent.slice(0, 30))`,
    )
    expect(hidden).toEqual([])
    const pdf = await page.pdf({ format: 'A4', printBackground: true })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    await page.close()
  })
})

describe('what a reader does with them', () => {
  it('goes from the ranking to a unit and back', async () => {
    const { page } = await opened('index.html', 1280)
    const unit = report.units.find((one) => one.id === UNIT)
    await page.click(`a[href="units/${UNIT}.html"]`)
    expect(await page.textContent('h1')).toContain(unit?.name)
    expect(await page.locator('.finding').count()).toBe(unit?.findings.length)
    await page.click('a[href="../index.html"]')
    expect(await page.locator('#ranking + table tbody tr').count()).toBe(
      report.units.filter((one) => one.rank !== null).length,
    )
    await page.close()
  })

  it('sees colours apart: text stands out 4.5 to 1 from what is behind it', async () => {
    const { page } = await opened(`units/${UNIT}.html`, 1280)
    const faint = await page.evaluate(`(() => {
      const light = (colour) => {
        const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => {
          const share = part / 255
          return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
        })
        return 0.2126 * r + 0.7152 * g + 0.0722 * b
      }
      const behind = (one) => {
        for (let at = one; at; at = at.parentElement) {
          const colour = getComputedStyle(at).backgroundColor
          if (!/rgba\\(.*, 0\\)/.test(colour)) return colour
        }
        return 'rgb(255, 255, 255)'
      }
      return [...document.querySelectorAll('body *')]
        .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''))
        .map((one) => {
          const [a, b] = [light(getComputedStyle(one).color), light(behind(one))].sort((x, y) => y - x)
          return { words: one.tagName + ' ' + one.textContent.trim().slice(0, 20), ratio: (a + 0.05) / (b + 0.05) }
        })
        .filter((one) => one.ratio < 4.5)
        .map((one) => one.words + ' ' + one.ratio.toFixed(2))
    })()`)
    expect(faint).toEqual([])
    await page.close()
  })
})
