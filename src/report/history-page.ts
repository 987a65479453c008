import type { ReportFile } from './audit-report.ts'
import { periodFigures } from './period-figures.ts'
import { caseCompletion } from './pictures/case-completion.ts'
import { figure } from './pictures/figure.ts'
import { completionOf, trendOf } from './pictures/picture-data.ts'
import { pictureWords } from './pictures/picture-words.ts'
import { scoreTrend } from './pictures/score-trend.ts'
import type { SealedPeriod } from './sealed-shape.ts'
import type { Templates } from './templates.ts'
import { wholeLedger } from './whole-ledger.ts'

/** How sealed periods went on, the oldest first: one page with the city's trend, what became of cases, and every unit's scores. */
export function historyPage(periods: readonly SealedPeriod[], templates: Templates): ReportFile {
  const words = pictureWords(templates.labels.picture, 'zh')
  const completion = completionOf({ cases: wholeLedger(periods) }, words)
  const figures = periods.map(periodFigures)
  const names = [...new Set(figures.flatMap((one) => Object.keys(one.scores)))]
  const content = templates.history({
    css: templates.css,
    city: periods.at(-1)?.report.city ?? '',
    figures,
    units: names.map((name) => ({ name, scores: figures.map((one) => one.scores[name] ?? null) })),
    pictures: {
      trend: figure('trend', words, (style) => scoreTrend(trendOf(periods, null, null, words), style)),
      completion:
        completion.length === 0
          ? ''
          : figure('completion', words, (style) => caseCompletion(completion, style)),
    },
  })
  return { path: 'history.html', content }
}
