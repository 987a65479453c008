import type { Language } from '../format-names.ts'

/** Why a crawl left out something that it had found. */
export const CUT_REASONS = [
  'pages',
  'time',
  'depth',
  'repeating-path',
  'repeating-query',
  'long-address',
  'far-date',
  'endless-chain',
  'same-content',
  'facets',
] as const

type CutReason = (typeof CUT_REASONS)[number]

const WORDS: Readonly<Record<CutReason, Readonly<Record<Language, string>>>> = {
  pages: { zh: '已达到页面数上限', en: 'the budget of pages was used up' },
  time: { zh: '已达到时限', en: 'the time was used up' },
  depth: { zh: '距起点的链接层数过多', en: 'too many links away from the start' },
  'repeating-path': { zh: '路径不断重复自身', en: 'paths that repeat themselves' },
  'repeating-query': { zh: '参数不断重复自身', en: 'queries that repeat themselves' },
  'long-address': { zh: '网址过长', en: 'addresses that are too long' },
  'far-date': { zh: '日历通向过远的年份', en: 'a calendar that goes on into far years' },
  'endless-chain': {
    zh: '同类页面一页接一页，没有新内容',
    en: 'page after page of one kind that brings nothing else',
  },
  'same-content': { zh: '同一页面以不同网址反复出现', en: 'one page under ever new addresses' },
  facets: { zh: '同一列表的各种筛选组合', en: 'all ways to filter one list' },
}

/** What was left out, a line for each reason: nobody is to believe that everything was checked. */
export const cutLines = (
  cuts: readonly { readonly reason: CutReason; readonly count: number; readonly example: string | null }[],
  language: Language,
): readonly string[] =>
  cuts.map(({ reason, count, example }) => {
    const words = WORDS[reason][language]
    if (language === 'zh') return `未查完：${words}，${count} 处${example === null ? '' : `，如 ${example}`}`
    return `cut short: ${words}, ${count}${example === null ? '' : `, such as ${example}`}`
  })
