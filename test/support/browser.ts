import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as engine } from 'playwright-core'

const FONT = '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2'

/** Starts the Chromium of the npm package, or an installed one that PORTAL_AUDIT_TEST_CHROMIUM names. */
export async function startBrowser(): Promise<Browser> {
  const named = process.env.PORTAL_AUDIT_TEST_CHROMIUM
  const executablePath = named !== undefined && existsSync(named) ? named : await chromium.executablePath()
  return await engine.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    headless: true,
  })
}

/** A style that gives pages a Chinese font, so that widths are those that a reader sees on a bare machine too. */
export function chineseFont(): string {
  const file = createRequire(import.meta.url).resolve(FONT)
  const bytes = readFileSync(file).toString('base64')
  return `@font-face{font-family:"Test Sans";src:url(data:font/woff2;base64,${bytes})} body,body *:not(code){font-family:"Test Sans",sans-serif !important}`
}
