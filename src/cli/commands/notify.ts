import { systemEdges } from '../../app/edges.ts'
import { notify } from '../../app/notify.ts'
import type { MailOutcome, MailResult, MailWhy } from '../../app/planned-mail.ts'
import { EXIT, InputError } from '../../core/errors.ts'
import type { Bilingual } from '../../core/message.ts'
import { type CommonOptions, configOf, listOption, withConfig } from '../options.ts'
import type { CommandLine } from '../run.ts'
import { stoppable } from '../stop-signals.ts'

interface NotifyOptions extends CommonOptions {
  readonly period?: string
  readonly overdue?: boolean
  readonly unit?: readonly string[]
  readonly send?: boolean
  readonly retryUncertain?: boolean
  readonly json?: boolean
}

const OUTCOMES: Readonly<Record<MailOutcome, Bilingual>> = {
  wouldSend: { zh: '待发送', en: 'would be sent' },
  sent: { zh: '已发送', en: 'sent' },
  failed: { zh: '发送失败，将重试', en: 'failed, will be tried again' },
  uncertain: {
    zh: '不确定是否已发出（核实后可用 --retry-uncertain 重发）',
    en: 'may have gone (ask, then use --retry-uncertain)',
  },
  waiting: { zh: '上次失败，到时再试', en: 'failed before, waits' },
  noAddress: { zh: '未登记邮箱（units.csv）', en: 'no address in units.csv' },
  stopped: { zh: '已中止，未发送', en: 'stopped, not sent' },
}

const WHY: Readonly<Record<MailWhy, Bilingual>> = {
  first: { zh: '首次', en: 'the first time' },
  changed: { zh: '得分或问题有变化', en: 'score or findings changed' },
  corrected: { zh: '更正', en: 'corrected' },
  overdue: { zh: '整改逾期', en: 'overdue' },
  unreliable: { zh: '检查不可靠', en: 'the run is unreliable' },
  unchanged: { zh: '无变化', en: 'nothing changed' },
  told: { zh: '已通知', en: 'was told' },
  toldLater: { zh: '已通知更晚的一期', en: 'was told of a later period' },
  noCalendar: {
    zh: '节假日安排未公布，无法计算逾期天数',
    en: 'the holiday calendar does not reach there, lateness cannot be counted',
  },
}

const RANK: Readonly<Record<MailResult['rank'], Bilingual>> = {
  site: { zh: '实施单位', en: 'site' },
  office: { zh: '责任单位办公室', en: 'office' },
  leader: { zh: '分管领导', en: 'leader' },
}

function lineOf(one: MailResult, lang: 'zh' | 'en'): string {
  const { unitName, rank, to, why, outcome, subject, detail } = one
  const parts = [
    unitName,
    RANK[rank][lang],
    to ?? '—',
    WHY[why][lang],
    OUTCOMES[outcome][lang],
    subject,
    detail,
  ]
  return `${parts.filter((part) => part !== '').join('  ')}\n`
}

function periodOf({ period, overdue }: NotifyOptions): string | null {
  if (overdue !== true) return period ?? 'latest'
  if (period === undefined) return null
  const message = '--overdue 与 --period 只能选一 / give either --overdue or --period.'
  throw new InputError([{ file: 'notify', message }], EXIT.usage)
}

const sum = (results: readonly MailResult[], ...outcomes: readonly MailOutcome[]): number =>
  results.filter((one) => outcomes.includes(one.outcome)).length

/** `portal-audit notify` */
export function addNotify({ program, terminal, end }: CommandLine): void {
  const command = program
    .command('notify')
    .description('发送监管工作提示单；逾期的逐级提醒 / mail units their sheets, or tell of overdue cases')
    .option('--period <period>', '通报期，如 2026-11；默认最近一期 / a sealed period (default: latest)')
    .option('--overdue', '提醒整改逾期的事项 / tell of overdue cases instead')
    .option('--unit <unit>', '单位编号或名称（可重复）/ id or name of a unit', listOption)
    .option('--send', '发送；不写则只列出 / send; otherwise only shown')
    .option('--retry-uncertain', '重发不确定是否已发出的 / send again what may have gone')
    .option('--json', 'JSON')
  withConfig(command).action(async (options: NotifyOptions) => {
    const config = configOf(options, terminal)
    const request = {
      period: periodOf(options),
      units: options.unit ?? [],
      send: options.send === true,
      retryUncertain: options.retryUncertain === true,
    }
    const tell = (result: MailResult): void => {
      if (options.json !== true) terminal.out(lineOf(result, config.lang))
    }
    const { results, unwritten } = await stoppable(terminal, (signal) =>
      notify(config, request, terminal.environment, systemEdges, tell, signal),
    )
    if (options.json)
      terminal.out(
        `${JSON.stringify({ schema: 'portal-audit/notify', version: 1, sent: request.send, mails: results, unwritten }, null, 2)}\n`,
      )
    else
      for (const { unitName, why } of unwritten)
        terminal.out(
          `${unitName}  ${config.lang === 'zh' ? '不通知' : 'not told'}  ${WHY[why][config.lang]}\n`,
        )
    const due = results.length
    const sent = sum(results, 'sent')
    const left = due - sent
    terminal.err(
      request.send
        ? `应发 ${due} 封，已发 ${sent} 封，未发 ${left} 封 / ${due} mails due, ${sent} sent, ${left} not\n`
        : `应发 ${due} 封，未发送；用 --send 发送 / ${due} mails due, none sent; --send sends them\n`,
    )
    if (request.send && left > 0) end(EXIT.tryAgain)
  })
}
