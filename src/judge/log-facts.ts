import { type Address, hostNameOf, toAddress } from '../core/address.ts'
import type { Probe } from '../core/probe.ts'
import type { CallingPage, LogFact } from '../facts/facts.ts'
import { linksToFollow } from '../facts/followed-links.ts'
import { beaconState } from '../facts/log/beacon.ts'
import { heartbeatIn } from '../facts/log/heartbeat.ts'
import type { Page } from '../facts/page.ts'
import type { Subject } from '../plan/subject.ts'
import type { AddressFacts } from './address-facts.ts'
import type { Evidence } from './evidence.ts'

const MOST_PAGES = 20
/** Entries of one column in the sample. */
const MOST_ENTRIES = 2
/** Script files of the site itself that are read of one page. */
const MOST_SCRIPTS = 8

/** Kinds of pages that readers visit; error pages and walls need no beacon. */
const VISITED = new Set<Page['kind']>(['content', 'list', 'home'])

const siteHost = ({ duty }: Subject): string | null =>
  duty.unit.site === null ? null : hostNameOf(duty.unit.site)

function callingPage(address: Address, evidence: Evidence, addresses: AddressFacts): CallingPage | null {
  const landing = addresses.landing(address)
  if (landing.kind === 'unread' || !VISITED.has(landing.page.kind)) return null
  const { page, observation } = landing
  if (!/html/.test(evidence.file(observation.id)?.type ?? '')) return null
  const own = page.scripts.flatMap((one) => toAddress(one) ?? [])
  const scripts = own
    .filter((script) => hostNameOf(script) === hostNameOf(page.address))
    .slice(0, MOST_SCRIPTS)
    .map((script) => {
      const seen = evidence.ask('visit', script)
      return { address: script, text: seen === undefined ? null : (evidence.file(seen.id)?.text ?? null) }
    })
  return { address: page.address, observation, calls: page.calls, scripts }
}

/** Pages of the unit's own site that were read anyway: its home page, its columns, some of their entries. */
function sampleOf(
  subject: Subject,
  siblings: readonly Subject[],
  evidence: Evidence,
  addresses: AddressFacts,
): readonly CallingPage[] {
  const host = siteHost(subject)
  const { site } = subject.duty.unit
  const columns = siblings.flatMap((one) => (one.kind === 'column' ? [one.address] : []))
  const entries = columns.flatMap((column) => {
    const landing = addresses.landing(column)
    return landing.kind === 'page'
      ? linksToFollow(landing.page, MOST_ENTRIES).map((link) => link.address)
      : []
  })
  const pages = new Map<Address, CallingPage>()
  for (const address of [...(site === null ? [] : [site]), ...columns, ...entries]) {
    const page = callingPage(address, evidence, addresses)
    if (page !== null && hostNameOf(page.address) === host) pages.set(page.address, page)
    if (pages.size >= MOST_PAGES) break
  }
  return [...pages.values()]
}

function heartbeatOf(subject: Subject, evidence: Evidence): LogFact['heartbeat'] {
  const observation = subject.kind === 'column' ? evidence.ask('visit', subject.address) : undefined
  if (observation?.answer.kind !== 'response' || observation.answer.status !== 200) return null
  const file = evidence.file(observation.id)
  if (file?.type !== 'text') return null
  return { observation, last: heartbeatIn(file.text, observation.observedAt) }
}

/** What all pages that a run has visited call, each address once. */
export const callsIn = (evidence: Evidence): readonly string[] => [
  ...new Set(evidence.all('visit').flatMap(({ id }) => evidence.page(id)?.calls ?? [])),
]

/** What a unit's site tells of its visits: the pages that were read, and the heartbeat where one is registered. */
export const logFacts = (
  subject: Subject,
  siblings: readonly Subject[],
  evidence: Evidence,
  addresses: AddressFacts,
  calledInRun: readonly string[],
): LogFact => ({
  calledInRun,
  pages: sampleOf(subject, siblings, evidence, addresses),
  heartbeat: heartbeatOf(subject, evidence),
})

/** What must be asked to know it: the home page, and the site's own scripts of pages that show no beacon themselves. */
export function logQuestions(
  subject: Subject,
  siblings: readonly Subject[],
  evidence: Evidence,
  addresses: AddressFacts,
  beacon: readonly string[],
): readonly Probe[] {
  const { site } = subject.duty.unit
  const home: readonly Probe[] =
    site === null ? [] : [{ purpose: 'visit', origin: 'registered', address: site }]
  const patterns = beacon.map((one) => new RegExp(one, 'i'))
  const unsettled = sampleOf(subject, siblings, evidence, addresses).filter(
    (page) => beaconState(page, patterns) === 'unknown',
  )
  const scripts = new Set(unsettled.flatMap((page) => page.scripts.map((one) => one.address)))
  return [
    ...home,
    ...[...scripts]
      .slice(0, MOST_SCRIPTS)
      .map((address): Probe => ({ purpose: 'visit', origin: 'discovered', address })),
  ]
}
