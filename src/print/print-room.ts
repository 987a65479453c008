import type { Page } from 'playwright-core'
import { fixedPdf, pagesOf } from './fixed-pdf.ts'
import { fontAt, fontStyles } from './font-faces.ts'
import { startBrowser } from './start-browser.ts'

/** How a page of HTML becomes a PDF. */
export interface PrintRoom {
  /**
   * The page as PDF, on the paper that its style sheet names. It runs no script and reaches no network. The same page
   * and instant (ISO 8601) make the same bytes.
   */
  pdf(html: string, madeAt: string): Promise<Uint8Array>
  /** A picture in SVG as PNG, twice as many dots as it has pixels. */
  png(svg: string, width: number, height: number): Promise<Uint8Array>
  /**
   * What a stored page looks like, as PNG, the upper 1,280 × 1,600 pixels: in our fonts, without scripts and with nothing
   * that it names elsewhere. Null for a page that is not drawn in time.
   */
  snapshot(html: string): Promise<Uint8Array | null>
  close(): Promise<void>
}

const PATIENCE = 120_000

/** Milliseconds within which a stored page must be drawn, and the pixels that are. */
const SNAPSHOT_PATIENCE = 15_000
const SNAPSHOT = { width: 1280, height: 1600 }
const SNAPSHOT_FONT = '"Print Hei", sans-serif'

/** How a page says that something stands at the foot of its last page. */
const IMPRINT = 'class="imprint"'

/** A page that gets fonts from disk, and nothing else. */
async function furnish(page: Page): Promise<void> {
  page.setDefaultTimeout(PATIENCE)
  await page.route('**/*', async (route) => {
    const body = await fontAt(route.request().url())
    if (body === null) return route.abort()
    const headers = { 'access-control-allow-origin': '*', 'cache-control': 'max-age=3600' }
    return route.fulfill({ body, contentType: 'font/woff2', headers })
  })
}

const withStyles = (html: string, styles: string): string =>
  html.replace('</head>', () => `<style>\n${styles}\n</style>\n</head>`)

async function print(page: Page, html: string): Promise<Uint8Array> {
  await page.setContent(html, { waitUntil: 'load', timeout: PATIENCE })
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true })
}

/**
 * Starts a browser that prints. Throws {@link InputError} (cannotCreate) when it does not start. A page with an imprint
 * (版记) is printed twice: the second time it knows its number of pages, and the imprint stands at the foot of the last.
 */
export async function openPrintRoom(browserPath: string | null): Promise<PrintRoom> {
  const browser = await startBrowser(browserPath)
  const context = await browser.newContext({ javaScriptEnabled: false, deviceScaleFactor: 2 })
  const page = await context.newPage()
  await furnish(page)
  const styles = await fontStyles()
  return {
    pdf: async (html, madeAt) => {
      const first = await print(page, withStyles(html, styles))
      if (!html.includes(IMPRINT)) return fixedPdf(first, madeAt)
      const counted = html.replace('<html', `<html data-pages style="--pages:${pagesOf(first)}"`)
      return fixedPdf(await print(page, withStyles(counted, styles)), madeAt)
    },
    png: async (svg, width, height) => {
      await page.setViewportSize({ width: Math.ceil(width), height: Math.ceil(height) })
      const html = `<!DOCTYPE html><html><head></head><body style="margin:0">${svg}</body></html>`
      await page.setContent(withStyles(html, styles), { waitUntil: 'load', timeout: PATIENCE })
      return page.screenshot({ type: 'png', clip: { x: 0, y: 0, width, height } })
    },
    snapshot: async (html) => {
      const stranger = await context.newPage()
      try {
        await furnish(stranger)
        await stranger.setViewportSize(SNAPSHOT)
        const drawn = `${html}<style>${styles}\n* { font-family: ${SNAPSHOT_FONT} !important }</style>`
        await stranger.setContent(drawn, { waitUntil: 'domcontentloaded', timeout: SNAPSHOT_PATIENCE })
        return await stranger.screenshot({ type: 'png', timeout: SNAPSHOT_PATIENCE })
      } catch {
        return null
      } finally {
        await stranger.close()
      }
    },
    close: () => browser.close(),
  }
}
