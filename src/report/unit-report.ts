import type { Bilingual } from '../core/message.ts'
import type { Movement } from '../core/movement.ts'
import type { Verdict } from '../core/verdict.ts'
import type { WaivedFinding } from '../registry/waiver.ts'
import type { OutcomeCounts, Scorecard } from '../score/scorecard.ts'
import { arithmeticReport } from './arithmetic-report.ts'
import type { ReportInput, ReviewedFinding, UnitReport, UnsettledReport } from './audit-report.ts'
import { findingReport, setAsideReport, waivedReport } from './finding-report.ts'
import { manualReport } from './manual-report.ts'
import type { messageRenderer } from './messages.ts'
import { shown } from './seen.ts'

const VETOED: Bilingual = { zh: '单项否决', en: 'vetoed' }

/** How many findings moved which way. */
export const movementCounts = (movement: Movement | null): UnitReport['movement'] =>
  movement === null
    ? null
    : {
        new: movement.new.length,
        unchanged: movement.unchanged.length,
        fixed: movement.fixed.length,
        notRechecked: movement.notRechecked.length,
      }

function stateOf(counts: OutcomeCounts): UnitReport['items'][number]['state'] {
  if (counts.failed > 0) return 'failed'
  if (counts.cantTell + counts.untested > 0) return 'unsettled'
  return counts.passed > 0 ? 'passed' : 'inapplicable'
}

type Render = ReturnType<typeof messageRenderer>

function unsettledOf(verdict: Verdict, render: Render): readonly UnsettledReport[] {
  const { outcome, reason, unit, item, rule, check, subject } = verdict
  if ((outcome !== 'cantTell' && outcome !== 'untested') || reason === null) return []
  const text = render(check, reason.message, 'text', reason.data)
  const address = subject.address === null ? null : shown(subject.address)
  return [{ unit, item, rule, check, subject: subject.label, address, outcome, text }]
}

/** One unit's part of the document. */
export function unitReport(
  card: Scorecard,
  verdicts: readonly Verdict[],
  waived: readonly WaivedFinding[],
  setAside: readonly ReviewedFinding[],
  input: ReportInput,
  render: Render,
): UnitReport {
  const unit = input.registry.units.get(card.unit)
  if (unit === undefined) throw new Error(`A scorecard names ${card.unit}, which the registry does not have.`)
  const band = input.pack.scoring.grades.find((grade) => grade.id === card.grade)
  const name = card.grade === 'vetoed' ? VETOED : band?.name
  const owed = input.duties.filter((duty) => duty.unit === card.unit)
  const none: OutcomeCounts = { failed: 0, cantTell: 0, passed: 0, inapplicable: 0, untested: 0 }
  return {
    id: unit.id,
    name: unit.name,
    kind: unit.kind,
    site: unit.site,
    score: card.score,
    coverage: card.coverage,
    complete: card.complete,
    grade: card.grade === null || name === undefined ? null : { id: card.grade, name },
    rank: card.rank,
    outcomes: card.outcomes,
    arithmetic: arithmeticReport(card.arithmetic, input.pack),
    vetoes: card.vetoes,
    items: owed.map(({ item }) => {
      const found = input.pack.items.get(item)
      const outcomes = card.byItem.get(item) ?? none
      return {
        item,
        title: found?.title ?? item,
        section: found?.section ?? '',
        outcomes,
        state: stateOf(outcomes),
      }
    }),
    findings: verdicts.flatMap((verdict) =>
      verdict.findings.map((finding) => findingReport(finding, verdict, input, render)),
    ),
    waived: waived.map((one) => waivedReport(one, input, render)),
    setAside: setAside.map((one) => setAsideReport(one, input, render)),
    unsettled: verdicts.flatMap((verdict) => unsettledOf(verdict, render)),
    manual: input.manual.filter((one) => one.unit === card.unit).map(manualReport),
    movement: movementCounts(card.movement),
  }
}
