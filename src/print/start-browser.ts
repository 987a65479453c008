import type { Browser } from 'playwright-core'
import { EXIT, InputError } from '../core/errors.ts'

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND',
]

/** Where the error says what to do: the setting that names a browser. */
const ADVICE =
  '可在 audit.yaml 的 print.browser 写明本机 Chromium 的路径，或改用 --format docx,html。/ name an installed Chromium at print.browser of audit.yaml, or ask for --format docx,html.'

/**
 * Starts the Chromium at a path, or with null the one of the npm package (Linux, x64). It is loaded only here, for it is
 * large. Throws {@link InputError} (cannotCreate) when it does not start.
 */
export async function startBrowser(path: string | null): Promise<Browser> {
  try {
    const { chromium } = await import('playwright-core')
    const executablePath = path ?? (await (await import('@sparticuz/chromium')).default.executablePath())
    return await chromium.launch({
      executablePath,
      args: ARGUMENTS,
      headless: true,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    })
  } catch (fault) {
    const [words = ''] = (fault instanceof Error ? fault.message : String(fault)).split('\n')
    const message = `浏览器未能启动，PDF 未生成 / the browser did not start, no PDF was made: ${words} ${ADVICE}`
    throw new InputError([{ file: path ?? 'chromium', message }], EXIT.cannotCreate)
  }
}
