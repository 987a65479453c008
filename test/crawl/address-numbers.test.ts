import { describe, expect, it } from 'vitest'
import { addressNumbers, UNKNOWN } from '../../src/crawl/address-numbers.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('addressNumbers', () => {
  it('knows what it was told and nothing else, through many growths', () => {
    const numbers = addressNumbers()
    const seed = numbers.seedOf('http://www.gov.example')
    const paths = Array.from({ length: 200_000 }, (_, at) => `/zwgk/${at % 977}/art_${at}.html`)
    for (const [at, path] of paths.entries()) {
      expect(numbers.findText(seed, path)).toBe(UNKNOWN)
      numbers.remember(at)
    }
    const wrong = paths.filter((path, at) => numbers.findText(seed, path) !== at)
    expect(wrong).toEqual([])
    expect(numbers.findText(seed, '/zwgk/1/art_200001.html')).toBe(UNKNOWN)
  })

  it.each([
    ['http://a.example', '/x?y=1'],
    ['', 'http://a.example/x?y=1'],
    ['http://a.example/x', '?y=1'],
  ])('finds one spelling whether its beginning is a seed or not: %j + %j', (beginning, rest) => {
    const numbers = addressNumbers()
    numbers.findText(numbers.seedOf(''), 'http://a.example/x?y=1')
    numbers.remember(7)
    const bytes = bytesOf(`<a href="${rest}">`)
    expect(numbers.findText(numbers.seedOf(beginning), rest)).toBe(7)
    expect(numbers.find(numbers.seedOf(beginning), bytes, 9, 9 + rest.length)).toBe(7)
    expect(numbers.find(numbers.seedOf(beginning), bytes, 9, 8 + rest.length)).toBe(UNKNOWN)
  })

  it('gives several spellings one number', () => {
    const numbers = addressNumbers()
    const seed = numbers.seedOf('')
    for (const spelling of ['a', './a', '%61']) {
      numbers.findText(seed, spelling)
      numbers.remember(3)
    }
    expect(['a', './a', '%61', 'b'].map((one) => numbers.findText(seed, one))).toEqual([3, 3, 3, UNKNOWN])
  })
})
