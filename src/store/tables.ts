import type { ColumnType } from 'kysely'
import type { Outcome } from '../core/outcome.ts'
import type { Origin, Purpose } from '../core/probe.ts'
import type { Rank } from '../core/rectification.ts'
import type { Decision } from '../core/review.ts'
import type { SubjectRef } from '../core/verdict.ts'
import type { Run } from './run-store.ts'

/** A 64-bit integer: SQLite reads it as a number, PostgreSQL's driver as text. */
export type BigInteger = ColumnType<number | string, number, number>

/** The same where there may be none. */
export type OptionalBigInteger = ColumnType<number | string | null, number | null, number | null>

/** A value as JSON text. */
export type Json = string

/** One row per run. */
export interface RunTable {
  readonly id: string
  readonly kind: Run['kind']
  readonly state: Run['state']
  readonly started_at: BigInteger
  readonly finished_at: OptionalBigInteger
  readonly as_of: string
  readonly city: string
  readonly pack_id: string
  readonly pack_version: string
  readonly pack_hash: string
  readonly registry_hash: string
  readonly control_token: string
  /** Digests of the registry's files by name; the files are bodies, stored once however many runs share them. */
  readonly registry_files: Json
  readonly units: Json
  readonly items: Json
  /** Units and items, sorted, so that runs of one scope have one text. */
  readonly scope: Json
}

/** One row per run and probe answered. */
export interface ObservationTable {
  readonly run_id: string
  readonly id: string
  readonly purpose: Purpose
  readonly origin: Origin
  readonly address: string
  readonly observed_at: BigInteger
  readonly duration: number
  readonly attempts: number
  readonly hops: Json
  readonly answer: Json
  /** Digest of the answer's body, for finding what no run needs any more. */
  readonly body: string | null
}

/** One row per distinct body, whatever runs and observations point to it. */
export interface BodyTable {
  readonly digest: string
  readonly encoding: 'br' | 'identity'
  /** Bytes before compression. */
  readonly size: BigInteger
  readonly content: Uint8Array
}

/** One row per run and verdict. */
export interface VerdictTable {
  readonly run_id: string
  readonly position: number
  readonly rule_id: string
  readonly check_id: string
  readonly unit_id: string
  readonly item_id: string
  readonly subject_kind: SubjectRef['kind']
  readonly subject_key: string
  readonly subject_label: string
  readonly subject_address: string | null
  readonly outcome: Outcome
  readonly reason: Json | null
}

/** One row per defect of a failed verdict. */
export interface FindingTable {
  readonly run_id: string
  readonly verdict_position: number
  readonly position: number
  readonly fingerprint: string
  readonly fault: string
  readonly message: string
  readonly data: Json
  readonly address: string | null
  readonly evidence: Json
}

/** One row per address that a crawl was ever started from. */
export interface CrawlSiteTable {
  readonly id: number
  readonly start: string
}

/** One row per site and address that a crawl has met; numbers follow on one another and never change. */
export interface CrawlAddressTable {
  readonly site_id: number
  readonly number: number
  readonly address: string
}

/** One row per crawl. */
export interface CrawlTable {
  readonly id: number
  readonly site_id: number
  readonly state: 'running' | 'complete' | 'unreliable'
  readonly started_at: BigInteger
  readonly finished_at: OptionalBigInteger
  readonly scope: Json
  readonly token: string
}

/** One row per crawl, address and purpose of asking. */
export interface CrawlAnswerTable {
  readonly crawl_id: number
  readonly number: number
  readonly purpose: Purpose
  readonly observed_at: BigInteger
  /** 1 for an answer of 200 in which nothing is wrong, of which a report says no more. */
  readonly is_well: number
  readonly answer: Json
  readonly links: Uint8Array | null
  readonly content: Uint8Array | null
  readonly fragments: Json | null
}

/** Answers of a crawl that say “nothing has changed”, some to a row; rows are added and never changed. */
export interface CrawlUnchangedTable {
  readonly crawl_id: number
  /** The crawl whose answers hold the pages. */
  readonly base_id: number
  /** When the first of them came. */
  readonly observed_at: BigInteger
  /** Packed. */
  readonly answers: Uint8Array
}

/** One row per complete crawl whose links the next one need not go through where none has changed. */
export interface CrawlFoundTable {
  readonly crawl_id: number
  readonly found: Json
}

/** One row per decision about a finding of a run; rows are added and never changed. */
export interface ReviewTable {
  readonly run_id: string
  readonly fingerprint: string
  readonly number: number
  readonly decision: Decision
  readonly reviewer: string
  readonly reason: string
  readonly measured: string
  readonly at: BigInteger
}

/** One row per sealed period and erratum; rows are added and never changed. */
export interface SealingTable {
  readonly period: string
  readonly edition: number
  /** 1, 2, 3 … in the order of sealing, over all periods. */
  readonly position: number
  readonly run_id: string
  readonly sealed_at: BigInteger
  readonly sealed_by: string
  readonly reason: string
  readonly document: string
  readonly chain: string
}

/** One row per rectification case; rows are added and never changed. */
export interface CaseTable {
  readonly id: string
  readonly period: string
  readonly fingerprint: string
  readonly unit_id: string
  readonly item_id: string
  readonly rule_id: string
  readonly subject_key: string
  readonly opened_at: BigInteger
  readonly due_on: string | null
}

/** One row per entry of a case's history; rows are added and never changed. */
export interface CaseEventTable {
  readonly case_id: string
  readonly number: number
  readonly at: BigInteger
  readonly by: string
  readonly step: Json
}

/** One row per mail that was ever begun; rows are added and never changed. */
export interface MailTable {
  readonly id: string
  readonly unit_id: string
  readonly period: string
  readonly rank: Rank
  readonly about: Json
}

/** One row per entry of a mail's history; rows are added and never changed. */
export interface MailEventTable {
  readonly mail_id: string
  readonly number: number
  readonly at: BigInteger
  readonly step: Json
}

/** One row per origin whose robots.txt was read; no content where it has none. */
export interface RobotsTable {
  readonly origin: string
  readonly content: string | null
  readonly read_at: BigInteger
}

/** The database: the same tables on SQLite and PostgreSQL. What is written of crawls is written in SQLite only. */
export interface Tables {
  readonly run: RunTable
  readonly observation: ObservationTable
  readonly body: BodyTable
  readonly verdict: VerdictTable
  readonly finding: FindingTable
  readonly crawl_site: CrawlSiteTable
  readonly crawl_address: CrawlAddressTable
  readonly crawl: CrawlTable
  readonly crawl_answer: CrawlAnswerTable
  readonly crawl_unchanged: CrawlUnchangedTable
  readonly crawl_found: CrawlFoundTable
  readonly robots: RobotsTable
  readonly review: ReviewTable
  readonly sealing: SealingTable
  readonly rectification_case: CaseTable
  readonly case_event: CaseEventTable
  readonly mail: MailTable
  readonly mail_event: MailEventTable
}
