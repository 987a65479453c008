import type { Address } from '../core/address.ts'
import type { Day } from '../core/day.ts'
import { SERVICE_ELEMENTS, STAGES } from '../core/service-parts.ts'
import { elementLink } from '../facts/element-links.ts'
import type { Copies, ElementFact, FactName, Facts, Landing, StageFact } from '../facts/facts.ts'
import { type LinkToFollow, linksToFollow } from '../facts/followed-links.ts'
import { malformedLinksOf } from '../facts/malformed-links.ts'
import { moveNoticeOf } from '../facts/move-notice.ts'
import type { Registration } from '../facts/registration.ts'
import type { Subject } from '../plan/subject.ts'
import type { Moves } from '../registry/moves.ts'
import type { Notice } from '../registry/notice.ts'
import { contentAddress } from '../registry/portal-column.ts'
import type { Service } from '../registry/service.ts'
import type { AddressFacts } from './address-facts.ts'
import { downloadFacts } from './download-facts.ts'
import type { Evidence } from './evidence.ts'
import { declaredFor, excuseFor } from './excuse.ts'
import { logFacts } from './log-facts.ts'
import { portalLinks } from './portal-facts.ts'
import { searchFacts } from './search-facts.ts'

/** Hands a check the facts that it asks for, one by one. */
export type FactSource = <Name extends FactName>(name: Name) => Facts[Name]

const NOT_ASKED: Landing = { kind: 'unread', why: 'not-asked', observation: null }

/** Where the seven elements of a service are: registered with an address, linked from its page, absent or unknown. */
export function elementFacts(service: Service, addresses: AddressFacts): readonly ElementFact[] {
  const landing = service.page === null ? NOT_ASKED : addresses.landing(service.page)
  return SERVICE_ELEMENTS.map((element): ElementFact => {
    const registered = service.elements[element]
    if (registered !== null) {
      return {
        element,
        found: 'registered',
        address: registered,
        reachability: addresses.reachability(registered),
      }
    }
    if (landing.kind === 'unread') return { element, found: 'unknown', address: null, reachability: null }
    const link = elementLink(landing.page, element)
    if (link === null) return { element, found: 'absent', address: null, reachability: null }
    const address = link.target.ok ? link.target.address : null
    return {
      element,
      found: 'linked',
      address,
      reachability: address === null ? null : addresses.reachability(address),
    }
  })
}

const stageFacts = (service: Service, evidence: Evidence): readonly StageFact[] =>
  STAGES.map((stage) => {
    const registered = service.stages[stage]
    const observation = registered === null ? undefined : evidence.ask('visit', registered)
    const final = observation?.answer.kind === 'response' ? observation.answer.address : null
    return { stage, registered, final, observation: observation ?? null }
  })

const addressOf = (subject: Subject): Address => {
  if (subject.ref.address !== null) return subject.ref.address
  throw new Error(`A ${subject.kind} has no address of its own; its check must not need facts about one.`)
}

const serviceOf = (subject: Subject): Service => {
  if (subject.kind === 'service') return subject.service
  throw new Error(`A ${subject.kind} is no service; its check must not need facts about stages or elements.`)
}

/** What is known beside the subject itself: from the registry, of its unit and of the whole run. */
export interface Registers {
  readonly notices: readonly Notice[]
  /** The day that is judged. */
  readonly asOf: Day
  /** Where an address of a unit was, by notices that last. */
  readonly formerly: Moves['from']
  registration(subject: Subject, address: Address): Registration
  /** All subjects of the same unit, the subject itself among them. */
  siblings(subject: Subject): readonly Subject[]
  /** What all pages of the run call. */
  calls(): readonly string[]
}

function copiesOf(subject: Subject, addresses: AddressFacts): Copies | null {
  if (subject.kind !== 'column' || subject.column.maintenance === 'linked') return null
  const { portalAddress, unitAddress } = subject.column
  if (portalAddress === null || unitAddress === null || portalAddress === unitAddress) return null
  return { portal: addresses.landing(portalAddress), unit: addresses.landing(unitAddress) }
}

/** The facts of one subject, worked out when a check asks for them. */
export function factsFor(
  subject: Subject,
  evidence: Evidence,
  addresses: AddressFacts,
  registers: Registers,
): FactSource {
  const followed = (): readonly LinkToFollow[] => {
    const landing = addresses.landing(addressOf(subject))
    return landing.kind === 'unread' ? [] : linksToFollow(landing.page)
  }
  const facts: { readonly [Name in FactName]: () => Facts[Name] } = {
    reachability: () =>
      addresses.reachability(
        addressOf(subject),
        (day) => excuseFor(subject, registers.notices, day) !== null,
      ),
    landing: () => addresses.landing(addressOf(subject)),
    columns: () =>
      subject.duty.columns.flatMap((column) => {
        const address = contentAddress(column)
        return address === null ? [] : [addresses.landing(address)]
      }),
    likeness: () => addresses.likeness(addressOf(subject)),
    route: () => addresses.route(addressOf(subject)),
    wall: () => addresses.wall(addressOf(subject)),
    followedLinks: () =>
      followed().map((link) => ({ ...link, reachability: addresses.reachability(link.address) })),
    entryPages: () => followed().map((link) => ({ ...link, landing: addresses.landing(link.address) })),
    downloads: () => downloadFacts(addressOf(subject), evidence, addresses),
    copies: () => copiesOf(subject, addresses),
    elements: () => elementFacts(serviceOf(subject), addresses),
    elementsPage: () => {
      const page = serviceOf(subject).page
      return page === null ? NOT_ASKED : addresses.landing(page)
    },
    stages: () => stageFacts(serviceOf(subject), evidence),
    declaredChanges: () => declaredFor(subject, registers.notices, registers.asOf),
    moveNotice: () => {
      const landing = addresses.landing(addressOf(subject))
      return landing.kind === 'unread' ? null : moveNoticeOf(landing.page)
    },
    portalLinks: () => portalLinks(subject, addresses, registers.formerly),
    registration: () => registers.registration(subject, addressOf(subject)),
    search: () => searchFacts(subject, registers.siblings(subject), evidence, addresses),
    log: () => logFacts(subject, registers.siblings(subject), evidence, addresses, registers.calls()),
    malformedLinks: () => {
      const landing = addresses.landing(addressOf(subject))
      const isPortal = subject.kind === 'column' && subject.address === subject.column.portalAddress
      return landing.kind === 'unread' ? [] : malformedLinksOf(landing.page, isPortal ? 'list' : 'page')
    },
  }
  return (name) => facts[name]()
}
