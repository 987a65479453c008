import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { checks } from '../../src/checks/index.ts'
import type { Pack } from '../../src/policy/pack.ts'
import { readPack } from '../../src/policy/read-pack.ts'

const ROOT = join(import.meta.dirname, '..', '..')
/** The policy's own words, laid beside the project: in a folder without them there is nothing to hold the pack against. */
const FILE = join(ROOT, '..', 'shared', 'source', 'opinions.zh.md')
const POLICY = existsSync(FILE) ? readFileSync(FILE, 'utf8') : ''

/** Sentences of sections 一–五 that oblige nobody, and why. */
const NO_DUTY: readonly (readonly [words: string, why: string])[] = [
  ['做好内容保障工作,既是为门户网站提供后台支撑,也是对各子网站建设的有力促进和带动', 'says why'],
  ['门户网站内容保障工作遵循以下原则', 'announces 二(一)–(三)'],
  ['不断提高政府网站内容保障工作的质量和水平', 'the aim of 一'],
]

const SENTENCE = /[^,。:;]{2}[^。:]*/gu
/** A heading: numbered, and without a sentence of its own. */
const HEADING = /^(?:[一二三四五]、|\([一二三四五六七]\))[^,。:]*$/u

const paragraphs = POLICY.slice(POLICY.indexOf('一、政府网站内容保障工作的总体要求'))
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '')

let pack: Pack
let quoted: readonly string[]

beforeAll(async () => {
  pack = await readPack(join(ROOT, 'rules', 'portal-content'), checks)
  quoted = [...pack.general, ...pack.items.values()].map((one) => one.clause)
})

/** What is left of a paragraph when headings and everything quoted by a clause are taken out, longest quotes first. */
function leftOf(paragraph: string): readonly string[] {
  if (HEADING.test(paragraph)) return []
  const byLength = [...quoted].sort((a, b) => b.length - a.length)
  const bare = byLength.reduce((text, clause) => text.replaceAll(clause, '。'), paragraph)
  const rest = bare.replace(/^\([一二三四五六七]\)(?:[^。]{2,12}。)?/u, '')
  return (rest.match(SENTENCE) ?? []).filter((one) => NO_DUTY.every(([words]) => words !== one))
}

describe.runIf(existsSync(FILE))('the policy’s own text', () => {
  it('is quoted word for word by every clause of the pack', () => {
    expect(quoted.filter((clause) => !POLICY.includes(clause))).toEqual([])
  })

  it.each(paragraphs.map((paragraph) => [paragraph.slice(0, 30), paragraph] as const))(
    'leaves no sentence without a row: %s …',
    (_start, paragraph) => {
      expect(leftOf(paragraph)).toEqual([])
    },
  )

  it('still has every sentence that is excused as no duty', () => {
    for (const [words, why] of NO_DUTY) {
      expect(POLICY).toContain(words)
      expect(why).not.toBe('')
    }
  })

  it('would show a sentence that has none', () => {
    expect(leftOf('(六)新的责任。各单位应每天报送。')).toEqual(['各单位应每天报送'])
  })
})
