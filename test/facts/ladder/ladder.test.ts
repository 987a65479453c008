import { describe, expect, it } from 'vitest'
import type { Answer, FailureReason, Observation } from '../../../src/core/observation.ts'
import { observationId, type Purpose } from '../../../src/core/probe.ts'
import { isWorkday } from '../../../src/core/work-calendar.ts'
import { DEFAULT_LADDER, type Later, NOTHING_LATER } from '../../../src/facts/ladder/ladder.ts'
import { isOpen, reachabilityOf } from '../../../src/facts/reachability.ts'
import { address, calendar, HERE } from '../../support/check-cases.ts'

/** `2026-11-16 10:30` in Asia/Shanghai; that day was a Monday. */
const at = (time: string): number => Date.parse(`${time.replace(' ', 'T')}:00+08:00`)

const responded = (status: number): Answer => ({
  kind: 'response',
  status,
  address: HERE,
  headers: {},
  body: null,
  bytes: 0,
  truncated: false,
})

const answerOf = (brought: number | FailureReason): Answer =>
  typeof brought === 'number' ? responded(brought) : { kind: 'failure', reason: brought, message: brought }

const seen = (purpose: Purpose, time: string, answer: Answer, round = 0, place = HERE): Observation => ({
  id: observationId(purpose, place, round),
  purpose,
  origin: 'registered',
  address: place,
  observedAt: at(time),
  duration: 1,
  attempts: 1,
  hops: [],
  answer,
})

/** What was brought, and when: the visit, then confirmations. */
type Seen = readonly [time: string, brought: number | FailureReason]

const visitOf = (all: readonly Seen[]): Observation => {
  const [time = '', brought = 200] = all[0] ?? []
  return seen('visit', time, answerOf(brought))
}

const laterOf = (all: readonly Seen[], more: Partial<Later> = {}): Later => ({
  ...NOTHING_LATER,
  again: all
    .slice(1)
    .map(([time, brought], round) => seen('confirmation', time, answerOf(brought), round + 1)),
  isWorkday: (day) => isWorkday(calendar, day),
  ...more,
})

const THREE_DAYS: readonly Seen[] = [
  ['2026-11-16 22:00', 503],
  ['2026-11-17 10:00', 503],
  ['2026-11-18 10:00', 'headers-timeout'],
]

describe('a fault that may pass', () => {
  it.each<readonly [what: string, seen: readonly Seen[], state: string, missing: object]>([
    ['once', THREE_DAYS.slice(0, 1), 'suspected', { days: 2, hours: 1, office: true }],
    ['twice', THREE_DAYS.slice(0, 2), 'suspected', { days: 1, hours: 0, office: false }],
    ['on three days', THREE_DAYS, 'failing', { days: 0, hours: 0, office: false }],
    [
      'on three nights only',
      [
        ['2026-11-16 01:00', 503],
        ['2026-11-17 02:00', 503],
        ['2026-11-18 01:00', 503],
        ['2026-11-19 02:00', 503],
      ],
      'suspected',
      { office: true },
    ],
    [
      'on a weekend in office hours',
      [
        ['2026-11-20 22:00', 503],
        ['2026-11-21 10:00', 503],
        ['2026-11-22 10:00', 503],
      ],
      'suspected',
      { days: 0, office: true },
    ],
    [
      'at the same hour of every day',
      [
        ['2026-11-16 10:00', 503],
        ['2026-11-17 10:10', 503],
        ['2026-11-18 10:20', 503],
      ],
      'suspected',
      { hours: 1 },
    ],
    [
      'where the calendar does not tell of working days',
      [
        ['2031-11-17 22:00', 503],
        ['2031-11-18 10:00', 503],
        ['2031-11-19 10:00', 503],
      ],
      'suspected',
      { office: true },
    ],
    ['well in between', [...THREE_DAYS, ['2026-11-19 10:00', 200]], 'alive', {}],
    [
      'blocked in between, which tells nothing',
      [THREE_DAYS[0] as Seen, ['2026-11-17 10:00', 403], THREE_DAYS[2] as Seen],
      'suspected',
      { days: 1 },
    ],
    [
      'a TLS fault without a connection',
      [
        ['2026-11-16 22:00', 'tls-timeout'],
        ['2026-11-17 10:00', 'connect-timeout'],
        ['2026-11-18 10:00', 'body-timeout'],
      ],
      'failing',
      {},
    ],
    [
      'resets, which a firewall sends',
      [
        ['2026-11-16 22:00', 'connection-reset'],
        ['2026-11-17 10:00', 'connection-reset'],
        ['2026-11-18 10:00', 'connection-reset'],
      ],
      'suspected',
      {},
    ],
  ])('%s', (_what, all, state, missing) => {
    const found = reachabilityOf(visitOf(all), null, null, null, laterOf(all))
    expect(found.state).toBe(state)
    if (found.ladder !== undefined) expect(found.ladder.missing).toMatchObject(missing)
    expect(isOpen(found)).toBe(state === 'suspected' && found.ladder !== undefined)
  })

  it('does not count under a notice, too soon, or while our own network is not well', () => {
    const declared = laterOf(THREE_DAYS, { isDeclared: (day) => day === '2026-11-17' })
    expect(reachabilityOf(visitOf(THREE_DAYS), null, null, null, declared)).toMatchObject({
      state: 'suspected',
      ladder: { rungs: [{ ignored: null }, { ignored: 'declared' }, { ignored: null }] },
    })
    const canary = address('http://canary.example/')
    const down = seen('canary', '2026-11-17 10:01', answerOf('connect-timeout'), 1, canary)
    const well = seen('canary', '2026-11-18 09:59', answerOf(200), 2, canary)
    const unwell = laterOf(THREE_DAYS, { canaries: [down, well] })
    expect(reachabilityOf(visitOf(THREE_DAYS), null, null, null, unwell)).toMatchObject({
      state: 'suspected',
      ladder: { rungs: [{ ignored: 'our-network' }, { ignored: 'our-network' }, { ignored: null }] },
    })
    const soon: readonly Seen[] = [
      THREE_DAYS[0] as Seen,
      ['2026-11-16 22:20', 503],
      ['2026-11-16 22:40', 503],
    ]
    expect(reachabilityOf(visitOf(soon), null, null, null, laterOf(soon)).ladder?.rungs).toMatchObject([
      { ignored: null },
      { ignored: 'too-soon' },
      { ignored: null },
    ])
  })

  it.each<readonly [what: string, seen: readonly Seen[], next: string]>([
    ['another hour', THREE_DAYS.slice(0, 1), '2026-11-16 23:00'],
    ['a day more', THREE_DAYS.slice(0, 2), '2026-11-18 00:00'],
    [
      'office hours of the next working day',
      [
        ['2026-11-18 22:00', 503],
        ['2026-11-19 23:00', 503],
        ['2026-11-20 22:00', 503],
      ],
      '2026-11-23 09:00',
    ],
  ])('may be asked again at %s', (_what, all, next) => {
    const { ladder } = reachabilityOf(visitOf(all), null, null, null, laterOf(all))
    expect(ladder?.nextAt).toBe(at(next))
  })
})

const broken = (time: string, round = 0): Observation =>
  seen('opinion', time, { kind: 'opinion', engine: 'linkinator', works: false, status: 404 }, round)
const works = (time: string): Observation =>
  seen('opinion', time, { kind: 'opinion', engine: 'linkinator', works: true, status: 200 })

describe('an address that looks dead', () => {
  const VISIT: Seen = ['2026-11-16 10:00', 404]
  const repeat = (brought: number) => seen('repeat', '2026-11-16 10:01', answerOf(brought))
  const later = (...more: readonly Seen[]) => laterOf([VISIT, ...more])

  it.each<readonly [string, Observation | null, Observation | null, Later, string, boolean]>([
    ['twice, and the engine agrees', repeat(404), broken('2026-11-16 10:02'), later(), 'dead', false],
    ['twice, and the engine differs', repeat(404), works('2026-11-16 10:02'), later(), 'disputed', true],
    ['once', null, null, later(), 'disputed', true],
    ['once of two', repeat(200), null, later(), 'disputed', true],
    ['once of three', repeat(200), null, later(['2026-11-16 11:00', 200]), 'alive', false],
    [
      'twice of three, and the engine agrees',
      repeat(200),
      null,
      (() => {
        const { again, ...rest } = later(['2026-11-16 11:00', 404])
        return { ...rest, again: [...again, broken('2026-11-16 11:01', 1)] }
      })(),
      'dead',
      false,
    ],
    [
      'twice of three, and no engine was asked',
      repeat(503),
      null,
      later(['2026-11-16 11:00', 410]),
      'disputed',
      true,
    ],
    ['twice of three, but too soon', repeat(200), null, later(['2026-11-16 10:20', 404]), 'disputed', true],
    [
      'three times, and the engine differs',
      repeat(404),
      works('2026-11-16 10:02'),
      later(['2026-11-16 11:00', 404]),
      'disputed',
      false,
    ],
  ])('%s', (_what, second, opinion, rest, state, open) => {
    const found = reachabilityOf(visitOf([VISIT]), second, opinion, null, rest)
    expect(found.state).toBe(state)
    expect(isOpen(found)).toBe(open)
  })

  it('is dead only after so many answers as are asked for', () => {
    const rules = { ...DEFAULT_LADDER, needed: 3 }
    const [second, opinion] = [repeat(404), broken('2026-11-16 10:02')]
    const open = reachabilityOf(visitOf([VISIT]), second, opinion, null, { ...later(), rules })
    expect(open).toMatchObject({ state: 'disputed', ladder: { missing: { answers: 1 } } })
    const more = { ...later(['2026-11-16 11:00', 404]), rules }
    expect(reachabilityOf(visitOf([VISIT]), second, opinion, null, more).state).toBe('dead')
  })
})
