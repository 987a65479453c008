import { periodName } from '../core/circular-period.ts'
import { type Day, dayAt } from '../core/day.ts'
import { EXIT, InputError } from '../core/errors.ts'
import { type Mail, mailId } from '../core/mail.ts'
import { RANKS, type Rank, type RectificationCase } from '../core/rectification.ts'
import { RANK_WORDS } from '../period/case-report.ts'
import { historiesOf, historyOf } from '../period/case-state.ts'
import { escalation } from '../period/escalation.ts'
import { mailState } from '../period/mail-state.ts'
import { unitFinder } from '../registry/find-unit.ts'
import type { Registry } from '../registry/registry.ts'
import { officeOf } from '../report/circular/office.ts'
import { openPeriodStore } from '../store/open-store.ts'
import type { KeptMail } from '../store/outbox.ts'
import { caseReports } from './case-reports.ts'
import { circulatedFindings } from './cases.ts'
import type { Config } from './config.ts'
import { loadPackOf } from './inputs.ts'
import { readMailTemplates } from './mail-templates.ts'
import type { MailPlan, PlannedMail, Unwritten } from './planned-mail.ts'
import { readRegistryOf } from './registry-of.ts'

interface Group {
  readonly rank: Rank
  readonly dueOn: Day
  readonly overdueWorkdays: number
  readonly cases: readonly RectificationCase[]
}

const EVERY: ReadonlySet<Rank> = new Set(RANKS)

function unitsMeant(registry: Registry, named: readonly string[]): ReadonlySet<string> | null {
  if (named.length === 0) return null
  const find = unitFinder(registry.units)
  return new Set(
    named.map((name) => {
      const found = find(name)
      if (found !== null) return found.id
      throw new InputError(
        [{ file: '--unit', message: `没有这个单位 / there is no unit “${name}”.` }],
        EXIT.usage,
      )
    }),
  )
}

/** The number of a mail: a new one where those before it went, the same one where it has not gone yet. */
function numberOf(kept: readonly KeptMail[], { unit, period, rank }: Mail, dueOn: Day): number {
  const gone = kept.filter(
    ({ mail, events }) =>
      mail.unit === unit &&
      mail.period === period &&
      mail.rank === rank &&
      mail.about.kind === 'overdue' &&
      mail.about.dueOn === dueOn &&
      events.at(-1)?.step.kind === 'sent',
  )
  return gone.length + 1
}

/**
 * The mails about cases that are overdue today in Asia/Shanghai: one for each unit, rank, period and deadline. Throws {@link InputError} as `notify` does.
 */
export async function planOverdueMails(
  config: Config,
  named: readonly string[],
  kept: readonly KeptMail[],
  now: number,
): Promise<MailPlan> {
  const { calendar } = await loadPackOf(config)
  const registry = await readRegistryOf(config)
  const words = await readMailTemplates(config.templates ?? undefined)
  const office = officeOf(config.office, config.city)
  const on = dayAt(now)
  const meant = unitsMeant(registry, named)
  const store = await openPeriodStore(config.store)
  try {
    const cases = (await store.cases()).filter((one) => meant?.has(one.unit) ?? true)
    const events = await store.caseEvents()
    const histories = historiesOf(events)
    const reports = caseReports(cases, events, await circulatedFindings(store), on, calendar)
    const reportOf = new Map(reports.map((report) => [report.id, report]))
    const nameOf = (one: RectificationCase): string =>
      registry.units.get(one.unit)?.name ?? reportOf.get(one.id)?.unitName ?? one.unit
    const groups = new Map<string, Group>()
    const unwritten = new Map<string, Unwritten>()
    for (const one of cases) {
      const emails = registry.units.get(one.unit)?.emails
      const reachable = new Set(RANKS.filter((rank) => (emails?.[rank] ?? null) !== null))
      const history = historyOf(histories, one)
      const ranks = reachable.size === 0 ? EVERY : reachable
      const told = escalation(one, history, on, calendar, config.rectification.escalate, ranks)
      if (told.kind === 'nobody') {
        if (told.why === 'noCalendar')
          unwritten.set(one.unit, { unit: one.unit, unitName: nameOf(one), why: 'noCalendar' })
        continue
      }
      const key = [one.unit, told.rank, one.period, one.dueOn].join('/')
      const { overdueWorkdays } = told
      groups.set(key, {
        rank: told.rank,
        dueOn: one.dueOn ?? on,
        overdueWorkdays,
        cases: [...(groups.get(key)?.cases ?? []), one],
      })
    }
    const mails = [...groups.values()].flatMap(({ rank, dueOn, overdueWorkdays, cases: about }) => {
      const [first] = about
      if (first === undefined) return []
      const { unit, period } = first
      const base: Mail = { unit, period, rank, about: { kind: 'overdue', dueOn, number: 1 } }
      const mail: Mail = { ...base, about: { kind: 'overdue', dueOn, number: numberOf(kept, base, dueOn) } }
      const history = kept.find((one) => mailId(one.mail) === mailId(mail))?.events ?? []
      const planned: PlannedMail = {
        mail,
        unitName: nameOf(first),
        to: registry.units.get(unit)?.emails[rank] ?? null,
        why: 'overdue',
        state: mailState(history, now, config.mail.retryMinutes),
        cases: about.map(({ id }) => id),
        letter: words.overdue({
          office,
          unit: { name: nameOf(first) },
          rankName: RANK_WORDS[rank],
          periodName: periodName(period),
          dueOn,
          overdueWorkdays,
          cases: about.flatMap(({ id }) => reportOf.get(id) ?? []),
        }),
        attachments: async () => [],
      }
      return [planned]
    })
    return { mails, unwritten: [...unwritten.values()] }
  } finally {
    await store.close()
  }
}
