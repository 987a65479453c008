import { describe, expect, it } from 'vitest'
import { sameTitle, titleKey, titleNames } from '../../src/facts/title-likeness.ts'

describe('titleKey', () => {
  it.each([
    ['关于印发《江湾区河道管理办法》的通知', '江湾区河道管理办法'],
    ['江湾区人民政府关于印发《江湾区河道管理办法》的通知', '江湾区河道管理办法'],
    ['【置顶】河道管理办法', '河道管理办法'],
    ['[图]我区召开冬季安全生产会议', '我区召开冬季安全生产会议'],
    ['（图）我区召开会议（组图）', '我区召开会议'],
    ['２０２６年第三季度　财政收支情况', '2026年第三季度财政收支情况'],
    ['· 河道管理办法 2026-11-03', '河道管理办法'],
    ['河道管理办法 NEW', '河道管理办法'],
    ['【通知】', '通知'],
    ['关于的通知', '关于的通知'],
    ['……', ''],
  ])('%s', (title, want) => expect(titleKey(title)).toBe(want))
})

describe('sameTitle', () => {
  it.each([
    ['signs', '《河道管理办法》解读', '河道管理办法解读'],
    ['a notice about it', '关于开展冬季安全生产检查的通知', '冬季安全生产检查'],
    ['spaces and width', '２０２６年 第三季度 财政收支情况', '2026年第三季度财政收支情况'],
    ['marks', '【置顶】政府信息公开指南', '政府信息公开指南 [图]'],
    ['an issuer before 关于', '江湾区财政局关于2026年预算调整的公告', '关于2026年预算调整的公告'],
    ['a unit before it', '江湾区：冬季安全生产检查工作启动', '冬季安全生产检查工作启动'],
    ['dots', '关于开展全市老旧小区综合改…', '关于开展全市老旧小区综合改造工程质量检查的通知'],
    ['three dots', '全市老旧小区综合...', '全市老旧小区综合改造工程质量检查'],
    [
      'cut without a mark',
      '关于开展全市老旧小区综合改造工程质量检查工',
      '关于开展全市老旧小区综合改造工程质量检查工作的通知',
    ],
    ['the city for us', '我区召开冬季安全生产工作部署会议', '江湾区召开冬季安全生产工作部署会议'],
    ['a word changed', '我区公布残疾人康复服务机构采购结果', '我区公布残疾人康复服务机构的采购结果'],
    ['English', 'New bus routes serve the university town', 'New Bus Routes Serve the University Town'],
  ])('is so: %s', (_what, one, other) => {
    expect(sameTitle(one, other)).toBe(true)
    expect(sameTitle(other, one)).toBe(true)
  })

  it.each([
    ['two quarters', '2026年第二季度财政收支情况', '2026年第三季度财政收支情况'],
    ['two years', '2025年政府信息公开工作年度报告', '2024年政府信息公开工作年度报告'],
    ['two months', '9月份信件处理情况统计', '10月份信件处理情况统计'],
    ['two halves', '上半年募捐款物使用情况', '下半年募捐款物使用情况'],
    ['two lots', '第一批抽检结果', '第二批抽检结果'],
    ['a short head', '关于召开', '关于召开安全生产会议的通知'],
    ['other things', '我区召开防汛工作会议', '我区公布老旧小区改造计划'],
    ['nothing', '…', '…'],
  ])('is not: %s', (_what, one, other) => {
    expect(sameTitle(one, other)).toBe(false)
    expect(sameTitle(other, one)).toBe(false)
  })
})

describe('titleNames', () => {
  it.each([
    ['2026年“帮困送温暖”活动募集款物使用情况', '帮困送温暖', true],
    ['关于《河道管理办法（草案）》征求意见情况的反馈', '河道管理办法（草案）', true],
    ['“帮困 送温暖”捐款公示', '“帮困送温暖”', true],
    ['关于春蕾计划的公示', '帮困送温暖', false],
    ['春节慰问', '春', false],
  ])('%s ~ %s', (title, name, want) => expect(titleNames(title, name)).toBe(want))
})
