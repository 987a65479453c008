import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PAPER, TELEPHONE } from '../../../src/report/pictures/picture.ts'
import { chineseFont, startBrowser } from '../../support/browser.ts'
import { PICTURES, words } from './examples.ts'

let browser: Browser
let page: Page

/** Opens a page that shows pictures at a width, in a Chinese font. */
async function shown(svgs: readonly string[], width: number): Promise<void> {
  await page.setViewportSize({ width, height: 600 })
  const style = `<style>${chineseFont()} body{margin:0} svg{display:block;width:100%;height:auto}</style>`
  await page.setContent(style + svgs.join(''))
  await page.evaluate('document.fonts.ready')
}

/** Texts that leave their picture, or cover one another, in pixels of the picture. */
const MISPLACED = `[...document.querySelectorAll('svg')].flatMap((svg) => {
  const view = svg.viewBox.baseVal
  const texts = [...svg.querySelectorAll('text')].map((text) => {
    const { x, y, width, height } = text.getBBox()
    const words = [...text.childNodes].filter((one) => one.nodeName !== 'title').map((one) => one.textContent).join('')
    const margin = height * 0.14
    return { words, left: x, right: x + width, top: y + margin, bottom: y + height - margin }
  })
  const outside = texts.filter((one) => one.left < -0.5 || one.right > view.width + 0.5 || one.top < -0.5 || one.bottom > view.height + 0.5)
  const covering = texts.flatMap((a, at) => texts.slice(at + 1)
    .filter((b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5)
    .map((b) => [a, b]))
  const id = svg.querySelector('title').id
  return [...outside.map((one) => id + ' outside: ' + one.words), ...covering.map(([a, b]) => id + ' covers: ' + a.words + ' | ' + b.words)]
})`

/** Texts that stand out less than 4.5 to 1 from what is behind them, or stand on a pattern. */
const FAINT = `(() => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => {
      const share = part / 255
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  return [...document.querySelectorAll('svg')].flatMap((svg) => {
    const boxes = [...svg.querySelectorAll('rect:not(defs *)')]
    return [...svg.querySelectorAll('text')].flatMap((text) => {
      const own = text.getBBox()
      const [x, y] = [own.x + own.width / 2, own.y + own.height / 2]
      const behind = boxes.filter((box) => {
        const { x: left, y: top, width, height } = box.getBBox()
        const before = box.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING
        return before && x > left && x < left + width && y > top && y < top + height
      }).at(-1)
      const ground = behind === undefined ? 'rgb(255, 255, 255)' : getComputedStyle(behind).fill
      if (ground.startsWith('url')) return ['on a pattern: ' + text.textContent]
      const [a, b] = [light(getComputedStyle(text).fill), light(ground)].sort((one, other) => other - one)
      const ratio = (a + 0.05) / (b + 0.05)
      return ratio < 4.5 ? [text.textContent + ' ' + ratio.toFixed(2)] : []
    })
  })
})()`

beforeAll(async () => {
  browser = await startBrowser()
  page = await browser.newPage()
})

afterAll(() => browser?.close())

describe.each([
  ['zh', PAPER],
  ['en', PAPER],
  ['zh', TELEPHONE],
  ['en', TELEPHONE],
] as const)('pictures in %s, %d wide', (language, width) => {
  it('keep their texts apart, inside, and 4.5 to 1 from what is behind them', async () => {
    const said = await words(language)
    const svgs = Object.values(PICTURES).map(
      (draw, index) => draw({ id: `p${index}`, words: said, width }).svg,
    )
    for (const at of [width, Math.round(width * 0.87)]) {
      await shown(svgs, at)
      expect(await page.evaluate(MISPLACED), `at ${at} pixels`).toEqual([])
    }
    expect(await page.evaluate(FAINT)).toEqual([])
  })
})

describe('a picture', () => {
  it('has a name and a description for those who cannot see it, as Chromium tells them', async () => {
    const said = await words()
    await shown([PICTURES.kinds?.({ id: 'k', words: said }).svg ?? ''], PAPER)
    expect(await page.getByRole('img', { name: '各类问题数' }).count()).toBe(1)
    const named = await page.getAttribute('svg', 'aria-labelledby')
    expect(await page.locator(`#${named?.split(' ')[1]}`).textContent()).toContain('涉及 46 个单位')
  })
})
