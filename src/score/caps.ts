/** A deduction before it is worked out: what failed, in points of 100, and the most that it may cost. */
export interface Claim {
  readonly section: string
  readonly value: number
  readonly cap: number | null
}

/** Points that each claim costs, and the points that one uncapped point of value costs. */
export interface Settled {
  readonly rate: number
  /** Value and cost of the claims that reached a cap. */
  readonly capped: { readonly value: number; readonly points: number }
  readonly points: readonly number[]
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/** What the claims cost at a rate: each at most its cap, and those of one section together at most the section's. */
function costAt(
  rate: number,
  claims: readonly Claim[],
  sectionCaps: ReadonlyMap<string, number | null>,
): { readonly points: readonly number[]; readonly isCapped: readonly boolean[] } {
  const alone = claims.map(({ value, cap }) => Math.min(value * rate, cap ?? Number.POSITIVE_INFINITY))
  const shrink = new Map(
    [...sectionCaps].map(([section, cap]) => {
      const total = sum(alone.filter((_, at) => claims[at]?.section === section))
      return [section, cap === null || total <= cap ? 1 : cap / total]
    }),
  )
  const factor = (claim: Claim): number => shrink.get(claim.section) ?? 1
  return {
    points: claims.map((claim, at) => (alone[at] ?? 0) * factor(claim)),
    isCapped: claims.map(
      (claim) => factor(claim) < 1 || (claim.cap !== null && claim.value * rate >= claim.cap),
    ),
  }
}

/**
 * Shares 100 points out between what passed and what failed. Without caps each point of value gets 100 ÷ judged value.
 * What has reached a cap costs that cap, and the rest of the 100 points is shared by the rest; its rate grows by that,
 * until no further cap is reached. So the score is what passed as a part of what is judged and counted, a pass never
 * lowers it and a failure never raises it (an excess over a cap dilutes nothing).
 */
export function settle(
  passed: number,
  claims: readonly Claim[],
  sectionCaps: ReadonlyMap<string, number | null>,
): Settled {
  const all = sum(claims.map((claim) => claim.value))
  let rate = 100 / (passed + all)
  for (;;) {
    const { points, isCapped } = costAt(rate, claims, sectionCaps)
    const capped = {
      value: sum(claims.filter((_, at) => isCapped[at]).map((claim) => claim.value)),
      points: sum(points.filter((_, at) => isCapped[at])),
    }
    const isAll = isCapped.every((one) => one) && passed === 0
    const next = isAll ? rate : (100 - capped.points) / (passed + all - capped.value)
    if (next <= rate * (1 + 1e-12)) return { rate, capped, points }
    rate = next
  }
}
