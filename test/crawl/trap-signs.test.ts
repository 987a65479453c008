import { describe, expect, it } from 'vitest'
import { toAddress } from '../../src/core/address.ts'
import { addressShape } from '../../src/crawl/address-shape.ts'
import { trapSign, yearIn } from '../../src/crawl/trap-signs.ts'

const at = (path: string) => {
  const address = toAddress(path, 'http://www.gov.example/')
  if (address === null) throw new Error(path)
  return address
}

describe('an address that grows', () => {
  it.each([
    ['/news/news/news/', 'repeating-path'],
    ['/a/b/a/b/a/b/x.html', 'repeating-path'],
    ['/x/a/b/c/a/b/c/a/b/c/', 'repeating-path'],
    ['/news/news/x.html', null],
    ['/2001/01/01/01/01.html', null],
    ['/a/b/a/c/a/d/', null],
    ['/list?sort=date&sort=date&sort=date', 'repeating-query'],
    ['/list?sort=date&sort=date&page=2', null],
    ['/list?a=1&a=2&a=3', null],
    ['/list?&&&&', null],
    [`/${'a'.repeat(2_100)}`, 'long-address'],
    [`/${'a'.repeat(1_900)}`, null],
  ])('%s shows %s', (path, expected) => {
    expect(trapSign(at(path))).toBe(expected)
  })
})

describe('the year of an address', () => {
  it.each([
    ['/calendar/2031/7', 2031],
    ['/calendar/2031-07-15.html', 2031],
    ['/calendar/203107/', 2031],
    ['/c.jsp?year=2031&month=7', 2031],
    ['/c.jsp?y=2031&month=7', 2031],
    ['/c.jsp?date=2031-07', 2031],
    ['/art/2031.html', null],
    ['/art/22792.html', null],
    ['/art/227911b84', null],
    ['/col/col20310/index.html', null],
    ['/x?return=%252525252F', null],
    ['/', null],
  ])('%s is %s', (path, expected) => {
    expect(yearIn(at(path))).toBe(expected)
  })
})

describe('addresses', () => {
  it.each([
    ['/art/2021/3/art_12.html', '/art/2022/11/art_9.html', true],
    ['/s/0a1b2c3d4e5f6a7b/x.html', '/s/ffee2c3d4e5f6a70/x.html', true],
    ['/s/2d6ee2b9-6c1f-4f7c-8f44-1d3e5a7b9c0d/x', '/s/aa6ee2b9-6c1f-4f7c-8f44-1d3e5a7b9c0d/x', true],
    ['/list?page=1', '/list?sort=date', true],
    ['/news/x.html', '/plans/x.html', false],
    ['/information-disclosure-2021-report/x', '/information-disclosure-2021-budget/x', false],
  ])('%s and %s are of one kind: %s', (one, other, expected) => {
    expect(addressShape(at(one)) === addressShape(at(other))).toBe(expected)
  })
})
