import { createReadStream } from 'node:fs'
import * as z from 'zod'
import { type Address, toAddress } from '../core/address.ts'
import { parseDay } from '../core/day.ts'
import { EXIT, InputError } from '../core/errors.ts'
import { shapeWords } from '../policy/shape-words.ts'
import { textLines } from './text-lines.ts'

/** Numbers below this are seconds, as some tools write times. */
const LEAST_MILLISECONDS = 100_000_000_000
/** What a Date can hold. */
const MOST_MILLISECONDS = 8.64e15

/** A time without an offset is one of Asia/Shanghai, as all times are here; a bare day is its noon. NaN for none. */
function instantOf(written: string | number): number {
  if (typeof written === 'number') {
    const instant = Math.abs(written) < LEAST_MILLISECONDS ? written * 1000 : written
    return Math.abs(instant) <= MOST_MILLISECONDS ? instant : Number.NaN
  }
  const text = written.trim().replace(' ', 'T')
  // Date.parse takes 30 February for 2 March.
  if (/^\d{4}-\d\d-\d\d/.test(text) && parseDay(text.slice(0, 10)) === null) return Number.NaN
  const full = text.length === 10 ? `${text}T12:00` : text
  return Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/i.test(full) ? full : `${full}+08:00`)
}

const MADE_OF = '应为 ISO 8601 时间或毫秒数 / expected an ISO 8601 time, or milliseconds since 1970-01-01 UTC'

/**
 * One line of a manifest: a stored body and what is known of the answer that brought it. All but `file` may be absent
 * or null. Further keys are passed over.
 */
export const manifestLineShape = z.object({
  file: z.string().min(1).describe('The file that holds the body; relative to the manifest’s folder'),
  url: z.string().nullish().describe('Where the body came from; absent, null or empty when it is withheld'),
  status: z.coerce.number().int().min(0).max(999).nullish().describe('The HTTP status; 0 = not known'),
  headers: z.record(z.string(), z.unknown()).nullish().describe('The answer’s headers; content-type is read'),
  observedAt: z
    .union([z.string(), z.number()])
    .nullish()
    .transform((written) =>
      written === null || written === undefined || written === '' ? null : instantOf(written),
    )
    .refine((instant) => instant === null || Number.isFinite(instant), MADE_OF)
    .describe('When it was fetched; now when absent'),
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

const contentTypeOf = (headers: Readonly<Record<string, unknown>>): string | null => {
  const found = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  const value: unknown = Array.isArray(found) ? found[0] : found
  return typeof value === 'string' ? value : null
}

function pageOf({
  file,
  url,
  status,
  headers,
  observedAt,
}: z.output<typeof manifestLineShape>): ManifestPage {
  return {
    file,
    url: url || null,
    address: url ? toAddress(url) : null,
    status: status || null,
    contentType: contentTypeOf(headers ?? {}),
    observedAt,
  }
}

function readLine(text: string): { readonly page: ManifestPage } | { readonly fault: string } {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return { fault: `不是 JSON / not JSON; ${EXPECTED}` }
  }
  const read = manifestLineShape.safeParse(data, { error: shapeWords })
  if (read.success) return { page: pageOf(read.data) }
  const [issue] = read.error.issues
  const place = issue?.path.join('.') ?? ''
  return { fault: `${place === '' ? '' : `${place}: `}${issue?.message ?? ''}; ${EXPECTED}` }
}

/**
 * Reads a manifest line by line: JSON Lines, blank lines left out. `-` is the standard input.
 * @throws InputError (usage) when there is no such file
 */
export async function* readManifest(file: string): AsyncGenerator<ManifestLine> {
  const input = file === '-' ? process.stdin : createReadStream(file)
  let line = 0
  try {
    for await (const text of textLines(input)) {
      line += 1
      if (text.trim() !== '') yield { line, ...readLine(text) }
    }
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException
    if (code === undefined) throw fault
    const message = `清单无法读取 / the manifest cannot be read (${code}); give a file of JSON Lines, or - for the standard input.`
    throw new InputError([{ file, message }], EXIT.usage)
  }
}
