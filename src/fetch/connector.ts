import { isIP, type Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { buildConnector } from 'undici'
import { isAllowed } from './allow.ts'
import { deadline } from './deadline.ts'
import { FORBIDDEN_PORTS } from './forbidden-ports.ts'
import { standingOf } from './guard.ts'
import type { IpAddress } from './lookup.ts'
import { openSocket } from './open-socket.ts'
import type { FetchOptions } from './options.ts'
import { resolveRuleFor } from './resolve.ts'
import type { Security } from './security.ts'

/** What opening a connection takes from the options. */
export type ConnectOptions = Pick<
  FetchOptions,
  'allow' | 'allowed' | 'allowPrivate' | 'lookup' | 'resolve' | 'timeouts'
>

/** What a connection that takes too long is waiting for, as the code of its error. */
type Stage = 'LOOKUP_TIMEOUT' | 'ETIMEDOUT' | 'TLS_TIMEOUT'

/** Where a host is to be reached, and whether that may be an address which is not public. */
interface Way {
  readonly addresses: readonly IpAddress[]
  readonly port: number
  readonly isFree: boolean
}

const fault = (code: string, host: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`${code} ${host}`), { code })

/**
 * Opens connections: resolve rules first, then the look-up, with the guard on literals, on every address that the look-up
 * gives, and on the peer that was really reached. A host that a resolve rule names is asked wherever the rule points;
 * Host header and TLS server name stay the host's own.
 */
export function connectorFor(options: ConnectOptions, security: Security): buildConnector.connector {
  const { timeouts, allow, allowPrivate } = options

  const mayReach = (ip: string, host: string): boolean => {
    const standing = standingOf(ip)
    if (standing === 'inside') return allowPrivate || isAllowed(ip, host, allow)
    return standing === 'public'
  }

  const wayTo = async (host: string, port: number): Promise<Way> => {
    if (FORBIDDEN_PORTS.has(port)) throw fault('FORBIDDEN_PORT', host)
    const rule = resolveRuleFor(host, options.resolve)
    if (rule !== null) {
      if (rule.target === null) throw fault('ENOTFOUND', host)
      const { address, port: there } = rule.target
      return { addresses: [{ address, family: isIP(address) }], port: there, isFree: true }
    }
    const family = isIP(host)
    const addresses = family === 0 ? await options.lookup(host) : [{ address: host, family }]
    if (addresses.length === 0) throw fault('ENODATA', host)
    const isFree = options.allowed.has(`${host}:${port}`)
    if (!isFree && !addresses.every(({ address }) => mayReach(address, host))) {
      throw fault('FORBIDDEN_ADDRESS', host)
    }
    return { addresses, port, isFree }
  }

  return ({ hostname: host, protocol, port, servername }, answer) => {
    const isSecure = protocol === 'https:'
    // A name only: RFC 6066 §3 has none for IP addresses.
    const serverName = servername || (isIP(host) === 0 ? host : '')
    let stage: Stage = 'LOOKUP_TIMEOUT'
    let socket: Socket | null = null
    let isOver = false

    const fail = (failed: Error): void => {
      if (isOver) return
      isOver = true
      callOff()
      socket?.destroy()
      answer(failed, null)
    }
    const succeed = (ready: Socket): void => {
      if (isOver) return
      isOver = true
      callOff()
      answer(null, ready)
    }
    const callOff = deadline(timeouts.connect, () => fail(fault(stage, host)))

    const open = ({ addresses, port: there, isFree }: Way): void => {
      if (isOver) return
      stage = 'ETIMEDOUT'
      const opened = openSocket({
        addresses,
        port: there,
        serverName: isSecure ? serverName : null,
        secureContext: security.context,
        // Node gives each of several addresses 250 ms, too little for a far or slow host.
        patience: Math.max(10, Math.ceil(timeouts.connect / 4)),
      })
      socket = opened
      opened.on('error', fail)
      opened.once('connect', () => {
        stage = 'TLS_TIMEOUT'
        const peer = opened.remoteAddress
        if (peer === undefined) fail(fault('ECONNRESET', host))
        else if (!isFree && !mayReach(peer, host)) fail(fault('FORBIDDEN_ADDRESS', host))
        else if (!(opened instanceof TLSSocket)) succeed(opened)
      })
      if (!(opened instanceof TLSSocket)) return
      opened.once('secureConnect', () => {
        const wrong = security.faultOf(opened, serverName || host)
        if (wrong === null) succeed(opened)
        else fail(wrong)
      })
    }
    wayTo(host, Number(port) || (isSecure ? 443 : 80)).then(open, fail)
  }
}
