import { InvalidArgumentError } from 'commander'
import { EXIT, InputError } from '../core/errors.ts'
import { CRAWL_FORMATS, type CrawlFormat } from '../report/crawl/crawl-formats.ts'

/** A whole number of an option, not less than `least`. */
export const wholeNumber =
  (least: number) =>
  (text: string): number => {
    const value = Number(text)
    if (Number.isSafeInteger(value) && value >= least && /^\d+$/.test(text)) return value
    throw new InvalidArgumentError(
      `应为不小于 ${least} 的整数 / expected a whole number of ${least} or more.`,
    )
  }

/** A path, which begins with a slash. */
export const prefixOption = (text: string, before: readonly string[] = []): readonly string[] => {
  if (!text.startsWith('/'))
    throw new InvalidArgumentError('应以 / 开头 / expected a path that starts with /.')
  return [...before, text]
}

function hostNameIn(text: string): string | null {
  try {
    const { hostname, pathname } = new URL(`http://${text}/`)
    return pathname === '/' && !/[:@/?#\\]/.test(text) ? hostname : null
  } catch {
    return null
  }
}

/** A host's name as addresses spell it, `*.` before it for every host below. */
export const hostOption = (text: string, before: readonly string[] = []): readonly string[] => {
  const star = text.startsWith('*.') ? '*.' : ''
  const name = hostNameIn(text.slice(star.length).trim())
  if (name === null) {
    throw new InvalidArgumentError(
      '应为主机名，不带协议、端口和路径 / expected the name of a host, without scheme, port and path: www.example.gov.cn or *.example.gov.cn.',
    )
  }
  return [...before, star + name]
}

/** Formats, parted by commas. */
export const formatOption = (text: string, before: readonly CrawlFormat[] = []): readonly CrawlFormat[] => {
  const names = text.split(',').map((name) => {
    const found = CRAWL_FORMATS.find((format) => format === name)
    if (found === undefined)
      throw new InvalidArgumentError(`应为 / expected one of ${CRAWL_FORMATS.join(', ')}.`)
    return found
  })
  return [...before, ...names]
}

/** The formats that are written, each once. Throws {@link InputError} for several that would run into one another. */
export function formatsFor(
  given: readonly CrawlFormat[] | undefined,
  out: string | undefined,
): readonly CrawlFormat[] {
  const formats = [...new Set<CrawlFormat>(given ?? ['text'])]
  if (formats.length <= 1 || out !== undefined) return formats
  const message =
    '多种格式须用 --out 写入目录 / several formats cannot share the standard output; name a folder with --out DIR.'
  throw new InputError([{ file: `--format ${formats.join(',')}`, message }], EXIT.usage)
}
