import type { Address } from '../core/address.ts'
import type { Validators, Wants } from '../core/probe.ts'
import { headerText } from './header-text.ts'

/** One GET of one address. */
export interface Question {
  readonly address: Address
  /** The Cookie header; null for none. */
  readonly cookie: string | null
  readonly validators?: Validators | undefined
  /** `page` unless it says otherwise. */
  readonly wants?: Wants | undefined
}

/** Names and values in turn, as undici takes them. */
export type HeaderList = readonly string[]

/** What every request says of who asks and what is understood. */
export const commonHeaders = (userAgent: string): HeaderList => [
  'user-agent',
  headerText(userAgent),
  'accept',
  'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'accept-language',
  'zh-CN,zh;q=0.9,en;q=0.5',
  'accept-encoding',
  'gzip, deflate, br',
]

/** RFC 9110 §5.5: visible characters, spaces, tabs, and bytes above ASCII. */
const FIELD_VALUE = /^[\t\x20-\x7e\x80-\xff]+$/

const field = (name: string, value: string | null | undefined): HeaderList =>
  typeof value === 'string' && FIELD_VALUE.test(value) ? [name, value] : []

/** What this question says beside the common headers. A value that no header may hold is left out. */
export function ownHeaders({ cookie, validators }: Question): HeaderList {
  if (cookie === null && validators === undefined) return []
  return [
    ...field('cookie', cookie),
    ...field('if-none-match', validators?.etag),
    ...field('if-modified-since', validators?.lastModified),
  ]
}

/** A canonical address as a connection needs it: `http://host:port` and the path with its query. */
export function placeOf(address: Address): { readonly origin: string; readonly path: string } {
  const cut = address.indexOf('/', 'https://'.length)
  return { origin: address.slice(0, cut), path: address.slice(cut) }
}
