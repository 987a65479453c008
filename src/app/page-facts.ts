import { open } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { type Address, toAddress } from '../core/address.ts'
import { dayAt } from '../core/day.ts'
import { formatProblem } from '../core/errors.ts'
import { readPage } from '../facts/read-page.ts'
import type { Edges } from './edges.ts'
import { factsLine } from './facts-line.ts'
import type { FactsLine, FaultLine } from './facts-shape.ts'
import { type ManifestPage, readManifest } from './manifest.ts'

/** Read of one body; what is beyond is left out, and the line says so. */
const LONGEST_BODY = 32 * 1024 * 1024

/** Stands for an address that is withheld: no home page by its path, and its relative links are links of one site. */
const WITHHELD = toAddress('http://withheld.invalid/withheld/page.html') as Address

/** A line of output: what was read, or why nothing was. `problem` has the manifest's name and line before it. */
export type FactsOutput =
  | { readonly facts: FactsLine }
  | { readonly facts: FaultLine; readonly problem: string }

async function bytesOf(path: string): Promise<{ readonly bytes: Uint8Array; readonly truncated: boolean }> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const buffer = Buffer.alloc(Math.min(size, LONGEST_BODY))
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0)
    return { bytes: buffer.subarray(0, bytesRead), truncated: size > LONGEST_BODY }
  } finally {
    await file.close()
  }
}

async function lineOf(page: ManifestPage, path: string, edges: Edges): Promise<FactsLine> {
  const { bytes, truncated } = await bytesOf(path)
  const { address, contentType, status } = page
  const observedAt = page.observedAt ?? edges.now()
  const read = readPage({
    bytes,
    contentType,
    address: address ?? WITHHELD,
    observedOn: dayAt(observedAt),
    ...(status === null ? {} : { status }),
  })
  return factsLine(read, { ...page, observedAt, bytes: bytes.length, truncated })
}

/**
 * Reads the pages that a manifest names: one line of facts for each line of it, in its order, without the network. A
 * broken line or an unreadable file gets a line that says so, and the others go on.
 * @throws InputError when the manifest itself cannot be read
 */
export async function* pageFacts(manifest: string, edges: Edges): AsyncGenerator<FactsOutput> {
  const folder = manifest === '-' ? '.' : dirname(manifest)
  for await (const one of readManifest(manifest)) {
    const faulty = (file: string | null, error: string): FactsOutput => ({
      facts: { version: 1, line: one.line, file, error },
      problem: formatProblem({ file: manifest, line: one.line, message: error }),
    })
    if ('fault' in one) {
      yield faulty(null, one.fault)
      continue
    }
    const { file } = one.page
    try {
      yield { facts: await lineOf(one.page, resolve(folder, file), edges) }
    } catch (fault) {
      const code = (fault as NodeJS.ErrnoException).code
      if (code === undefined) throw fault
      yield faulty(
        file,
        `${file} 无法读取 / cannot be read (${code}); the path is relative to the manifest’s folder.`,
      )
    }
  }
}
