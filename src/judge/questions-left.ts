import type { Address } from '../core/address.ts'
import { type Origin, observationId, type Probe, type Purpose } from '../core/probe.ts'
import { linksToFollow } from '../facts/followed-links.ts'
import { nextJump } from '../facts/landing.ts'
import { needsOpinion, needsRepeat } from '../facts/reachability.ts'
import { controlAddress, visitProbes } from '../plan/probes.ts'
import type { Subject } from '../plan/subject.ts'
import type { Rule } from '../policy/rule.ts'
import { type AddressFacts, addressFacts } from './address-facts.ts'
import type { Evidence } from './evidence.ts'
import { elementFacts } from './facts-for.ts'
import { portalQuestions } from './portal-facts.ts'
import { questionsOfRules } from './questions-of-rules.ts'
import { strangeNames } from './strange-names.ts'

const probe = (purpose: Purpose, origin: Origin, address: Address): Probe => ({ purpose, origin, address })

/** Element links of services, and the links of the columns' first pages. */
function linksOf(subject: Subject, addresses: AddressFacts): readonly Address[] {
  if (subject.kind === 'service') {
    return elementFacts(subject.service, addresses).flatMap((one) =>
      one.address === null ? [] : [one.address],
    )
  }
  if (subject.kind !== 'column') return []
  const landing = addresses.landing(subject.address)
  const entries = landing.kind === 'page' ? linksToFollow(landing.page).map((link) => link.address) : []
  return [...entries, ...portalQuestions(subject, addresses)]
}

/** The address where a control page shows how a host says "not found"; null when the visit saw no page. */
function controlFor(address: Address, evidence: Evidence, controlToken: string): Address | null {
  const answer = evidence.ask('visit', address)?.answer
  return answer?.kind === 'response' && answer.status === 200
    ? controlAddress(answer.address, controlToken)
    : null
}

/**
 * What must still be asked before the subjects can be judged, as far as the evidence so far lets one know: registered
 * addresses first, then where pages send their readers, links of columns and services, control pages, what single rules
 * need, and for what looks dead a second request and at last a second opinion. A pure function of the evidence, so that a run which was killed
 * goes on where it stopped. Empty when nothing is left.
 */
export function questionsLeft(
  subjects: readonly Subject[],
  rules: readonly Rule[],
  evidence: Evidence,
  controlToken: string,
): readonly Probe[] {
  const wanted = new Map<string, Probe>()
  const want = (one: Probe): void => {
    const id = observationId(one.purpose, one.address)
    if (evidence.observation(id) === undefined && !wanted.has(id)) wanted.set(id, one)
  }

  const registered = visitProbes(subjects)
  for (const one of registered) want(one)
  for (const { address } of registered) {
    const jump = nextJump(address, evidence)
    if (jump !== null) want(probe('visit', 'registered', jump))
    const control = controlFor(address, evidence, controlToken)
    if (control !== null) want(probe('control', 'registered', control))
  }
  const places = registered.map((one) => one.address)
  for (const name of strangeNames(places, evidence, controlToken))
    want(probe('catch-all', 'registered', name))
  const addresses = addressFacts(evidence, controlToken)
  for (const subject of subjects) {
    for (const address of linksOf(subject, addresses)) {
      want(probe('visit', 'discovered', address))
      const jump = nextJump(address, evidence)
      if (jump !== null) want(probe('visit', 'discovered', jump))
    }
  }
  for (const one of questionsOfRules(subjects, rules, evidence, addresses)) want(one)
  for (const visit of evidence.all('visit')) {
    const repeat = evidence.ask('repeat', visit.address) ?? null
    if (needsRepeat(visit) && repeat === null) want(probe('repeat', visit.origin, visit.address))
    if (needsOpinion(visit, repeat)) want(probe('opinion', visit.origin, visit.address))
  }
  return [...wanted.values()]
}
