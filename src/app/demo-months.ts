import { join } from 'node:path'
import type { CityMonth } from '../../fixtures/city/months.ts'
import { EXIT, InputError } from '../core/errors.ts'
import type { RunId } from '../core/ids.ts'
import { isAtLeast, type Severity } from '../core/outcome.ts'
import { audit } from './audit.ts'
import { addToCase, listCases } from './cases.ts'
import { circular } from './circular.ts'
import type { Config } from './config.ts'
import { demoWorkspace } from './demo-workspace.ts'
import type { Edges } from './edges.ts'
import { history, writeHistoryPage } from './history.ts'
import type { DocumentFormat } from './print-documents.ts'
import { writeProblemWorkbook } from './problem-workbook.ts'
import type { OnProgress } from './progress.ts'
import { recheck } from './recheck.ts'
import { type Choose, type DecisionRequest, decide } from './review.ts'
import { type Sealed, seal } from './seal.ts'
import { periodNamed } from './sealed-periods.ts'
import { sheets } from './sheets.ts'
import { writeFiles } from './write-files.ts'
import type { Language } from './write-report.ts'

/** What the months end with. */
export interface DemoMonths {
  /** The configuration of the workspace as the last month left it. */
  readonly config: Config
  readonly sealed: readonly Sealed[]
  /** The page of trends over the periods. */
  readonly page: string
}

/** One thing that happened in the demo's months. */
export interface DemoStep {
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly text: string
}

/** What the months are run with. */
export interface MonthsRequest {
  readonly directory: string
  /** How many months, from the first one on. */
  readonly months: number
  readonly language: Language
  /** The forms in which circulars and sheets are written. */
  readonly formats: readonly DocumentFormat[]
  readonly edges: Edges
  readonly onProgress: OnProgress
  readonly onStep: (step: DemoStep) => void
}

const ALL = { units: [], items: [] }
const NO_CASES = { cases: [], units: [], onlyOpen: true }

/** A host that does not exist: a canary that shows a network which is down. */
const DEAD_CANARY = 'http://canary.gone.example/'
/** Units that show, before the month's audit, what a run with a dead network looks like. */
const TRIED = ['市民政局', '市教委', '江湾区']

/** Edges whose clock stands at nine o'clock of a day, so many days later, when they are made. */
const edgesOn = (edges: Edges, day: string, later = 0): Edges => {
  const begun = edges.now()
  const nine = Date.parse(`${day}T09:00:00+08:00`) + later * 86_400_000
  return { ...edges, now: () => nine + edges.now() - begun }
}

const dayLater = (day: string, later: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + later * 86_400_000).toISOString().slice(0, 10)

/** Critical findings are confirmed; of the serious ones one is dismissed and one deferred. */
const choose: Choose = (listed) => {
  const waiting = listed.filter(({ state }) => state === 'pending' || state === 'lapsed')
  const prints = (fits: (severity: Severity) => boolean): readonly string[] =>
    waiting
      .filter(({ finding }) => fits(finding.severity))
      .map(({ finding }) => finding.fingerprint)
      .sort()
  const decision =
    (what: DecisionRequest['decision'], reason: string) =>
    (fingerprint: string): DecisionRequest => ({ fingerprint, decision: what, reviewer: '李四', reason })
  const serious = prints((severity) => severity === 'serious')
  return [
    ...prints((severity) => isAtLeast(severity, 'critical')).map(decision('confirmed', '')),
    ...serious.slice(0, 1).map(decision('dismissed', '经人工打开页面核实，内容完整')),
    ...serious.slice(1, 2).map(decision('deferred', '单位正在改版，下期再行认定')),
  ]
}

async function review(config: Config, run: string, edges: Edges): Promise<string> {
  const { added } = await decide(config, run, choose, false, edges)
  const count = (what: DecisionRequest['decision']): number =>
    added.filter((one) => one.decision === what).length
  return `人工复核 ${added.length} 个：属实 ${count('confirmed')}，不属实 ${count('dismissed')}，暂缓 ${count('deferred')}`
}

const sealingOf = ({ period }: CityMonth, run: RunId) => ({
  ...{ period: periodNamed(period), run, by: '张三' },
  ...{ accepted: null, erratum: null },
})

/** A run while our own network is down, and what happens when somebody tries to seal it. */
async function unreliableRun(month: CityMonth, config: Config, request: MonthsRequest): Promise<string> {
  const edges = edgesOn(request.edges, month.day, -1)
  const { run } = await audit({
    config,
    scope: { units: TRIED, items: [] },
    resume: false,
    edges,
    onProgress: request.onProgress,
  })
  try {
    await seal(config, sealingOf(month, run.id), edges)
  } catch (fault) {
    if (!(fault instanceof InputError) || fault.exitCode !== EXIT.unreliable) throw fault
    return `检查 ${run.id}：${run.state}，${fault.problems[0]?.message ?? ''}`
  }
  throw new Error(`The run ${run.id} was sealed although our network was down.`)
}

/** Writes what is circulated of a period: the circular, every unit's sheet, the problem workbook. */
async function circulate(
  config: Config,
  period: string,
  number: number,
  formats: readonly DocumentFormat[],
): Promise<string> {
  const request = { period, issuedOn: null, formats }
  const printed = [
    await circular(config, { ...request, number }),
    await sheets(config, { ...request, units: [] }),
  ]
  for (const { files } of printed) await writeFiles(config.out, files)
  const out = join(config.out, period, '问题清单.xlsx')
  await writeProblemWorkbook(config, { of: { period }, units: [], out })
  const count = printed.reduce((sum, { files }) => sum + files.length, 1)
  const fault = printed.find((one) => one.fault !== null)?.fault?.message
  return `印制通报、提示单、问题清单共 ${count} 个文件${fault === undefined ? '' : `（${fault}）`}`
}

/** Two units reply, two appeal: one appeal is upheld, the other rejected. */
async function answers(config: Config, edges: Edges): Promise<string> {
  const open = await listCases(config, NO_CASES, edges)
  const one = new Map(open.map((found) => [found.unit, found]))
  const [replying, alsoReplying, right, wrong] = [...one.values()]
  for (const found of [replying, alsoReplying]) {
    const step = {
      kind: 'replied',
      cause: '网站改版后旧网址未作跳转',
      measure: '已恢复原网址并核对其余栏目',
    } as const
    if (found !== undefined) await addToCase(config, found.id, [step], found.unitName, edges)
  }
  const appeal = { kind: 'appealed', reason: '该页面当日正常，附截图' } as const
  if (right !== undefined) {
    await addToCase(config, right.id, [appeal], right.unitName, edges)
    const upheld = { kind: 'decided', upheld: true, reason: '经核对属实' } as const
    await addToCase(config, right.id, [upheld, { kind: 'closed', because: 'appeal-upheld' }], '李四', edges)
  }
  if (wrong !== undefined) {
    await addToCase(config, wrong.id, [appeal], wrong.unitName, edges)
    const rejected = { kind: 'decided', upheld: false, reason: '存档证据显示当日无法访问' } as const
    await addToCase(config, wrong.id, [rejected], '李四', edges)
  }
  return `反馈 2 件；申诉成立 ${right?.unitName ?? '—'}，不成立 ${wrong?.unitName ?? '—'}`
}

/**
 * Runs the fixture city through its months: each is audited, reviewed, sealed and circulated, units reply and appeal, and
 * before the next month the city as it is by then is looked at again for open cases. In the second month our own network
 * is down at first. Everything is left in one workspace and store.
 */
export async function demoMonths(request: MonthsRequest): Promise<DemoMonths> {
  const { startCity } = await import('../../fixtures/city/city.ts')
  const { cityMonths } = await import('../../fixtures/city/months.ts')
  const { directory, language, onProgress, onStep } = request
  const sealedPeriods: Sealed[] = []
  let last: Config | null = null
  for (const [at, month] of cityMonths().slice(0, request.months).entries()) {
    const city = await startCity({ day: month.day, absent: month.absent })
    const say = (later: number, text: string): void => onStep({ day: dayLater(month.day, later), text })
    try {
      if (at > 0) {
        const before = await demoWorkspace({ ...city, asOf: dayLater(month.day, -2) }, directory, language)
        const again = edgesOn(request.edges, month.day, -2)
        const { results } = await recheck(before, NO_CASES, again, onProgress, new AbortController().signal)
        const fixed = results.filter((one) => one.result === 'fixed').length
        say(-2, `复查整改中的 ${results.length} 个问题：已整改销号 ${fixed}`)
      }
      if (at === 1) {
        const down = await demoWorkspace(city, directory, language, [DEAD_CANARY])
        say(-1, await unreliableRun(month, down, request))
      }
      const config = await demoWorkspace(city, directory, language)
      const edges = edgesOn(request.edges, month.day)
      const { run, report } = await audit({ config, scope: ALL, resume: false, edges, onProgress })
      say(
        0,
        `检查 ${run.id}：${report.totals.findings} 个问题，平均分 ${report.totals.averageScore?.toFixed(2)}`,
      )
      say(1, await review(config, run.id, edgesOn(request.edges, month.day, 1)))
      const sealed = await seal(config, sealingOf(month, run.id), edgesOn(request.edges, month.day, 2))
      sealedPeriods.push(sealed)
      last = config
      say(
        2,
        `封存 ${month.period}：新立整改 ${sealed.casesOpened}，销号 ${sealed.casesClosed}，期限 ${sealed.document.dueOn}`,
      )
      say(2, await circulate(config, month.period, at + 1, request.formats))
      say(8, await answers(config, edgesOn(request.edges, month.day, 8)))
    } finally {
      await city.close()
    }
  }
  if (last === null) throw new Error('A demo has one month at least.')
  const { documents } = await history(last)
  return { config: last, sealed: sealedPeriods, page: await writeHistoryPage(documents, last) }
}
