import { createHash } from 'node:crypto'
import { parseDay } from '../../src/core/day.ts'
import type { RectificationCase } from '../../src/core/rectification.ts'
import { registryTemplate } from '../../src/registry/template.ts'
import type { FindingReport } from '../../src/report/audit-report.ts'
import { type SealedPeriod, sealedShape } from '../../src/report/sealed-shape.ts'
import { openPeriodStore, openStore } from '../../src/store/open-store.ts'
import { periodOf } from '../period/examples.ts'
import { finding, reportOf, sealedOf } from '../report/workbook/examples.ts'
import { runStart } from '../store/examples.ts'
import { seenIn } from '../store/period-examples.ts'
import { type Workspace, workspace } from './workspace.ts'

/** A workspace whose store holds sealed periods, made without any audit. */
export interface SealedStore extends Workspace {
  readonly config: string
  readonly store: string
  /** Seals a period over findings of the units `u1`, `u2` …, each named by its number; cases are opened for the new ones. */
  seal(period: string, findings: readonly FindingReport[], change?: Partial<SealedPeriod>): Promise<void>
}

/** The run that every period rests on. */
const RUN = 'r1'

const AT = Date.parse('2026-11-20T02:00:00.000Z')

/** The units u1, u2 and u3 with addresses, u4 without any. */
const UNITS = [1, 2, 3]
  .map((at) => {
    const emails = ['site', 'office', 'leader'].map((rank) => `${rank}@u${at}.gov.example`)
    return `u${at},第${at}单位,,department,,,,,,,${emails.join(',')}\r\n`
  })
  .concat('u4,第4单位,,department,,,,,,,,,\r\n')
  .join('')

/** A finding of the unit that its number names, `u1` for 1. */
export const findingOf = (unit: number, number: number): FindingReport =>
  finding(unit + number * 46, { unit: `u${unit}`, unitName: `第${unit}单位` })

/** Lays the workspace out; `settings` are lines of audit.yaml. */
export async function sealedStore(settings: string): Promise<SealedStore> {
  const space = await workspace()
  for (const [name, text] of Object.entries(registryTemplate()))
    await space.write(`registry/${name}`, name === 'units.csv' ? text + UNITS : text)
  const config = await space.write(
    'audit.yaml',
    `city: 云川市\nregistry: registry\nstore: store.sqlite\n${settings}\n`,
  )
  const file = space.path('store.sqlite')
  const runs = await openStore(file)
  await runs.startRun(runStart(RUN))
  await runs.close()
  const seal: SealedStore['seal'] = async (period, findings, change = {}) => {
    const store = await openPeriodStore(file)
    const known = new Set((await store.cases()).map((one) => one.id))
    const made = reportOf(findings)
    const base = sealedOf({ ...made, run: { ...made.run, id: RUN } })
    const idOf = (one: string): string => `${period}-${one}`
    const cases = base.cases.map((one) => ({ ...one, id: idOf(one.fingerprint), period }))
    const sealed = sealedShape.parse({ ...base, period, cases, ...change })
    const bytes = new TextEncoder().encode(JSON.stringify(sealed))
    const digest = createHash('sha256').update(bytes).digest('hex')
    const sealing = {
      period: periodOf(period),
      edition: sealed.edition,
      run: RUN,
      sealedAt: AT,
      sealedBy: '张三',
      reason: sealed.replaces?.reason ?? '',
      document: digest,
      chain: digest,
    }
    const opened = sealed.cases
      .filter((one) => !known.has(one.id))
      .map(
        (one): RectificationCase => ({
          id: one.id,
          period: periodOf(period),
          fingerprint: one.fingerprint,
          unit: one.unit,
          item: one.item,
          rule: one.rule,
          subject: `${one.subject}`,
          openedAt: AT,
          dueOn: one.dueOn === null ? null : parseDay(one.dueOn),
        }),
      )
    const rows = { sealing, document: { digest, bytes }, cases: opened, events: [] }
    const added = await store.seal(rows, await seenIn(store))
    await store.close()
    if (!added.ok) throw new Error(`${period} could not be sealed`)
  }
  return { ...space, config, store: file, seal }
}
