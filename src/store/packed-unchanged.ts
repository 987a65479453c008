import type { UnchangedAnswer } from './crawl-store.ts'

/** Answers of one crawl whose pages are stored by one earlier crawl, as one row holds them. */
export interface UnchangedPack {
  /** The crawl that stores their pages. */
  readonly base: number
  /** When the first of them came, in milliseconds since 1970-01-01 UTC. */
  readonly observedAt: number
  readonly bytes: Uint8Array
}

/**
 * Of each answer its number, the milliseconds after the first of its pack, those that it took, and its attempts, doubled
 * and one more where all is well: 32 bits each, the least significant byte first.
 */
const FIELDS = 4
const FIELD_BYTES = 4
const LONGEST_PACK = 0xffff_ffff

function packed(answers: readonly UnchangedAnswer[], observedAt: number): Uint8Array {
  const bytes = Buffer.alloc(answers.length * FIELDS * FIELD_BYTES)
  const cells = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  const put = (field: number): void => {
    cells.setUint32(at, field, true)
    at += FIELD_BYTES
  }
  for (const { number, observedAt: then, duration, attempts, isWell } of answers) {
    put(number)
    put(then - observedAt)
    put(duration)
    put(attempts * 2 + (isWell ? 1 : 0))
  }
  return bytes
}

/** Packs answers that came one after the other. */
export function packUnchanged(answers: readonly UnchangedAnswer[]): readonly UnchangedPack[] {
  const packs: UnchangedPack[] = []
  for (let from = 0; from < answers.length; ) {
    const first = answers[from]
    if (first === undefined) break
    const { sameAs: base, observedAt } = first
    const belongs = (one: UnchangedAnswer): boolean =>
      one.sameAs === base && one.observedAt >= observedAt && one.observedAt - observedAt <= LONGEST_PACK
    const next = answers.findIndex((one, at) => at > from && !belongs(one))
    const to = next < 0 ? answers.length : next
    packs.push({ base, observedAt, bytes: packed(answers.slice(from, to), observedAt) })
    from = to
  }
  return packs
}

/** Hands over each answer of a pack in pieces; `marks` are its attempts, doubled and one more where all is well. */
export function eachPacked(
  { observedAt, bytes }: UnchangedPack,
  visit: (number: number, observedAt: number, duration: number, marks: number) => void,
): void {
  const cells = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < bytes.length; at += FIELDS * FIELD_BYTES) {
    const then = observedAt + cells.getUint32(at + FIELD_BYTES, true)
    const duration = cells.getUint32(at + 2 * FIELD_BYTES, true)
    visit(cells.getUint32(at, true), then, duration, cells.getUint32(at + 3 * FIELD_BYTES, true))
  }
}

/** Hands over each answer of a pack. */
export function eachUnchanged(pack: UnchangedPack, visit: (answer: UnchangedAnswer) => void): void {
  eachPacked(pack, (number, observedAt, duration, marks) => {
    const attempts = marks >>> 1
    visit({ number, observedAt, duration, attempts, isWell: (marks & 1) === 1, sameAs: pack.base })
  })
}
