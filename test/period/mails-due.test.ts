import { describe, expect, it } from 'vitest'
import type { CircularPeriod } from '../../src/core/circular-period.ts'
import type { MailEvent, MailStep } from '../../src/core/mail.ts'
import { mailState } from '../../src/period/mail-state.ts'
import { mailsDue, type Told } from '../../src/period/mails-due.ts'
import type { SealedPeriod } from '../../src/report/sealed-shape.ts'
import { finding, reportOf, sealedOf } from '../report/workbook/examples.ts'
import { AT } from './examples.ts'

interface Version {
  readonly period?: string
  readonly edition?: number
  readonly findings?: readonly number[]
  readonly score?: number
  readonly reliable?: boolean
}

/** A sealed period in which one unit, `u1`, has the findings that are numbered. */
function sealed(version: Version): SealedPeriod {
  const { period = '2026-11', edition = 1, findings = [1], score = 90, reliable = true } = version
  const report = reportOf([0, ...findings].map((number) => finding(number, { unit: 'u1' })))
  const units = report.units.map((unit) => ({ ...unit, score, findings: unit.findings.slice(1) }))
  return { ...sealedOf({ ...report, units, run: { ...report.run, reliable } }), period, edition }
}

const keyOf = (one: Pick<Told, 'period' | 'edition'>): string => `${one.period}/${one.edition}`

/** What is decided for `u1`, who was told of some versions. */
function decide(now: Version, ...told: readonly Version[]): string {
  const before = told.map(sealed)
  const list = before.map(({ period, edition }) => ({ period: period as CircularPeriod, edition }))
  const documents = new Map(before.map((one) => [`${one.period}/${one.edition}`, one]))
  const [found] = mailsDue(
    sealed(now),
    () => list,
    (one) => documents.get(keyOf(one)) ?? null,
  )
  if (found === undefined) return 'nothing'
  if (!found.told) return found.why
  return `${found.why} +${found.since.new} -${found.since.fixed} since ${found.since.period ?? 'ever'}`
}

const october: Version = { period: '2026-10' }

describe('who is told of a period', () => {
  it.each<readonly [string, Version, readonly Version[], string]>([
    ['the first time', {}, [], 'first +1 -0 since ever'],
    ['the first time, without findings', { findings: [] }, [], 'first +0 -0 since ever'],
    ['nothing moved', {}, [october], 'unchanged'],
    ['worse: a finding more', { findings: [1, 2] }, [october], 'changed +1 -0 since 2026-10'],
    ['better: a finding less', { findings: [] }, [october], 'changed +0 -1 since 2026-10'],
    ['another finding', { findings: [2] }, [october], 'changed +1 -1 since 2026-10'],
    ['only the score', { score: 89.99 }, [october], 'changed +0 -0 since 2026-10'],
    ['an unreliable run', { reliable: false }, [], 'unreliable'],
    ['told already', {}, [{}], 'told'],
    ['told of a later period', {}, [{ period: '2026-12' }], 'toldLater'],
    ['told of a later edition', {}, [{ edition: 2 }], 'toldLater'],
    ['an erratum that changes findings', { edition: 2, findings: [] }, [{}], 'corrected +0 -1 since 2026-11'],
    ['an erratum that changes only the score', { edition: 2, score: 91 }, [{}], 'unchanged'],
    ['an erratum that changes nothing', { edition: 2 }, [{}], 'unchanged'],
    [
      'an erratum of a period that it was not told of',
      { edition: 2, findings: [] },
      [october],
      'changed +0 -1 since 2026-10',
    ],
    [
      'the last time counts, whatever the order',
      { period: '2026-12', findings: [2] },
      [{ findings: [2] }, { ...october, findings: [1] }],
      'unchanged',
    ],
    [
      'a quiet period in between does not count',
      { period: '2026-12', findings: [1, 2] },
      [october],
      'changed +1 -0 since 2026-10',
    ],
  ])('%s', (_, now, told, expected) => {
    expect(decide(now, ...told)).toBe(expected)
  })
})

const claimed: MailStep = { kind: 'claimed', to: 'a@x.example' }
const failed: MailStep = { kind: 'failed', to: 'a@x.example', error: 'busy' }
const sent: MailStep = { kind: 'sent', to: 'a@x.example', response: '250' }
const MINUTE = 60_000

describe('how a mail stands', () => {
  it.each<readonly [string, readonly MailStep[], number, string]>([
    ['never begun', [], 0, 'new'],
    ['claimed, and no word since', [claimed], 9999, 'uncertain'],
    ['sent', [claimed, sent], 0, 'sent'],
    ['failed just now', [claimed, failed], 4, 'waiting'],
    ['failed a while ago', [claimed, failed], 5, 'due'],
    ['failed twice', [claimed, failed, claimed, failed], 29, 'waiting'],
    ['failed twice, later', [claimed, failed, claimed, failed], 30, 'due'],
    ['failed often: the last pause stays', [1, 2, 3, 4].flatMap(() => [claimed, failed]), 30, 'due'],
    ['claimed once more', [claimed, failed, claimed], 9999, 'uncertain'],
  ])('%s', (_, steps, minutes, kind) => {
    const events = steps.map((step, at): MailEvent => ({ mail: 'm', number: at + 1, at: AT, step }))
    expect(mailState(events, AT + minutes * MINUTE, [5, 30]).kind).toBe(kind)
  })
})
