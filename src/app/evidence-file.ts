import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import type { Digest, ObservationId } from '../core/ids.ts'
import type { Observation } from '../core/observation.ts'
import type { Verdict } from '../core/verdict.ts'
import { decode } from '../facts/decode.ts'
import { isPageType } from '../fetch/media-type.ts'
import { commonHeaders } from '../fetch/question.ts'
import { openPrintRoom, type PrintRoom } from '../print/print-room.ts'
import { capturedRecords, type Held, heldFor, type WarcFile } from '../report/evidence/captured.ts'
import { infoRecord, screenshotRecord } from '../report/evidence/file-records.ts'
import { type Field, type Hash, recordBytes, type WarcRecord } from '../report/evidence/warc-record.ts'
import { openStore } from '../store/open-store.ts'
import type { Run, RunStore } from '../store/run-store.ts'
import type { Config } from './config.ts'
import type { Edges } from './edges.ts'
import { fetchOptionsOf } from './fetch-options.ts'
import { gzipMember } from './gzip-member.ts'
import { mustExist } from './must-exist.ts'
import { programVersion } from './package-root.ts'
import { findRun } from './rejudge.ts'
import { writeStream } from './write-stream.ts'

/** A file of evidence that was written. */
export interface EvidenceFile {
  readonly run: string
  readonly file: string
  readonly observations: number
  readonly records: number
  readonly bytes: number
}

/** SHA-256 by the system's own library. */
export const systemHash: Hash = (parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

/** The observations behind the findings of verdicts. */
export const observationsBehind = (verdicts: readonly Verdict[]): ReadonlySet<ObservationId> =>
  new Set(
    verdicts.flatMap(({ findings }) =>
      findings.flatMap(({ evidence }) => evidence.map((one) => one.observation)),
    ),
  )

const pairs = (list: readonly string[]): readonly Field[] =>
  Array.from({ length: list.length / 2 }, (_, at) => [list[2 * at] ?? '', list[2 * at + 1] ?? ''] as const)

/** How a page looked that is behind a finding; null for what is no page, and for one that cannot be drawn. */
async function pictureOf(
  { id, answer }: Observation,
  body: Uint8Array,
  record: WarcRecord,
  file: WarcFile,
  room: PrintRoom,
): Promise<WarcRecord | null> {
  const contentType = answer.kind === 'response' ? (answer.headers['content-type'] ?? '') : ''
  if (!isPageType(contentType)) return null
  const png = await room.snapshot(decode(body, contentType).pieces.join(''))
  if (png === null) return null
  const of = { run: file.run, observation: id, info: file.info, id: record.id }
  return screenshotRecord({ target: record.target ?? '', date: record.date, png }, of, systemHash)
}

/** Every record of a run, one after the other: a body is read when its turn comes and let go after it. */
async function* recordsOf(
  store: RunStore,
  run: Run,
  observations: readonly Observation[],
  name: string,
  requestFields: readonly Field[],
  room: PrintRoom | null,
): AsyncGenerator<WarcRecord> {
  const { id, city, asOf, packId, packVersion, packHash, registryHash, startedAt, finishedAt } = run
  const about = { run: id, city, asOf, packHash, registryHash, pack: `${packId} ${packVersion}` }
  const software = `portal-audit/${programVersion()}`
  const info = infoRecord({ ...about, name, software, date: finishedAt ?? startedAt }, systemHash)
  yield info
  const file: WarcFile = { run: id, info: info.id, requestFields, hash: systemHash }
  const held = new Map<Digest, Held>()
  for (const observation of observations) {
    const { answer } = observation
    const digest = answer.kind === 'response' ? answer.body : null
    const before = heldFor(observation, held)
    const payload = digest === null || before !== null ? null : await store.body(digest)
    for (const record of capturedRecords(observation, payload, before, file)) {
      yield record
      if (payload !== null && record.type === 'response' && record.payload === digest && digest !== null)
        held.set(digest, { id: record.id, target: record.target ?? '', date: record.date })
      if (room !== null && record.type === 'response' && payload !== null && record.payload === digest) {
        const picture = await pictureOf(observation, payload, record, file, room)
        if (picture !== null) yield picture
      }
    }
  }
}

/**
 * Writes the observations behind the findings of a run to a WARC 1.1 file, each record a gzip member of its own. `run` may
 * be `latest`; `out` null = a file of the run's name in the folder for reports; with `screenshots` each page is drawn, too,
 * as it was stored. Throws {@link InputError} for an unknown
 * run, damaged evidence, or a file that cannot be written.
 */
export async function writeEvidenceFile(
  config: Config,
  run: string,
  out: string | null,
  screenshots: boolean,
  edges: Edges,
): Promise<EvidenceFile> {
  await mustExist(config.store)
  const room = screenshots ? await openPrintRoom(config.print.browser) : null
  const store = await openStore(config.store)
  try {
    const found = await findRun(store, run, config.store)
    const behind = observationsBehind(await store.verdicts(found.id))
    const observations = (await store.observations(found.id)).filter((one) => behind.has(one.id))
    const file = out ?? join(config.out, 'evidence', `${found.id}.warc.gz`)
    const fields = pairs(commonHeaders(fetchOptionsOf(config, edges).userAgent))
    let [records, bytes] = [0, 0]
    const members = async function* (): AsyncGenerator<Uint8Array> {
      for await (const record of recordsOf(store, found, observations, basename(file), fields, room)) {
        const member = await gzipMember(recordBytes(record, systemHash))
        records += 1
        bytes += member.byteLength
        yield member
      }
    }
    await writeStream(file, members())
    return { run: found.id, file, observations: observations.length, records, bytes }
  } finally {
    await room?.close()
    await store.close()
  }
}
