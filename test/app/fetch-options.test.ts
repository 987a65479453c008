import { expect, it } from 'vitest'
import { loadConfig } from '../../src/app/config.ts'
import { systemEdges } from '../../src/app/edges.ts'
import { fetchOptionsOf } from '../../src/app/fetch-options.ts'

it('what the configuration allows is what the fetch room is told', () => {
  const environment = { PORTAL_AUDIT_FETCH_ALLOW: '10.1.0.0/16,*.oa.example.gov.cn' }
  const options = fetchOptionsOf(loadConfig({ environment, flags: {} }), systemEdges)
  expect(options.allow).toEqual([
    { kind: 'network', address: '10.1.0.0', bits: 16 },
    { kind: 'host', host: 'oa.example.gov.cn', wildcard: true },
  ])
  expect(options.allowPrivate).toBe(false)
})
