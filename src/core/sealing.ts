import type { CircularPeriod } from './circular-period.ts'
import type { Digest, RunId } from './ids.ts'

/** A sealed period, or an erratum to one. Written once, never changed, never deleted. */
export interface Sealing {
  readonly period: CircularPeriod
  /** 1 for the sealing itself; each erratum is one higher and replaces the one before. */
  readonly edition: number
  readonly run: RunId
  /** Milliseconds since 1970-01-01 UTC. */
  readonly sealedAt: number
  readonly sealedBy: string
  /** Why an erratum was needed; empty for edition 1. */
  readonly reason: string
  /** SHA-256 of the sealed document, a body of the store. */
  readonly document: Digest
  /** SHA-256 over the chain of the sealing written before it and this document: one changed document breaks the chain. */
  readonly chain: Digest
}
