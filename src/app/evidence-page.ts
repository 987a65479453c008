import { basename, dirname, join } from 'node:path'
import { EXIT, InputError } from '../core/errors.ts'
import type { Evidence } from '../core/verdict.ts'
import { decode } from '../facts/decode.ts'
import type { FindingReport } from '../report/audit-report.ts'
import {
  EVIDENCE_TEMPLATE_FILES,
  evidencePage,
  type SealedEvidence,
  type ShownObservation,
} from '../report/evidence/page.ts'
import type { SealedPeriod } from '../report/sealed-shape.ts'
import { openPeriodStore, openStore } from '../store/open-store.ts'
import type { Run, RunStore } from '../store/run-store.ts'
import type { Config } from './config.ts'
import { systemHash } from './evidence-file.ts'
import { explain } from './explain.ts'
import { mustExist } from './must-exist.ts'
import { packageRoot } from './package-root.ts'
import { pageOf } from './read-pages.ts'
import { findRun } from './rejudge.ts'
import { newestEditions, periodNamed, sealedDocument } from './sealed-periods.ts'
import { readTemplateFiles } from './templates.ts'
import { writeFiles } from './write-files.ts'

/** Which finding, as seen in which run or sealed period. */
export interface EvidenceRequest {
  /** A fingerprint, or its first digits. */
  readonly fingerprint: string
  /** A run's id, or `latest`; counts where `period` is null. */
  readonly run: string
  readonly period: string | null
  /** Null = a file of the fingerprint's name in the folder for reports. */
  readonly out: string | null
}

interface SealedRun {
  readonly document: SealedPeriod
  readonly evidence: Omit<SealedEvidence, 'digest'>
}

/** The sealing of a period, or of a run where it was sealed; null for none. Throws {@link InputError} for an unknown period. */
async function sealedRun(config: Config, period: string | null, run: string): Promise<SealedRun | null> {
  const store = await openPeriodStore(config.store)
  try {
    const all = await store.sealings()
    const wanted = period === null ? null : periodNamed(period)
    const found = newestEditions(all).findLast((one) =>
      wanted === null ? one.run === run : one.period === wanted,
    )
    if (found === undefined) {
      if (wanted === null) return null
      const message = `${wanted} 尚未封存 / ${wanted} is not sealed; see portal-audit history.`
      throw new InputError([{ file: '--period', message }], EXIT.usage)
    }
    const chain = all.slice(0, all.indexOf(found) + 1)
    const { edition } = found
    return {
      document: await sealedDocument(store, found),
      evidence: { period: found.period, edition, chain },
    }
  } finally {
    await store.close()
  }
}

/** The finding as it was sealed, else as the run is judged now. */
async function findingOf(
  config: Config,
  fingerprint: string,
  run: string,
  sealed: SealedRun | null,
): Promise<FindingReport> {
  const circulated = (sealed?.document.report.units ?? []).flatMap((unit) => [
    ...unit.findings,
    ...unit.setAside.map((one) => one.finding),
  ])
  const found = circulated.filter((one) => one.fingerprint.startsWith(fingerprint.toLowerCase()))
  const [first] = found
  if (first !== undefined && found.every((one) => one.fingerprint === first.fingerprint)) return first
  return (await explain(config, fingerprint, run)).finding
}

async function shownObservations(
  store: RunStore,
  run: Run,
  evidence: readonly Evidence[],
): Promise<readonly ShownObservation[]> {
  const ids = new Set(evidence.map((one) => one.observation))
  const shown: ShownObservation[] = []
  for (const observation of await store.observations(run.id)) {
    if (!ids.has(observation.id)) continue
    const { answer } = observation
    const bytes = answer.kind === 'response' && answer.body !== null ? await store.body(answer.body) : null
    const page = bytes === null ? null : pageOf(observation, bytes, run.asOf)
    const type = answer.kind === 'response' ? (answer.headers['content-type'] ?? null) : null
    shown.push({
      observation,
      evidence: evidence.filter((one) => one.observation === observation.id),
      text: page === null ? '' : `${page.title}\n${page.text}`,
      source: bytes === null || page === null ? null : decode(bytes, type).pieces.join(''),
    })
  }
  return shown.sort((a, b) => a.observation.observedAt - b.observation.observedAt)
}

/**
 * Writes the evidence of one finding as one page that needs nothing else, and says where. Throws {@link InputError} for
 * an unknown finding, run or period, damaged evidence, a broken template, or a file that cannot be written.
 */
export async function writeEvidencePage(config: Config, request: EvidenceRequest): Promise<string> {
  await mustExist(config.store)
  const { fingerprint, period } = request
  const store = await openStore(config.store)
  try {
    const named = period === null ? null : await sealedRun(config, period, '')
    const run = await findRun(store, named?.document.report.run.id ?? request.run, config.store)
    const sealed = named ?? (await sealedRun(config, null, run.id))
    const finding = await findingOf(config, fingerprint, run.id, sealed)
    const evidence = (await store.verdicts(run.id))
      .flatMap((one) => one.findings)
      .filter((one) => one.fingerprint === finding.fingerprint)
      .flatMap((one) => one.evidence)
    const directory = config.templates ?? join(packageRoot(), 'reports')
    const digest = sealed?.document.evidence?.[finding.fingerprint] ?? null
    const page = evidencePage(
      {
        city: run.city,
        run: run.id,
        asOf: run.asOf,
        pack: `${run.packId} ${run.packVersion}`,
        packHash: run.packHash,
        registryHash: run.registryHash,
        finding,
        observations: await shownObservations(store, run, evidence),
        sealed: sealed === null ? null : { ...sealed.evidence, digest },
      },
      await readTemplateFiles(directory, EVIDENCE_TEMPLATE_FILES),
      directory,
      systemHash,
    )
    const file = request.out ?? join(config.out, 'evidence', `${finding.fingerprint}.html`)
    await writeFiles(dirname(file), [{ path: basename(file), content: page }])
    return file
  } finally {
    await store.close()
  }
}
