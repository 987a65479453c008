import type { Labels } from '../labels.ts'
import type { Picture as PrintedPicture } from '../official/official-document.ts'
import { caseCompletion } from '../pictures/case-completion.ts'
import { heatMap } from '../pictures/heat-map.ts'
import type { Picture } from '../pictures/picture.ts'
import { completionOf, distributionOf, heatMapOf, kindsOf, trendOf } from '../pictures/picture-data.ts'
import { pictureWords } from '../pictures/picture-words.ts'
import { problemsByKind } from '../pictures/problems-by-kind.ts'
import { scoreDistribution } from '../pictures/score-distribution.ts'
import { scoreTrend } from '../pictures/score-trend.ts'
import type { SealedPeriod } from '../sealed-shape.ts'
import { wholeLedger } from '../whole-ledger.ts'

const printed = ({ svg, width, height, title, description }: Picture): PrintedPicture => ({
  svg,
  width,
  height,
  alt: `${title}：${description}`,
})

/** The pictures that a circular's template may name: `distribution`, `heatMap`, `problems`, and `completion` where there are cases. */
export function circularPictures(
  sealed: SealedPeriod,
  earlier: readonly SealedPeriod[],
  labels: Labels,
): Readonly<Record<string, PrintedPicture>> {
  const words = pictureWords(labels.picture, 'zh')
  const periods = completionOf({ cases: wholeLedger([...earlier, sealed]) }, words)
  return {
    distribution: printed(
      scoreDistribution(distributionOf(sealed.report, 'zh'), { id: 'distribution', words }),
    ),
    heatMap: printed(heatMap(heatMapOf(sealed.report), { id: 'heatMap', words })),
    problems: printed(problemsByKind(kindsOf(sealed.report, 'zh'), { id: 'problems', words })),
    ...(periods.length === 0
      ? {}
      : { completion: printed(caseCompletion(periods, { id: 'completion', words })) }),
  }
}

/** The picture that a sheet's template may name: `trend`, the unit's scores, where there is more than one period. */
export function sheetPictures(
  periods: readonly SealedPeriod[],
  unit: { readonly id: string; readonly name: string },
  labels: Labels,
): Readonly<Record<string, PrintedPicture>> {
  if (periods.length < 2) return {}
  const words = pictureWords(labels.picture, 'zh')
  return { trend: printed(scoreTrend(trendOf(periods, null, unit, words), { id: 'trend', words })) }
}
