import { describe, expect, it } from 'vitest'
import { addressesIn } from '../../../src/facts/log/calls.ts'
import { heartbeatIn } from '../../../src/facts/log/heartbeat.ts'

const SEEN = Date.UTC(2026, 10, 16, 4)

describe('the last record of a log', () => {
  it.each<[string, number]>([
    ['{"lastRecord":"2026-11-16 09:30:00"}', Date.UTC(2026, 10, 16, 1, 30)],
    ['last=2026-11-16T09:30:00Z', Date.UTC(2026, 10, 16, 9, 30)],
    ['last=2026-11-16T09:30:00.123+08:00', Date.UTC(2026, 10, 16, 1, 30)],
    ['最近一条记录：2026年11月16日 09:30', Date.UTC(2026, 10, 16, 1, 30)],
    ['20261116093000', Date.UTC(2026, 10, 16, 1, 30)],
    ['{"t":1794792600}', 1_794_792_600_000],
    ['{"t":1794792600123,"n":5}', 1_794_792_600_123],
    ['2026/11/15 08:00:00\n2026/11/16 09:30:00\n2026/11/14 10:00:00', Date.UTC(2026, 10, 16, 1, 30)],
    ['{"last":"2026-11-10 08:00:00","expires":"2030-01-01 00:00:00"}', Date.UTC(2026, 10, 10)],
  ])('%s', (text, at) => {
    expect(heartbeatIn(text, SEEN)?.at).toBe(at)
  })

  it.each(['ok', '{"count":1520}', '2026-13-45 99:99', '021-12345678', '2026-11-16'])(
    '%s tells none',
    (text) => {
      expect(heartbeatIn(text, SEEN)).toBeNull()
    },
  )
})

describe('addresses that a script mentions', () => {
  it.each<[string, readonly string[]]>([
    ['s.src="//tongji.example/log.js?a=1";', ['//tongji.example/log.js?a=1']],
    [
      'document.write(unescape("%3Cscript src=\'http://tongji.example/h.js\'%3E"))',
      ['http://tongji.example/h.js'],
    ],
    ['var a = 1 // tongji', []],
  ])('%s', (script, want) => {
    expect(addressesIn(script)).toEqual(want)
  })
})
