import { type Address, toAddress } from './address.ts'

const EXTENSION = /\.[a-z0-9]{1,8}$/i

/** A name of the same form: with the same extension where there is one. The front page stands for a page of its own. */
function controlName(token: string, name: string, isRoot: boolean): string {
  const extension = EXTENSION.exec(name)?.[0] ?? (isRoot ? '.html' : '')
  return `portal-audit-${token}${extension}`
}

/**
 * The address of a control page: on the same host, in the same folder, of the same form (a file with the same extension,
 * or a folder), without the query, and with a name that cannot exist because it is made of the run's token. How it is
 * answered shows how the host says "not found" (DESIGN §5.4). Neighbours share it: `/gk/ghjh/` and `/gk/czyjs/` are both
 * folders in `/gk/`.
 */
export function controlAddress(address: Address, token: string): Address {
  const url = new URL(address)
  const path = url.pathname.replace(/;[^/]*/g, '')
  const isFolder = path.endsWith('/')
  const parts = (isFolder ? path.slice(0, -1) : path).split('/')
  const isRoot = parts.length < 2
  const name = isFolder ? '' : (parts.at(-1) ?? '')
  const folder = isRoot ? '/' : `${parts.slice(0, -1).join('/')}/`
  const end = isFolder && !isRoot ? '/' : ''
  const control = toAddress(`${url.origin}${folder}${controlName(token, name, isRoot)}${end}`)
  if (control === null) throw new Error(`No control address for ${address}.`)
  return control
}
