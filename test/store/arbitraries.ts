import fc from 'fast-check'
import type { Address } from '../../src/core/address.ts'
import type { Answer, FailureReason, Hop, Observation } from '../../src/core/observation.ts'
import type { Finding, Verdict } from '../../src/core/verdict.ts'

/** Text as it stands in CSV files and pages: Chinese, astral characters, quotes, line ends. */
const words = fc.string({ unit: 'grapheme', maxLength: 20 })
/** Text as a hostile server may send it, half characters and NUL included. */
const anything = fc.string({ unit: 'binary', maxLength: 20 })

const address = fc
  .tuple(fc.domain(), fc.webPath(), fc.webQueryParameters())
  .map(([host, path, query]) => `https://${host}${path}?${query}` as Address)
const optionalAddress = fc.option(address)
const digest = fc.stringMatching(/^[0-9a-f]{64}$/)
const fingerprint = fc.stringMatching(/^[0-9a-f]{16}$/)
const status = fc.integer({ min: 100, max: 599 })
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0))
const data = fc.dictionary(anything, fc.oneof(anything, number), { maxKeys: 4, noNullPrototype: true })

const REASONS: Readonly<Record<FailureReason, true>> = {
  'name-not-found': true,
  'name-without-address': true,
  'name-server-failure': true,
  'lookup-timeout': true,
  'connection-refused': true,
  'connection-reset': true,
  'host-unreachable': true,
  'connect-timeout': true,
  'tls-timeout': true,
  'headers-timeout': true,
  'body-timeout': true,
  'tls-fault': true,
  'protocol-fault': true,
  'headers-too-large': true,
  'too-many-redirects': true,
  'redirect-loop': true,
  'malformed-redirect': true,
  'decompression-fault': true,
  'forbidden-address': true,
  'robots-disallowed': true,
  'syntax-only': true,
  'budget-spent': true,
  'asked-to-wait': true,
}

const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({
    kind: fc.constant('response' as const),
    status,
    address,
    headers: fc.dictionary(anything, anything, { maxKeys: 4, noNullPrototype: true }),
    body: fc.option(digest),
    bytes: fc.nat(),
    truncated: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('failure' as const),
    reason: fc.constantFrom(...(Object.keys(REASONS) as FailureReason[])),
    message: anything,
  }),
  fc.record({
    kind: fc.constant('opinion' as const),
    engine: words,
    works: fc.option(fc.boolean()),
    status: fc.option(status),
  }),
)

const hop: fc.Arbitrary<Hop> = fc.record({ address, status, location: anything })

const observation: fc.Arbitrary<Observation> = fc
  .record({
    purpose: fc.constantFrom(
      'visit' as const,
      'repeat' as const,
      'control' as const,
      'opinion' as const,
      'canary' as const,
    ),
    origin: fc.constantFrom('registered' as const, 'discovered' as const),
    address,
    observedAt: fc.nat({ max: 4_102_444_800_000 }),
    duration: fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e6, noNaN: true })),
    attempts: fc.integer({ min: 1, max: 9 }),
    hops: fc.array(hop, { maxLength: 3 }),
    answer,
  })
  .map((rest) => ({ id: `${rest.purpose} ${rest.address}`, ...rest }))

/** A run's observations: any answer, one per id. */
export const observations: fc.Arbitrary<Observation[]> = fc.uniqueArray(observation, {
  maxLength: 12,
  selector: (one) => one.id,
})

const evidence = fc.record(
  { observation: words, quote: anything, locator: anything },
  { requiredKeys: ['observation'], noNullPrototype: true },
)

const finding: fc.Arbitrary<Finding> = fc.record({
  fingerprint,
  fault: fingerprint,
  message: words,
  data,
  address: optionalAddress,
  evidence: fc.array(evidence, { maxLength: 3 }),
})

const verdict: fc.Arbitrary<Verdict> = fc
  .record({
    rule: words,
    check: words,
    unit: words,
    item: words,
    subject: fc.record({
      kind: fc.constantFrom('duty' as const, 'column' as const, 'address' as const, 'service' as const),
      key: words,
      label: words,
      address: optionalAddress,
    }),
  })
  .chain((rest) =>
    fc.oneof(
      fc.constant({ ...rest, outcome: 'passed' as const, reason: null, findings: [] }),
      fc
        .record({
          outcome: fc.constantFrom('cantTell' as const, 'inapplicable' as const, 'untested' as const),
          reason: fc.record({ message: words, data }),
        })
        .map((ending) => ({ ...rest, ...ending, findings: [] })),
      fc
        .array(finding, { minLength: 1, maxLength: 4 })
        .map((findings) => ({ ...rest, outcome: 'failed' as const, reason: null, findings })),
    ),
  )

/** A run's verdicts, alike ones among them. */
export const verdicts: fc.Arbitrary<Verdict[]> = fc.array(verdict, { maxLength: 12 })
