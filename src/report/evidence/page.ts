import Handlebars from 'handlebars'
import { minuteAt } from '../../core/day.ts'
import type { Digest, RunId } from '../../core/ids.ts'
import type { Observation } from '../../core/observation.ts'
import type { Evidence } from '../../core/verdict.ts'
import type { FindingReport } from '../audit-report.ts'
import { chainOf, shown } from '../seen.ts'
import { refuseTemplate } from '../template-fault.ts'
import { labelsOf, registerHelpers, textIn } from '../template-parts.ts'
import { evidenceDigest, observationRecord } from './observation-record.ts'
import { quotedIn, visible } from './quoted.ts'
import type { Hash } from './warc-record.ts'

/** An observation behind a finding, with what was read of it. */
export interface ShownObservation {
  readonly observation: Observation
  /** What the finding says of it. */
  readonly evidence: readonly Evidence[]
  /** The page's visible text; empty where it is no page. */
  readonly text: string
  /** The body as text; null where there is none. */
  readonly source: string | null
}

/** How a sealed period holds the finding. */
export interface SealedEvidence {
  readonly period: string
  readonly edition: number
  /** The digest of the finding's evidence in the sealed document; null where that names none. */
  readonly digest: Digest | null
  /** Every sealing up to this one, in the order in which they were made. */
  readonly chain: readonly {
    readonly period: string
    readonly edition: number
    readonly document: Digest
    readonly chain: Digest
  }[]
}

/** Everything that the page of one finding is made from. */
export interface EvidencePage {
  readonly city: string
  readonly run: RunId
  readonly asOf: string
  readonly pack: string
  readonly packHash: Digest
  readonly registryHash: Digest
  readonly finding: FindingReport
  readonly observations: readonly ShownObservation[]
  readonly sealed: SealedEvidence | null
}

/** The files that the page is made with, below the folder of reports. */
export const EVIDENCE_TEMPLATE_FILES = ['evidence.hbs', 'style.css', 'catalogue.yaml'] as const

/** Characters shown of a body; a file of evidence has it whole. */
const MOST_SOURCE = 200_000

function shownOf({ observation, evidence, text, source }: ShownObservation, run: RunId, hash: Hash) {
  const { answer, purpose, observedAt, attempts, address } = observation
  const record = observationRecord(run, observation)
  const response = answer.kind === 'response' ? answer : null
  const tls = answer.kind === 'response' || answer.kind === 'failure' ? answer.tls : undefined
  return {
    purpose,
    attempts,
    address: shown(address),
    seenAt: minuteAt(observedAt),
    exactly: new Date(observedAt).toISOString(),
    chain: chainOf(observation).map(visible),
    message: answer.kind === 'failure' ? visible(answer.message) : '',
    tls: tls === undefined ? '' : `${tls.fault} ${tls.code}`,
    headers: Object.entries(response?.headers ?? {}).map(([name, value]) => visible(`${name}: ${value}`)),
    unchangedSince: response?.unchangedSince === undefined ? '' : minuteAt(response.unchangedSince),
    body: response?.body ?? '',
    bytes: response?.bytes ?? 0,
    truncated: response?.truncated ?? false,
    quotes: evidence
      .filter((one) => (one.quote ?? '') !== '')
      .map((one) => ({ ...quotedIn(text, one.quote ?? ''), locator: visible(one.locator ?? '') })),
    source: source === null ? '' : visible(source.slice(0, MOST_SOURCE)),
    sourceMore: Math.max(0, (source?.length ?? 0) - MOST_SOURCE),
    record: new TextDecoder().decode(record),
    digest: hash([record]),
  }
}

/**
 * One finding with everything behind it as one page: no script, nothing asked of anybody, the page's source as text.
 * Throws {@link InputError} naming the file of a broken template.
 */
export function evidencePage(
  page: EvidencePage,
  files: Readonly<Record<string, string>>,
  directory: string,
  hash: Hash,
): string {
  const name = (file: string): string => `${directory}/${file}`
  const text = (file: (typeof EVIDENCE_TEMPLATE_FILES)[number]): string => textIn(files, file, name)
  const engine = Handlebars.create()
  registerHelpers(engine, labelsOf(name('catalogue.yaml'), text('catalogue.yaml')))
  const observations = page.observations.map((one) => shownOf(one, page.run, hash))
  const digest = evidenceDigest(
    observations.map((one) => one.digest),
    hash,
  )
  const agrees = page.sealed === null || page.sealed.digest === digest
  try {
    const template = text('evidence.hbs')
    engine.parse(template)
    const fill = engine.compile(template, { strict: true, preventIndent: true })
    return fill({ ...page, observations, digest, agrees, css: text('style.css') })
  } catch (fault) {
    return refuseTemplate(name('evidence.hbs'), fault)
  }
}
