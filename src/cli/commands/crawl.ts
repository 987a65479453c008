import { type CrawlOutcome, crawl } from '../../app/crawl.ts'
import { systemEdges } from '../../app/edges.ts'
import { writeFiles } from '../../app/write-files.ts'
import { EXIT, type ExitCode } from '../../core/errors.ts'
import { CRAWL_FORMATS, CRAWL_RENDERINGS, type CrawlFormat } from '../../report/crawl/crawl-formats.ts'
import { type CrawlReport, isFault } from '../../report/crawl/crawl-report.ts'
import { cutLines } from '../../report/crawl/cut-reasons.ts'
import { formatOption, formatsFor, hostOption, prefixOption, wholeNumber } from '../crawl-options.ts'
import { type CommonOptions, configOf, withConfig, withNetwork } from '../options.ts'
import { progressLine } from '../progress-line.ts'
import type { CommandLine } from '../run.ts'
import { stoppable } from '../stop-signals.ts'

interface CrawlOptions extends Omit<CommonOptions, 'format'> {
  readonly host?: readonly string[]
  readonly prefix?: readonly string[]
  readonly depth?: number
  readonly pages: number
  readonly minutes?: number
  readonly external: boolean
  readonly sitemap?: boolean
  readonly fragments?: boolean
  readonly fresh?: boolean
  readonly resume?: boolean
  readonly all?: boolean
  readonly connections?: number
  readonly gap?: number
  readonly format?: readonly CrawlFormat[]
  readonly quiet?: boolean
}

/** No site that a city keeps has so many pages: what has more makes them up. */
const MOST_PAGES = 2_000_000

const UNSURE: ReadonlySet<string> = new Set(['suspected', 'blocked', 'disputed', 'untested'])

/** Whether nothing is known, because not even the start could be read. */
const sawNothing = ({ start, counts, results }: CrawlReport): boolean =>
  counts.pages === 0 && results.some(({ address, state }) => address === start && UNSURE.has(state))

/** 75 for an unreliable crawl and one whose start could not be read, 2 for faults, else 0. */
export function crawlExitCode(report: CrawlReport): ExitCode {
  if (!report.reliable || sawNothing(report)) return EXIT.unreliable
  return report.results.some(isFault) ? EXIT.findings : EXIT.clean
}

/** `portal-audit crawl` */
export function addCrawl({ program, terminal, end }: CommandLine): void {
  const command = program
    .command('crawl')
    .description('检查一个网站的全部链接 / check every link of a site')
    .argument('<url>', '起点网址 / where to start')
    .option('--host <host>', '同时跟进的主机，可用 *.（可重复）/ a further host that is followed', hostOption)
    .option('--prefix <path>', '只跟进此路径以下的页面（可重复）/ follow only below this path', prefixOption)
    .option('--depth <n>', '从起点最多几层链接 / most links away from the start', wholeNumber(0))
    .option(
      '--pages <n>',
      `最多访问的页面数 / most pages asked for (${MOST_PAGES})`,
      wholeNumber(1),
      MOST_PAGES,
    )
    .option('--minutes <n>', '最长时间（分钟）/ most minutes', wholeNumber(1))
    .option('--no-external', '不检查站外链接 / leave addresses outside alone')
    .option('--sitemap', '以站点地图为起点 / begin with the pages of its sitemaps too')
    .option('--fragments', '同时检查 # 后的页内位置 / check fragments too')
    .option('--fresh', '全部重新访问，不用上次结果 / ask for everything anew')
    .option('--resume', '继续上次中断的检查 / go on with the crawl that was interrupted')
    .option('--all', '列出全部网址，包括正常的 / list every address, those that are well too')
    .option('--connections <n>', '对同一主机的并发数 / requests at once to one host', wholeNumber(1))
    .option(
      '--gap <ms>',
      '对同一主机两次访问的间隔（毫秒）/ milliseconds between two requests',
      wholeNumber(0),
    )
    .option('--out <dir>', '结果写入此目录 / write the results into this folder')
    .option('--format <format>', `格式 / formats: ${CRAWL_FORMATS.join(', ')}`, formatOption)
    .option('--quiet', '不显示进度与提示 / no progress, no notes')
  withNetwork(withConfig(command)).action(async (start: string, options: CrawlOptions) => {
    const { format, out, ...common } = options
    const formats = formatsFor(format, out)
    const config = configOf(common, terminal)
    const line = progressLine(terminal, options.quiet === true, systemEdges.now)
    const present = async ({ report, asked }: CrawlOutcome): Promise<void> => {
      line.finish()
      const files = formats.map((name) => {
        const { file, render } = CRAWL_RENDERINGS[name]
        return { path: file, content: render(report, config.lang) }
      })
      for (const doubt of report.doubts) terminal.err(`不可靠 / unreliable: ${doubt.text[config.lang]}\n`)
      if (out === undefined) for (const file of files) terminal.out(file.content)
      else await writeFiles(out, files)
      if (options.quiet !== true) {
        const places = out === undefined ? '' : ` ${files.map((file) => `${out}/${file.path}`).join(' ')}`
        terminal.err(`访问 / asked ${asked}${places}\n`)
        for (const one of cutLines(report.cutShort, config.lang)) terminal.err(`${one}\n`)
      }
    }
    const { report } = await stoppable(terminal, (signal) =>
      crawl({
        config,
        start,
        scope: {
          hosts: options.host ?? [],
          prefixes: options.prefix ?? [],
          depth: options.depth ?? null,
          pages: options.pages,
          time: options.minutes === undefined ? null : options.minutes * 60_000,
          external: options.external,
          fragments: options.fragments === true,
        },
        connections: options.connections ?? null,
        gap: options.gap ?? null,
        sitemap: options.sitemap === true,
        fresh: options.fresh === true,
        resume: options.resume === true,
        all: options.all === true,
        edges: systemEdges,
        onProgress: line.onProgress,
        onReport: present,
        signal,
      }),
    ).finally(line.finish)
    end(crawlExitCode(report))
  })
}
