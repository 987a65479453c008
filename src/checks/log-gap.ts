import { z } from 'zod'
import { dayAt, isPeriod, minuteAt, subtractPeriod } from '../core/day.ts'
import { periodWords } from '../core/period-words.ts'
import type { LogFact } from '../facts/facts.ts'
import { beaconState } from '../facts/log/beacon.ts'
import { cantTell, type Defect, defineCheck, failed, passed } from './check.ts'

const isPattern = (text: string): boolean => {
  try {
    return new RegExp(text, 'i').source !== ''
  } catch {
    return false
  }
}

type Fault = 'absent' | 'partial' | 'silent'

function silence({ heartbeat }: LogFact, within: string): Defect<Fault> | null {
  if (heartbeat === null || heartbeat.last === null) return null
  const { observation, last } = heartbeat
  if (dayAt(last.at) >= subtractPeriod(dayAt(observation.observedAt), within)) return null
  const evidence = [{ observation: observation.id, quote: last.quote }]
  const { zh, en } = periodWords(within)
  return {
    message: 'silent',
    data: { last: minuteAt(last.at), within: zh, withinEnglish: en },
    aspect: 'heartbeat',
    evidence,
  }
}

/** A site that does not tell the portal of its visits (五(七)2). */
export const logGap = defineCheck({
  id: 'log-gap',
  subject: 'column',
  needs: ['log'],
  options: z.strictObject({
    /** Regular expressions, any of which fits the address that a page with the portal’s statistics calls. */
    beacon: z.array(z.string().refine(isPattern, { error: 'expected a regular expression' })).min(1),
    /** Pages without it that are let pass, as a share of those read. */
    tolerated: z.number().min(0).max(1).default(0.2),
    /** Pages that must be read before anything is said. */
    least: z.int().min(1).default(3),
    /** Age of the last record at which a heartbeat counts as silent. */
    within: z.string().refine(isPeriod, { error: 'expected a period such as P1D' }).default('P1D'),
  }),
  applicability:
    'Every column registered for a unit’s log; pages of the unit’s own site that were read anyway are its sample.',
  expectation:
    'The sampled pages call the portal’s statistics, themselves or by a script file of the site; where the registered address answers with data, its last record is recent.',
  assumptions:
    'Statistics that a script of another host brings in cannot be seen; such hosts belong among the patterns. A registered address that answers with a page has no heartbeat.',
  messages: {
    absent: {
      text: {
        zh: '抽查的 {{total}} 个页面均未调用门户网站日志统计代码（如 {{example}}）。',
        en: 'None of {{total}} sampled pages calls the portal’s statistics ({{example}}, for one).',
      },
      remedy: {
        zh: '请在网站模板中加入门户网站日志统计代码。',
        en: 'Put the portal’s statistics into the site’s templates.',
      },
    },
    partial: {
      text: {
        zh: '抽查的 {{total}} 个页面中有 {{count}} 个未调用门户网站日志统计代码（如 {{example}}）。',
        en: '{{count}} of {{total}} sampled pages do not call the portal’s statistics ({{example}}, for one).',
      },
      remedy: {
        zh: '请在缺少统计代码的栏目模板中补上。',
        en: 'Add the statistics to the templates that lack them.',
      },
    },
    silent: {
      text: {
        zh: '日志接口最近一条记录为 {{last}}，超过{{within}}未提供数据。',
        en: 'The last record of the log is of {{last}}; nothing came for more than {{withinEnglish}}.',
      },
      remedy: {
        zh: '请检查日志报送程序是否停止。',
        en: 'See whether the program that sends the log has stopped.',
      },
    },
    'too-few': {
      text: {
        zh: '仅有 {{count}} 个页面可核对日志统计代码，暂无法判定。',
        en: 'Only {{count}} pages could be looked at for the statistics.',
      },
      remedy: { zh: '请人工查看页面源代码。', en: 'Look at the source of some pages by hand.' },
    },
    'heartbeat-unread': {
      text: {
        zh: '日志接口未给出最近记录的时间。',
        en: 'The log’s address tells no time of its last record.',
      },
      remedy: {
        zh: '请在接口中给出最近一条记录的时间。',
        en: 'Let it answer with the time of the last record.',
      },
    },
  },
  judge: ({ facts: { log }, options }) => {
    const patterns = options.beacon.map((one) => new RegExp(one, 'i'))
    const looked = log.pages.map((page) => ({ page, state: beaconState(page, patterns) }))
    const settled = looked.filter(({ state }) => state !== 'unknown')
    const without = settled.filter(({ state }) => state === 'absent').map(({ page }) => page)
    const total = settled.length
    const [example] = without
    const isGap =
      total >= options.least && example !== undefined && without.length > total * options.tolerated
    const gap: Defect<Fault> | null = isGap
      ? {
          message: without.length === total ? 'absent' : 'partial',
          data: { total, count: without.length, example: example.address },
          aspect: 'beacon',
          evidence: without.slice(0, 3).map(({ observation }) => ({ observation: observation.id })),
        }
      : null
    const [first, ...more] = [gap, silence(log, options.within)].flatMap((one) => one ?? [])
    if (first !== undefined) return failed(first, ...more)
    if (total < options.least) return cantTell('too-few', { count: total })
    return log.heartbeat !== null && log.heartbeat.last === null ? cantTell('heartbeat-unread') : passed()
  },
})
