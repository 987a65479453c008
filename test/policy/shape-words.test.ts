import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { shapeWords } from '../../src/policy/shape-words.ts'

describe('what is said of a value of another shape', () => {
  it.each<[z.ZodType, unknown, string, string]>([
    [z.string(), 1, '期望文本，实际接收数字', 'expected string, received number'],
    [z.string(), ['x'], '期望文本，实际接收列表', 'expected string, received array'],
    [z.string(), undefined, '期望文本，实际接收空缺', 'expected string, received undefined'],
    [z.number(), 'x', '期望数字，实际接收文本', 'expected number, received string'],
    [z.number(), Number.NaN, '期望数字，实际接收非数字', 'expected number, received NaN'],
    [z.int(), 1.5, '期望整数，实际接收数字', 'expected int, received number'],
    [z.boolean(), 'yes', '期望是或否（true、false），实际接收文本', 'expected boolean, received string'],
    [z.array(z.string()), {}, '期望列表，实际接收对象', 'expected array, received object'],
    [z.object({}), null, '期望对象，实际接收空值', 'expected object, received null'],
    [z.record(z.string(), z.string()), 3, '期望对象，实际接收数字', 'expected record, received number'],
    [z.string().min(1), '', '期望文本 >=1 字符', 'expected string to have >=1 characters'],
    [z.array(z.string()).min(1), [], '期望列表 >=1 项', 'expected array to have >=1 items'],
    [z.number().max(9), 10, '期望数字 <=9', 'expected number to be <=9'],
    [z.enum(['string', 'object']), 'x', '期望以下之一 "string"|"object"', 'one of "string"|"object"'],
    [z.literal('string'), 'x', '期望 "string"', 'expected "string"'],
  ])('%#', (shape, value, chinese, english) => {
    const [zh = '', en = ''] =
      shape.safeParse(value, { error: shapeWords }).error?.issues[0]?.message.split(' / ') ?? []
    expect(zh).toContain(chinese)
    expect(en).toContain(english)
  })
})
