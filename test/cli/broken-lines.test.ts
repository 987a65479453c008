import { describe, expect, it } from 'vitest'
import { brokenLines } from '../../src/cli/broken-lines.ts'

describe('brokenLines', () => {
  it.each<[string, number, string]>([
    ['', 10, ''],
    ['实施意见', 8, '实施意见'],
    ['实施意见二', 8, '实施意见\n二'],
    ['every three months', 11, 'every three\nmonths'],
    ['2015 普查评分表', 9, '2015 普查\n评分表'],
    ['missing-required-content', 10, 'missing-required-content'],
    ['见 missing-required-content', 10, '见\nmissing-required-content'],
    ['a\nb', 10, 'a\nb'],
  ])('%j in %d columns', (text, width, lines) => {
    expect(brokenLines(text, width)).toBe(lines)
  })
})
