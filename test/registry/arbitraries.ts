import fc from 'fast-check'
import { type Address, toAddress } from '../../src/core/address.ts'
import { type Day, parseDay } from '../../src/core/day.ts'
import type { ItemId, UnitId } from '../../src/core/ids.ts'
import { SERVICE_ELEMENTS, STAGES } from '../../src/core/service-parts.ts'
import type { Attestation } from '../../src/registry/attestation.ts'
import { cellText } from '../../src/registry/cell-text.ts'
import type { RegistryEvent } from '../../src/registry/event.ts'
import type { Notice } from '../../src/registry/notice.ts'
import type { PortalColumn } from '../../src/registry/portal-column.ts'
import type { Registry } from '../../src/registry/registry.ts'
import type { Service } from '../../src/registry/service.ts'
import type { Unit } from '../../src/registry/unit.ts'
import type { Waiver } from '../../src/registry/waiver.ts'
import { ITEMS } from './files.ts'

const some = <T>(value: T | null): T => {
  if (value === null) throw new Error('a bad example')
  return value
}

export const DAYS: readonly Day[] = ['2025-12-31', '2026-01-01', '2026-07-06', '2026-12-31'].map((text) =>
  some(parseDay(text)),
)
const ADDRESSES: readonly Address[] = [
  'http://a.example/',
  'https://b.example:8443/x,y?c=%B9%E6;d',
  'http://a.example/规划',
].map((text) => some(toAddress(text)))

const day = fc.constantFrom(...DAYS)
const address = fc.constantFrom(...ADDRESSES)
const item = fc.constantFrom<ItemId>(...ITEMS)
const words = fc
  .oneof(
    fc.constantFrom('=1+1', '-x', '@x', '+86', `'=x`, 'a,b', '说"好"', 'a\nb', "'a"),
    fc.string({ unit: 'grapheme' }),
  )
  .map((text) => cellText(text.replace(/\r\n?/g, '\n')))
  .filter((text) => text !== '' && text === cellText(text) && !/[;；]/u.test(text))

const nullable = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null })

const email = nullable(fc.constantFrom('a@x.gov.example', '-x@x.gov.example', "o'neil+1@a-b.example"))

const units = fc
  .uniqueArray(words, { minLength: 1, maxLength: 12 })
  .chain((names) =>
    fc.tuple(
      ...names.map((name, at) =>
        fc.record<Unit>({
          id: fc.constant(`u${at}`),
          name: fc.constant(`${name}${at}`),
          aliases: fc.constantFrom([], [`${name}/${at}`], [`${name}/${at}`, `alias ${at}`]),
          kind: fc.constantFrom('district', 'department', 'enterprise'),
          site: nullable(address),
          activeFrom: fc.constant(null),
          activeTo: nullable(day),
          successor: fc.constantFrom(null, `u${at + 1}`),
          relevantItems: fc.subarray([...ITEMS]),
          contact: nullable(words),
          emails: fc.record({ site: email, office: email, leader: email }),
        }),
      ),
    ),
  )
  .map((list) =>
    list.map((unit, at) =>
      unit.activeTo === null || at === list.length - 1 ? { ...unit, successor: null } : unit,
    ),
  )

const columnsOf = (unit: fc.Arbitrary<UnitId>): fc.Arbitrary<readonly PortalColumn[]> =>
  fc
    .array(
      fc.record({
        unit,
        item,
        name: words,
        maintenance: fc.constantFrom('submitted', 'harvested', 'linked'),
        portalAddress: address,
        unitAddress: nullable(address),
      }),
    )
    .map((list) => list.map((one, at) => ({ id: `c${at}`, ...one })))

const partsOf = <Part extends string>(parts: readonly Part[]) =>
  fc
    .tuple(...parts.map(() => nullable(address)))
    .map(
      (list) =>
        Object.fromEntries(parts.map((part, at) => [part, list[at] ?? null])) as Record<Part, Address | null>,
    )

const servicesOf = (unit: fc.Arbitrary<UnitId>): fc.Arbitrary<readonly Service[]> =>
  fc
    .array(
      fc.record({
        unit,
        name: words,
        page: nullable(address),
        stages: partsOf(STAGES),
        elements: partsOf(SERVICE_ELEMENTS),
      }),
    )
    .map((list) => list.map((one, at) => ({ id: `s${at}`, ...one })))

const noticesOf = (unit: fc.Arbitrary<UnitId>): fc.Arbitrary<readonly Notice[]> =>
  fc
    .array(
      fc.record({
        unit,
        kind: fc.constantFrom<Notice['kind']>('redesign', 'domain', 'address', 'outage', 'maintenance'),
        days: fc.tuple(day, day),
        covers: fc.oneof(
          fc.constant(null),
          address.map((one) => ({ kind: 'address' as const, address: one })),
          fc.constant({ kind: 'host' as const, host: 'a.example' }),
        ),
        newAddress: nullable(address),
        reason: words,
      }),
    )
    .map((list) =>
      list.map(({ days, ...one }, at) => {
        const [from, to] = [...days].sort()
        return { id: `n${at}`, ...one, from: some(from ?? null), to: some(to ?? null) }
      }),
    )

const eventsOf = (unit: fc.Arbitrary<UnitId>): fc.Arbitrary<readonly RegistryEvent[]> =>
  fc
    .array(
      fc.record({
        unit,
        item,
        kind: fc.constantFrom<RegistryEvent['kind']>(
          'campaign-end',
          'emergency-campaign',
          'consultation-close',
          'budget-approval',
        ),
        name: words,
        aliases: fc.constantFrom([], ['帮困送温暖'], ['甲', '乙']),
        on: day,
        note: fc.oneof(fc.constant(''), words),
      }),
    )
    .map((list) => list.map((one, at) => ({ id: `e${at}`, ...one })))

const print = fc.constantFrom('0123456789abcdef', 'fedcba9876543210')

const waiversOf = (unit: fc.Arbitrary<UnitId>): fc.Arbitrary<readonly Waiver[]> =>
  fc
    .array(
      fc.record({
        unit,
        item,
        rule: nullable(words),
        address: nullable(address),
        fingerprint: nullable(print),
        reason: words,
        approver: words,
        days: fc.tuple(day, day),
        begins: fc.boolean(),
        measured: fc.uniqueArray(print, { minLength: 1 }),
      }),
    )
    .map((list) =>
      list.map(({ days, begins, ...one }, at) => {
        const [from, to] = [...days].sort()
        return { id: `w${at}`, ...one, from: begins ? some(from ?? null) : null, to: some(to ?? null) }
      }),
    )

const attestationsOf = (unit: fc.Arbitrary<UnitId>): fc.Arbitrary<readonly Attestation[]> =>
  fc
    .array(
      fc.record({
        unit,
        clause: fc.constantFrom('四(一)', '6.3'),
        by: words,
        on: day,
        note: fc.oneof(fc.constant(''), words),
      }),
    )
    .map((list) => list.map((one, at) => ({ id: `a${at}`, ...one })))

/** Any registry that can be: up to a dozen units, some of them ended and taken over by the next one. */
export const registries: fc.Arbitrary<Registry> = units.chain((list) => {
  const unit = fc.constantFrom(...list.map((one) => one.id))
  return fc.record<Registry>({
    units: fc.constant(new Map(list.map((one) => [one.id, one]))),
    columns: columnsOf(unit),
    services: servicesOf(unit),
    events: eventsOf(unit),
    notices: noticesOf(unit),
    waivers: waiversOf(unit),
    attestations: attestationsOf(unit),
    hash: fc.constant(''),
  })
})
