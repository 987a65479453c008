import type { Fingerprint, RunId } from '../core/ids.ts'
import type { Review } from '../core/review.ts'
import type { Finding, Verdict } from '../core/verdict.ts'
import { measuredOf } from './measured.ts'

/** A finding that a person set aside: dismissed, or deferred to a later period. */
export interface SetAside {
  /** The verdict that it belonged to. */
  readonly verdict: Verdict
  readonly finding: Finding
  readonly review: Review
}

/** Verdicts after review (人工复核). */
export interface Reviewed {
  readonly verdicts: readonly Verdict[]
  readonly setAside: readonly SetAside[]
  /** Decisions that let their finding stand. */
  readonly confirmed: ReadonlyMap<Fingerprint, Review>
  /** Decisions that no longer count, because the finding measures something else now. */
  readonly lapsed: ReadonlyMap<Fingerprint, Review>
}

const isLater = (a: Review, b: Review): boolean => a.at > b.at || (a.at === b.at && a.number > b.number)

function newest(reviews: readonly Review[]): Review | null {
  return reviews.reduce<Review | null>(
    (best, one) => (best === null || isLater(one, best) ? one : best),
    null,
  )
}

/** The decision to hold against a finding: the run's own, else the last one ever where that was a dismissal. */
function decisionOn(run: RunId, reviews: readonly Review[]): Review | null {
  const own = newest(reviews.filter((one) => one.run === run))
  if (own !== null) return own
  const last = newest(reviews)
  return last?.decision === 'dismissed' ? last : null
}

/** A person looked and found nothing wrong: passed. One put off is neither passed nor failed. */
function withoutFindings(verdict: Verdict, { review }: SetAside): Verdict {
  if (review.decision === 'dismissed') return { ...verdict, outcome: 'passed', findings: [] }
  const data = { reviewer: review.reviewer, reason: review.reason }
  return { ...verdict, outcome: 'cantTell', reason: { message: 'judge.deferred', data }, findings: [] }
}

/**
 * Applies what people decided to the verdicts of a run. A confirmation or deferral is about one run; a dismissal holds in
 * later runs too. Every decision lapses when the finding measures anything else than when it was decided. `reviews` may
 * be in any order and about any run that was not started later.
 */
export function applyReviews(verdicts: readonly Verdict[], run: RunId, reviews: readonly Review[]): Reviewed {
  const byFinding = new Map<Fingerprint, Review[]>()
  for (const review of reviews)
    byFinding.set(review.fingerprint, [...(byFinding.get(review.fingerprint) ?? []), review])
  const setAside: SetAside[] = []
  const confirmed = new Map<Fingerprint, Review>()
  const lapsed = new Map<Fingerprint, Review>()
  const left = verdicts.map((verdict): Verdict => {
    const own: SetAside[] = []
    for (const finding of verdict.findings) {
      const review = decisionOn(run, byFinding.get(finding.fingerprint) ?? [])
      if (review === null) continue
      if (review.measured !== measuredOf(finding)) lapsed.set(finding.fingerprint, review)
      else if (review.decision === 'confirmed') confirmed.set(finding.fingerprint, review)
      else own.push({ verdict, finding, review })
    }
    setAside.push(...own)
    if (own.length === 0) return verdict
    const taken = new Set(own.map(({ finding }) => finding))
    const findings = verdict.findings.filter((finding) => !taken.has(finding))
    const deciding = own.find(({ review }) => review.decision === 'deferred') ?? own[0]
    return findings.length === 0 && deciding !== undefined
      ? withoutFindings(verdict, deciding)
      : { ...verdict, findings }
  })
  return { verdicts: left, setAside, confirmed, lapsed }
}
