import type { AnyCheck } from '../checks/any-check.ts'
import type { Defect, Judgement, SubjectView, Times } from '../checks/check.ts'
import { withoutTokens } from '../core/address.ts'
import type { Day } from '../core/day.ts'
import type { CheckId } from '../core/ids.ts'
import type { Finding, Verdict } from '../core/verdict.ts'
import type { LadderRules } from '../facts/ladder/ladder.ts'
import type { Subject } from '../plan/subject.ts'
import type { Pack } from '../policy/pack.ts'
import type { Rule } from '../policy/rule.ts'
import { movesOn } from '../registry/moves.ts'
import type { Notice } from '../registry/notice.ts'
import { addressFacts } from './address-facts.ts'
import type { Evidence } from './evidence.ts'
import { excuseFor } from './excuse.ts'
import { type FactSource, factsFor } from './facts-for.ts'
import { fingerprint } from './fingerprint.ts'
import { callsIn } from './log-facts.ts'
import { memo } from './memo.ts'
import { registrations } from './registration.ts'
import { siblingsIn } from './siblings.ts'
import { dataWithoutSecrets, evidenceWithoutSecrets } from './without-secrets.ts'

/** Everything that verdicts are a function of. */
export interface JudgeInput {
  readonly pack: Pack
  readonly checks: ReadonlyMap<CheckId, AnyCheck>
  readonly subjects: readonly Subject[]
  readonly notices: readonly Notice[]
  readonly evidence: Evidence
  readonly controlToken: string
  /** What it takes until a fault counts. */
  readonly ladder: LadderRules
  /** The day that is judged. */
  readonly asOf: Day
}

function viewOf(subject: Subject): SubjectView {
  const { duty } = subject
  const role = subject.kind === 'address' ? subject.role : null
  return {
    item: duty.item,
    unitName: duty.unit.name,
    unit: { kind: duty.unit.kind, names: [duty.unit.name, ...duty.unit.aliases] },
    events: duty.events,
    stage: role === 'application' || role === 'status' || role === 'result' ? role : null,
    role,
    registered: duty.columns.length + duty.services.length,
    address: subject.ref.address,
  }
}

function findingOf(defect: Defect, rule: Rule, subject: Subject): Finding {
  const { duty, ref } = subject
  const at = defect.address ?? ref.address
  const address = at === null ? null : withoutTokens(at)
  const place = [address ?? ref.key, defect.aspect ?? '']
  const owner = address === null ? [duty.unit.id, duty.item.id] : []
  return {
    fingerprint: fingerprint(rule.id, duty.unit.id, duty.item.id, ...place),
    fault: fingerprint(rule.check, ...(defect.fault === undefined ? [...owner, ...place] : [defect.fault])),
    message: defect.message,
    data: dataWithoutSecrets(defect.data),
    address,
    evidence: evidenceWithoutSecrets(defect.evidence),
  }
}

/** A check that throws is our fault, so that it never counts against a unit (DESIGN §4). */
function ask(check: AnyCheck, rule: Rule, subject: Subject, facts: FactSource, times: Times): Judgement {
  try {
    return check.run(viewOf(subject), facts, rule.options, times)
  } catch (fault) {
    const words = fault instanceof Error ? fault.message : String(fault)
    return { outcome: 'cantTell', message: 'judge.check-fault', data: { check: check.id, fault: words } }
  }
}

/**
 * A declared notice excuses what is found while it lasts. A check that asks for what was declared has weighed it itself:
 * what it finds in spite of a notice stands.
 */
function excused(judgement: Judgement, check: AnyCheck, subject: Subject, input: JudgeInput): Judgement {
  const weighed = judgement.outcome === 'failed' && check.needs.includes('declaredChanges')
  if (weighed || (judgement.outcome !== 'failed' && judgement.outcome !== 'cantTell')) return judgement
  const notice = excuseFor(subject, input.notices, input.asOf)
  if (notice === null) return judgement
  const { id, reason, from, to } = notice
  return { outcome: 'inapplicable', message: 'judge.declared-notice', data: { notice: id, reason, from, to } }
}

function verdictOf(judgement: Judgement, rule: Rule, subject: Subject): Verdict {
  const { duty, ref } = subject
  const head = { rule: rule.id, check: rule.check, unit: duty.unit.id, item: duty.item.id, subject: ref }
  if (judgement.outcome === 'passed') return { ...head, outcome: 'passed', reason: null, findings: [] }
  if (judgement.outcome === 'failed') {
    const findings = judgement.defects.map((defect) => findingOf(defect, rule, subject))
    const once = new Map(findings.map((finding) => [finding.fingerprint, finding]))
    return { ...head, outcome: 'failed', reason: null, findings: [...once.values()] }
  }
  const reason = { message: judgement.message, data: dataWithoutSecrets(judgement.data) }
  return { ...head, outcome: judgement.outcome, reason, findings: [] }
}

/**
 * Subjects and facts to verdicts: one per rule × subject, in the order of the rules, then of the subjects.
 * Pure: the same input gives the same verdicts, byte for byte.
 */
export function judge(input: JudgeInput): readonly Verdict[] {
  const addresses = addressFacts(input.evidence, input.controlToken, {
    ladder: input.ladder,
    calendar: input.pack.calendar,
  })
  const { calendar, thresholds } = input.pack
  const times = { asOf: input.asOf, calendar, thresholds }
  const calls = memo(callsIn)
  const registers = {
    notices: input.notices,
    asOf: input.asOf,
    formerly: movesOn(input.notices, input.asOf).from,
    registration: registrations(input.subjects),
    siblings: siblingsIn(input.subjects),
    calls: () => calls(input.evidence),
  }
  return [...input.pack.rules.values()].flatMap((rule) => {
    const check = input.checks.get(rule.check)
    if (check === undefined)
      throw new Error(`Rule ${rule.id} names the check ${rule.check}, which is not there.`)
    return input.subjects
      .filter((subject) => subject.kind === check.subject && rule.items.includes(subject.duty.item.id))
      .map((subject) => {
        const facts = factsFor(subject, input.evidence, addresses, registers)
        const judgement = ask(check, rule, subject, facts, times)
        return verdictOf(excused(judgement, check, subject, input), rule, subject)
      })
  })
}
