import type { PageDate } from '../../../src/facts/page-date.ts'
import type { Item } from './sets.ts'

/** One reading against its label. */
export interface Judged {
  readonly verdict: 'right' | 'wrong' | 'missed' | 'rightly none'
  /** A wrong date that is later than the labelled one: it hides staleness. */
  readonly later: boolean
}

/** The figures over some readings, as the README of the labelled pages reckons them. */
export interface DateFigures {
  readonly all: number
  readonly right: number
  readonly wrong: number
  readonly missed: number
  readonly rightlyNone: number
  readonly later: number
  /** (right + rightly none) / all. */
  readonly accuracy: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

const labelsOf = ({ date, accept }: Item): readonly string[] =>
  [date, ...(Array.isArray(accept) ? accept : [])].filter((one): one is string => typeof one === 'string')

/** Right is the labelled day, or one that is accepted beside it; a label of a month or a year accepts any day inside. */
export function judged(item: Item, read: PageDate | null): Judged {
  const labels = labelsOf(item)
  if (read === null) return { verdict: labels.length === 0 ? 'rightly none' : 'missed', later: false }
  if (labels.some((label) => read.date.startsWith(label))) return { verdict: 'right', later: false }
  return { verdict: 'wrong', later: labels.length > 0 && labels.every((label) => read.date > label) }
}

/** Counts readings. */
export function figuresOf(readings: readonly Judged[]): DateFigures {
  const count = (verdict: Judged['verdict']): number =>
    readings.filter((one) => one.verdict === verdict).length
  const [right, wrong, missed, rightlyNone] = [
    count('right'),
    count('wrong'),
    count('missed'),
    count('rightly none'),
  ]
  const precision = right / (right + wrong)
  const recall = right / (right + wrong + missed)
  return {
    all: readings.length,
    right,
    wrong,
    missed,
    rightlyNone,
    later: readings.filter((one) => one.later).length,
    accuracy: (right + rightlyNone) / readings.length,
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
  }
}
