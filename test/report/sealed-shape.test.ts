import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { chainOf } from '../../src/app/seal.ts'
import { sealedShape } from '../../src/report/sealed-shape.ts'
import { openPeriodStore } from '../../src/store/open-store.ts'
import { periodOf } from '../period/examples.ts'
import { seenIn } from '../store/period-examples.ts'
import { portalAudit } from '../support/command-line.ts'
import { type SealedStore, sealedStore } from '../support/sealed-store.ts'

/** As a period was sealed before there were `evidence`, and `doneOn` and `responsible` of a reply. Never to be changed. */
const FILE = join(import.meta.dirname, '../../fixtures/sealed/2026-10.json')
const old = JSON.parse(readFileSync(FILE, 'utf8')) as object

interface Part {
  readonly properties?: Readonly<Record<string, Part>>
  readonly additionalProperties?: Part | boolean
  readonly items?: Part
  readonly anyOf?: readonly Part[]
}

const inside = ({ properties, additionalProperties, items, anyOf }: Part): readonly Part[] => [
  ...Object.values(properties ?? {}),
  ...(typeof additionalProperties === 'object' ? [additionalProperties] : []),
  ...(items === undefined ? [] : [items]),
  ...(anyOf ?? []),
]

/** The objects of a shape, each as the text of its schema. */
const objectsOf = (part: Part): readonly string[] => [
  ...(part.properties === undefined ? [] : [JSON.stringify(part)]),
  ...inside(part).flatMap(objectsOf),
]

/** Those of them that stand in a value. */
function objectsIn(part: Part, value: unknown): readonly string[] {
  const further = (part.anyOf ?? []).flatMap((one) => objectsIn(one, value))
  if (Array.isArray(value)) {
    const { items } = part
    return [...further, ...(items === undefined ? [] : value.flatMap((one) => objectsIn(items, one)))]
  }
  if (typeof value !== 'object' || value === null || part.properties === undefined) return further
  const { properties } = part
  const own = Object.entries(value).flatMap(([name, one]) => objectsIn(properties[name] ?? {}, one))
  return [...further, JSON.stringify(part), ...own]
}

describe('a document that was sealed long ago', () => {
  it('reads as it was sealed, without what was added to the shape since', () => {
    expect(sealedShape.parse(old)).toEqual(old)
    expect(JSON.stringify(old)).not.toMatch(/"(?:evidence|doneOn|responsible)":\s*[{"]/)
  })

  it('holds every object of the shape, so that none can get a new field that is needed', () => {
    const shape = z.toJSONSchema(sealedShape) as Part
    const held = new Set(objectsIn(shape, old))
    expect(held.size).toBeGreaterThan(30)
    expect(objectsOf(shape).filter((one) => !held.has(one))).toEqual([])
  })

  it('is refused with a field that this program does not know, rather than read without it', () => {
    expect(sealedShape.safeParse({ ...old, later: 1 }).success).toBe(false)
  })
})

describe('a store that holds it', () => {
  let space: SealedStore
  beforeAll(async () => {
    space = await sealedStore('')
    const store = await openPeriodStore(space.store)
    const bytes = readFileSync(FILE)
    const digest = createHash('sha256').update(bytes).digest('hex')
    const sealing = {
      period: periodOf('2026-10'),
      edition: 2,
      run: 'r1',
      sealedAt: Date.parse('2026-10-18T01:00:00.000Z'),
      sealedBy: '张三',
      reason: '误判一处',
      document: digest,
      chain: chainOf('', digest, periodOf('2026-10'), 2),
    }
    const rows = { sealing, document: { digest, bytes }, cases: [], events: [] }
    expect(await store.seal(rows, await seenIn(store))).toEqual({ ok: true })
    await store.close()
  })
  afterAll(() => space.remove())

  it.each([
    [['workbook', '--period', '2026-10']],
    [['circular', '--period', '2026-10', '--format', 'html,json']],
    [['sheets', '--period', '2026-10', '--format', 'html']],
    [['notify', '--period', '2026-10']],
    [['history', '--out', 'reports']],
  ])('can print it: %j', async (args) => {
    const out = args[0] === 'history' ? ['history', '--out', space.path('reports')] : args
    const ended = await portalAudit(...out, '-c', space.config)
    expect([ended.code, ended.out]).toEqual([0, expect.stringMatching(/./)])
  })
})
