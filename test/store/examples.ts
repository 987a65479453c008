import { createHash } from 'node:crypto'
import type { Address } from '../../src/core/address.ts'
import type { Day } from '../../src/core/day.ts'
import type { Observation } from '../../src/core/observation.ts'
import type { Verdict } from '../../src/core/verdict.ts'
import type { Body, RunStart } from '../../src/store/run-store.ts'

/** A run as it is started; `id` and whatever else a test is about differ. */
export const runStart = (id: string, rest: Partial<RunStart> = {}): RunStart => ({
  id,
  kind: 'audit',
  startedAt: 1_768_435_200_000,
  asOf: '2026-01-15' as Day,
  city: '云川市',
  packId: 'portal-content',
  packVersion: '1',
  packHash: 'aa',
  registryHash: 'bb',
  controlToken: '0123456789ab',
  registryFiles: { 'units.csv': '\uFEFFid,name\r\n民政局,市民政局\r\n', 'columns.csv': 'id\n' },
  units: [],
  items: [],
  ...rest,
})

/** A body with its digest. */
export function body(text: string): Body {
  const bytes = new TextEncoder().encode(text)
  return { digest: createHash('sha256').update(bytes).digest('hex'), bytes }
}

/** A page that was visited; with a body it points to it. */
export function observation(path: string, kept: Body | null = null): Observation {
  const address = `http://www.yunchuan.gov.example/${path}` as Address
  return {
    id: `visit ${address}`,
    purpose: 'visit',
    origin: 'registered',
    address,
    observedAt: 1_768_435_200_123,
    duration: 12,
    attempts: 1,
    hops: [],
    answer: {
      kind: 'response',
      status: 200,
      address,
      headers: { 'content-type': 'text/html' },
      body: kept?.digest ?? null,
      bytes: kept?.bytes.byteLength ?? 0,
      truncated: false,
    },
  }
}

/** A failed verdict with one finding. */
export const failedVerdict = (key: string, rule = 'dead-link'): Verdict => ({
  rule,
  check: 'dead-link',
  unit: '民政局',
  item: '2.18',
  subject: { kind: 'address', key, label: '捐赠救助', address: null },
  outcome: 'failed',
  reason: null,
  findings: [
    {
      fingerprint: '0123456789abcdef',
      fault: 'fedcba9876543210',
      message: 'gone',
      data: { status: 404 },
      address: null,
      evidence: [{ observation: `visit ${key}`, quote: '404' }],
    },
  ],
})
