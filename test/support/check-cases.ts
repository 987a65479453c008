import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Handlebars from 'handlebars'
import { expect } from 'vitest'
import type { AnyCheck } from '../../src/checks/any-check.ts'
import type { Judgement, SubjectView } from '../../src/checks/check.ts'
import { type Address, toAddress } from '../../src/core/address.ts'
import { type Day, parseDay } from '../../src/core/day.ts'
import type { Answer, FailureReason, Observation } from '../../src/core/observation.ts'
import type { Purpose } from '../../src/core/probe.ts'
import type { FactName, Facts, Landing } from '../../src/facts/facts.ts'
import type { Reachability } from '../../src/facts/reachability.ts'
import { readPage } from '../../src/facts/read-page.ts'
import type { Cadence } from '../../src/policy/cadence.ts'
import { loadCalendar } from '../../src/policy/calendar.ts'
import type { Item } from '../../src/policy/item.ts'

const CALENDAR = join(import.meta.dirname, '../../rules/calendar')

export const AS_OF = parseDay('2026-11-16') as Day
export const address = (text: string): Address => toAddress(text) as Address
export const HERE = address('http://a.gov.example/column/')

export const item: Item = {
  id: '2.8',
  section: '2',
  title: '规划计划',
  clause: '8.规划计划。',
  owedBy: { units: [], groups: ['districts'] },
  maintenance: 'submitted',
  stage: null,
  cadences: [],
  manual: null,
}

export const subject = (change: Partial<SubjectView> = {}): SubjectView => ({
  item,
  unitName: '江湾区',
  unit: { kind: 'district', names: ['江湾区'] },
  events: [],
  stage: null,
  role: null,
  registered: 1,
  address: HERE,
  ...change,
})

const observed = (purpose: Purpose, at: Address, answer: Answer): Observation => ({
  id: `${purpose} ${at}`,
  purpose,
  origin: 'registered',
  address: at,
  observedAt: 0,
  duration: 1,
  attempts: 1,
  hops: [],
  answer,
})

export const response = (status: number, at = HERE, purpose: Purpose = 'visit', final = at): Observation =>
  observed(purpose, at, {
    kind: 'response',
    status,
    address: final,
    headers: {},
    body: null,
    bytes: 0,
    truncated: false,
  })

export const failure = (reason: FailureReason, purpose: Purpose = 'visit'): Observation =>
  observed(purpose, HERE, { kind: 'failure', reason, message: reason })

export const opinion = (works: boolean | null): Observation =>
  observed('opinion', HERE, { kind: 'opinion', engine: 'linkinator', works, status: null })

export const reachability = (state: Reachability['state'], cause = '404'): Reachability => ({
  state,
  cause,
  observations: state === 'untested' ? [] : [response(404)],
})

/** Where a reader ends up, read from real HTML. */
export function landing(html: string, at = HERE): Landing {
  const observation = response(200, at)
  const bytes = new TextEncoder().encode(html)
  const page = readPage({
    bytes,
    contentType: 'text/html; charset=utf-8',
    address: at,
    observedOn: AS_OF,
    status: 200,
  })
  return { kind: 'page', page, observation, trail: [observation] }
}

/** A column page whose list shows these days; '' = no date. */
export const listPage = (...days: readonly string[]): Landing =>
  landing(
    `<html><head><title>规划计划</title></head><body><ul class="list">${days
      .map(
        (day, at) =>
          `<li><a href="/d/${at}.html">关于第${at + 1}号专项规划实施情况的公示</a><span>${day}</span></li>`,
      )
      .join('')}</ul></body></html>`,
  )

/** The working days of the pack. */
export const calendar = loadCalendar(
  readdirSync(CALENDAR).map((name) => ({ name, text: readFileSync(join(CALENDAR, name), 'utf8') })),
)

/** A cadence that binds everybody at any time. */
export const always = { source: '实施意见', from: null, until: null, kinds: null, units: null } as const

/** The subject, under an item with these cadences. */
export const owing = (...cadences: readonly Cadence[]): SubjectView =>
  subject({ item: { ...item, cadences } })

/** Asks a check about facts; a fact that is not given must not be asked for. */
export function ask(
  check: AnyCheck,
  facts: Partial<Facts>,
  options: unknown = {},
  view = subject(),
  asOf = AS_OF,
): Judgement {
  const fact = <Name extends FactName>(name: Name): Facts[Name] => {
    const found = facts[name]
    if (found === undefined) throw new Error(`The check asked for ${name}.`)
    return found as Facts[Name]
  }
  const judgement = check.run(view, fact, check.options.parse(options), {
    asOf,
    calendar,
    thresholds: { due: 0, overdue: 0.5, longOverdue: 1 },
  })
  for (const said of saidBy(judgement)) {
    const message = check.messages[said.message]
    expect(message, `${check.id} says ${said.message}`).toBeDefined()
    for (const part of [message?.text, message?.remedy]) {
      for (const words of [part?.zh ?? '', part?.en ?? ''])
        Handlebars.compile(words, { strict: true })(said.data)
    }
  }
  return judgement
}

const saidBy = (judgement: Judgement) => {
  if (judgement.outcome === 'passed') return []
  return judgement.outcome === 'failed' ? judgement.defects : [judgement]
}

/** `passed`, or the outcome with the messages said. */
export const told = (judgement: Judgement): string =>
  [judgement.outcome, ...saidBy(judgement).map((said) => said.message)].join(' ')
