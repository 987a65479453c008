import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/core/errors.ts'
import { isAllowed, parseAllowRule } from '../../src/fetch/allow.ts'

describe('what of the city’s own network may be asked', () => {
  it.each<readonly [string, string, string, boolean]>([
    ['10.1.0.0/16', '10.1.2.3', 'a.example', true],
    ['10.1.0.0/16', '10.2.2.3', 'a.example', false],
    ['10.1.0.0/16', '::ffff:10.1.2.3', 'a.example', true],
    ['10.1.0.0/16', 'fd00::1', 'a.example', false],
    ['10.1.2.3', '10.1.2.3', 'a.example', true],
    ['10.1.2.3', '10.1.2.4', 'a.example', false],
    ['fd12::/16', 'fd12:3::1', 'a.example', true],
    ['fd12::/16', 'fd13::1', 'a.example', false],
    ['fd12::1', 'fd12:0::1', 'a.example', true],
    ['oa.example.gov.cn', '10.9.9.9', 'oa.example.gov.cn', true],
    ['oa.example.gov.cn', '10.9.9.9', 'www.example.gov.cn', false],
    ['oa.example.gov.cn', '10.9.9.9', 'a.oa.example.gov.cn', false],
    ['OA.Example.gov.cn.', '10.9.9.9', 'oa.example.gov.cn', true],
    ['*.oa.example.gov.cn', '10.9.9.9', 'a.oa.example.gov.cn', true],
    ['*.oa.example.gov.cn', '10.9.9.9', 'oa.example.gov.cn', false],
    ['*.oa.example.gov.cn', '10.9.9.9', 'evil-oa.example.gov.cn', false],
    ['办公.example', '10.9.9.9', 'xn--55q10wd5a.example', false],
    ['公司.example', '10.9.9.9', 'xn--55qx5d.example', true],
  ])('%s opens %s of %s: %s', (text, ip, host, expected) => {
    expect(isAllowed(ip, host, [parseAllowRule(text)])).toBe(expected)
  })

  it.each([
    '',
    '10.1.0.0/33',
    '10.1.0.0/',
    '10.1',
    '10.1.*',
    '*',
    '*.*.example',
    'http://oa.example/',
    'oa.example:8080',
    'oa.example/path',
    'oa example',
    '[fd12::1]',
    'fd12::1/129',
    '0x7f000001',
  ])('“%s” is refused with what was expected', (text) => {
    expect(() => parseAllowRule(text)).toThrow(InputError)
    expect(() => parseAllowRule(text)).toThrow(/10\.1\.0\.0\/16/)
  })
})
