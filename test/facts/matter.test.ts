import { describe, expect, it } from 'vitest'
import { coresOf, namingOf } from '../../src/facts/matter.ts'

describe('what a matter is called at its core', () => {
  it.each([
    ['2026年“帮困送温暖”集中募捐活动', '帮困送温暖'],
    ['2026年度慈善一日捐活动', '慈善一日捐'],
    ['2025年区级决算', '区级决算'],
    ['《云川市环境噪声管理办法（修订草案）》征求意见', '云川市环境噪声管理办法'],
    ['关于电梯安全条例（草案）网上征求意见的通知', '电梯安全条例'],
    ['关于停车收费标准公开征集意见的公告', '停车收费标准'],
  ])('%s: %s', (name, core) => {
    expect(coresOf(name)).toEqual([core])
  })

  it('is nothing where too little is left', () => {
    expect(coresOf('公告')).toEqual([])
  })
})

describe('how a title speaks of a matter', () => {
  const CAMPAIGN = ['2026年“帮困送温暖”集中募捐活动', '冬季暖心行动']
  const BUDGET = ['2025年区级决算']
  it.each<[string, readonly string[], string]>([
    ['“帮困送温暖”捐款使用情况公示', CAMPAIGN, 'named'],
    ['关于帮困送温暖活动募集款物分配情况的公告', CAMPAIGN, 'named'],
    ['《帮困送温暖》资金明细', CAMPAIGN, 'named'],
    ['冬季暖心捐款公示', CAMPAIGN, 'named'],
    ['关于募集款物使用情况的公示——帮困送…', CAMPAIGN, 'named'],
    ['2025年“帮困送温暖”捐款使用情况', CAMPAIGN.slice(0, 1), 'other'],
    ['春节送温暖慰问困难群众', CAMPAIGN, 'alike'],
    ['全市慈善大会召开', CAMPAIGN, 'other'],
    ['关于2025年区级决算（草案）的报告', BUDGET, 'named'],
    ['关于2024年区级决算的报告', BUDGET, 'other'],
    ['2025年第四季度财政收支情况', BUDGET, 'other'],
  ])('%s', (title, names, want) => {
    expect(namingOf(title, names)).toBe(want)
  })
})
