import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { type Address, toAddress } from '../core/address.ts'
import { InputError } from '../core/errors.ts'

const optional = <T extends z.ZodType>(shape: T) => shape.nullable().optional()

/** One line of a manifest: a stored body and what is known of the answer that brought it. Further keys are passed over. */
export const manifestLineShape = z.object({
  file: z.string().min(1).describe('The file that holds the body; relative to the manifest’s folder'),
  url: optional(z.string()).describe('Where the body came from; absent, null or empty when it is withheld'),
  status: optional(z.int().min(100).max(999)).describe('The HTTP status'),
  headers: optional(z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))).describe(
    'The headers of the answer; content-type is read',
  ),
  observedAt: optional(
    z.union([z.iso.datetime({ offset: true, local: true }), z.iso.date(), z.number()]),
  ).describe('When it was fetched: ISO 8601, or milliseconds since 1970-01-01 UTC; now when absent'),
})

/** One page of a manifest. */
export interface ManifestPage {
  readonly file: string
  /** As the manifest says it; null when it is withheld. */
  readonly url: string | null
  /** Null when it is withheld, or nothing that could be asked. */
  readonly address: Address | null
  readonly status: number | null
  readonly contentType: string | null
  /** Milliseconds since 1970-01-01 UTC; null when the manifest does not say. */
  readonly observedAt: number | null
}

/** A line of a manifest, 1-based: its page, or what is wrong with it. */
export type ManifestLine = { readonly line: number } & (
  | { readonly page: ManifestPage }
  | { readonly fault: string }
)

const EXPECTED =
  '应为一行一个 JSON 对象，如 / expected one JSON object a line, such as {"file":"a.html","url":"http://…","status":200,"headers":{"content-type":"text/html"},"observedAt":"2026-11-16T08:00:00+08:00"}'

/** A time without an offset is one of Asia/Shanghai, as all times are here; a bare day is its noon. */
const instantOf = (text: string | number): number => {
  if (typeof text === 'number') return text
  const full = text.length === 10 ? `${text}T12:00` : text
  return Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/i.test(full) ? full : `${full}+08:00`)
}

function pageOf({
  file,
  url,
  status,
  headers,
  observedAt,
}: z.output<typeof manifestLineShape>): ManifestPage {
  const types = Object.entries(headers ?? {}).filter(([name]) => name.toLowerCase() === 'content-type')
  const type = types[0]?.[1]
  return {
    file,
    url: url || null,
    address: url ? toAddress(url) : null,
    status: status ?? null,
    contentType: type === undefined ? null : String(Array.isArray(type) ? (type[0] ?? '') : type),
    observedAt: observedAt === undefined || observedAt === null ? null : instantOf(observedAt),
  }
}

function readLine(text: string): { readonly page: ManifestPage } | { readonly fault: string } {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return { fault: `不是 JSON / not JSON; ${EXPECTED}` }
  }
  const read = manifestLineShape.safeParse(data)
  if (read.success) return { page: pageOf(read.data) }
  const [issue] = read.error.issues
  const place = issue?.path.join('.') ?? ''
  return { fault: `${place === '' ? '' : `${place}: `}${issue?.message ?? ''}; ${EXPECTED}` }
}

/**
 * Reads a manifest line by line: JSON Lines, blank lines left out. `-` is the standard input.
 * @throws InputError when there is no such file
 */
export async function* readManifest(file: string): AsyncGenerator<ManifestLine> {
  const input = file === '-' ? process.stdin : createReadStream(file)
  let line = 0
  try {
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1
      const bare = text.replace(/^\ufeff/, '').trim()
      if (bare !== '') yield { line, ...readLine(bare) }
    }
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException
    if (code === undefined) throw fault
    const message = `清单无法读取 / the manifest cannot be read (${code}); give a file of JSON Lines, or - for the standard input.`
    throw new InputError([{ file, message }])
  }
}
