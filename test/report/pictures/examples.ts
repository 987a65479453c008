import { readTemplates } from '../../../src/app/templates.ts'
import { caseCompletion, type PeriodCases } from '../../../src/report/pictures/case-completion.ts'
import type { HeatCell } from '../../../src/report/pictures/heat-cell.ts'
import { heatMap } from '../../../src/report/pictures/heat-map.ts'
import type { Picture, PictureStyle } from '../../../src/report/pictures/picture.ts'
import { pictureWords } from '../../../src/report/pictures/picture-words.ts'
import { problemsByKind } from '../../../src/report/pictures/problems-by-kind.ts'
import { scoreDistribution } from '../../../src/report/pictures/score-distribution.ts'
import { scoreTrend, type TrendPoint } from '../../../src/report/pictures/score-trend.ts'

/** The words of pictures as they come with the program. */
export const words = async (language: 'zh' | 'en' = 'zh') =>
  pictureWords((await readTemplates()).labels.picture, language)

const LONG = '市住房保障和房屋管理局事务中心站'

/** Names of 2 to 16 characters, some of them Latin and wide. */
export const NAMES: readonly string[] = Array.from({ length: 46 }, (_, at) =>
  at % 9 === 8 ? 'WWW Management Mm' : [...LONG].slice(0, 2 + (at % 15)).join(''),
)

const score = (at: number, seed: number): number | null =>
  (at + seed) % 6 === 4 ? null : 100 - ((at * 37 + seed * 11) % 400) / 10

/** Scores of `count` months, or of quarters; some are null. */
export const points = (count: number, quarters = false): readonly TrendPoint[] =>
  Array.from({ length: count }, (_, at) => {
    const each = quarters ? 4 : 12
    return {
      period: quarters ? `${(at % 4) + 1}季度` : `${((at + 10) % 12) + 1}月`,
      year: `${2025 + Math.floor((at + (quarters ? 0 : 10)) / each)}年`,
      unit: score(at, 1),
      average: score(at, 3),
      median: score(at, 6),
    }
  })

const GRADES = ['优秀', '良好', '合格', '不合格'].map((name, at) => ({
  name,
  from: [90, 80, 60, 0][at] ?? 0,
  units: at * 7,
}))

const cell = (unit: number, section: number): HeatCell => {
  const seed = (unit * 7 + section * 3) % 13
  return seed === 0 ? 'notOwed' : seed === 1 ? 'notJudged' : seed < 8 ? 0 : seed === 12 ? 108 : seed - 7
}

const SECTIONS = [
  '区县动态和部门信息',
  '信息公开',
  '网上办事',
  '网上服务',
  '网上互动',
  '英文版',
  '全网检索和日志统计',
].map((title, at) => ({ mark: String(at + 1), title }))

const CASES: readonly PeriodCases[] = [
  { period: '2026年9月', fixed: 4000, open: 1, overdue: 1, withdrawn: 1 },
  { period: '2026年10月', fixed: 0, open: 0, overdue: 0, withdrawn: 3 },
  { period: '2026年11月', fixed: 0, open: 0, overdue: 0, withdrawn: 0 },
]

const scores = (count: number, from: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => 100 - ((at * 17) % ((100 - from) * 10)) / 10)

type Draw = (style: PictureStyle) => Picture
const trend =
  (name: string, count: number, quarters = false, isCity = false): Draw =>
  (style) =>
    scoreTrend({ name, isCity, points: points(count, quarters) }, style)
const spread =
  (all: readonly number[], vetoed: number, incomplete: number, average: number | null): Draw =>
  (style) =>
    scoreDistribution({ scores: all, grades: GRADES, vetoed, incomplete, average, median: average }, style)

/** Pictures of every kind, with much, little and nothing in them. */
export const PICTURES: Readonly<Record<string, Draw>> = {
  ...Object.fromEntries(
    [1, 2, 3, 5, 8, 12, 13, 18, 24].map((count) => [
      `trend of ${count}`,
      trend(NAMES[count] ?? '', count, count % 5 === 3),
    ]),
  ),
  'trend of nothing': trend('区', 0),
  'trend of the city': trend('云川市', 7, false, true),
  'trend without a score': (style) =>
    scoreTrend(
      {
        name: LONG,
        isCity: false,
        points: points(4).map((point) => ({ ...point, unit: null, average: null, median: null })),
      },
      style,
    ),
  'trend at 100': (style) =>
    scoreTrend(
      {
        name: '区',
        isCity: false,
        points: points(24).map((point) => ({ ...point, unit: 100, average: 100, median: 100 })),
      },
      style,
    ),
  'distribution of 46': spread(scores(46, 55), 3, 12, 88.88),
  'distribution near 100': spread(scores(46, 96), 0, 0, 99.13),
  'distribution from 0': spread(scores(46, 0), 46, 0, 3.2),
  'distribution of nothing': spread([], 0, 46, null),
  'heat map': (style) =>
    heatMap(
      {
        sections: SECTIONS,
        units: NAMES.map((name, at) => ({ name, cells: SECTIONS.map((_, section) => cell(at, section)) })),
      },
      style,
    ),
  'heat map of nothing': (style) => heatMap({ sections: SECTIONS, units: [] }, style),
  kinds: (style) =>
    problemsByKind(
      NAMES.map((name, at) => ({
        kind: `${name}${at % 4 === 0 ? '全网检索缺失或检索不到已公开信息' : ''}`,
        findings: (46 - at) * (at % 11 === 0 ? 999 : 1) - 1,
        units: 46 - at,
      })),
      style,
    ),
  'no kinds': (style) => problemsByKind([{ kind: '无', findings: 0, units: 0 }], style),
  completion: (style) => caseCompletion(CASES, style),
  'completion of nothing': (style) => caseCompletion([], style),
}
