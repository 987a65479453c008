import { expect, it } from 'vitest'
import { dueProbes, questionsOfRound } from '../../src/app/due-probes.ts'
import type { Probe, Purpose } from '../../src/core/probe.ts'
import { failure, HERE, response } from '../support/check-cases.ts'

const probe = (purpose: Purpose): Probe => ({ purpose, origin: 'registered', address: HERE })
const refused = { ...failure('connection-refused'), observedAt: 1_000 }

it.each([
  ['a first visit', 'visit', undefined, 1, 0],
  ['the second request to a dead page', 'repeat', response(404), 1, 0],
  ['to a host that refused just now', 'repeat', refused, 0, 25_000],
  ['the engine about it', 'opinion', refused, 1, 0],
] as const)('%s', (_what, purpose, visit, due, wait) => {
  const found = dueProbes([probe(purpose)], () => visit, 30_000, 6_000)
  expect([found.due.length, found.wait]).toEqual([due, wait])
})

it('asks what is due before it waits, and waits no longer than it must', () => {
  const [again, visit] = [probe('repeat'), probe('visit')]
  expect(dueProbes([again, visit], () => refused, 30_000, 6_000)).toEqual({ due: [visit], wait: 0 })
  expect(dueProbes([again], () => refused, 30_000, 31_000)).toEqual({ due: [again], wait: 0 })
})

it('keeps second requests to hosts that refuse for a round of their own', () => {
  const [again, visit] = [probe('repeat'), probe('visit')]
  expect(questionsOfRound([again, visit], () => refused)).toEqual([visit])
  expect(questionsOfRound([again], () => refused)).toEqual([again])
  expect(questionsOfRound([again, visit], () => response(404))).toEqual([again, visit])
})
