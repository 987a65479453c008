import type { ConnectionLimits } from './connection-limits.ts'
import { type ConnectOptions, connectorFor } from './connector.ts'
import { hostOfOrigin } from './host-of-origin.ts'
import type { FetchOptions } from './options.ts'
import { type Pools, poolsOf } from './pools.ts'
import type { Security } from './security.ts'
import type { Traffic } from './traffic.ts'

/** Milliseconds for which a connection that nobody uses is kept, where the server names no other time. */
const KEPT_ALIVE = 10_000

/** What is counted over all connections, however far they are trusted. */
export interface Counted {
  readonly limits: ConnectionLimits
  readonly traffic: Traffic
}

/** Makes connections that may be used as far as `security` says. */
export type Connect = (security: Security) => Pools

/** Connections as the options want them. */
export const connecting =
  (
    options: ConnectOptions & Pick<FetchOptions, 'perHost' | 'limits'>,
    { limits, traffic }: Counted,
  ): Connect =>
  (security) => {
    const connect = connectorFor(options, security)
    return poolsOf(
      {
        connect: (target, answer) =>
          connect(target, (...[failed, socket]) => {
            if (socket === null || socket === undefined)
              return answer(failed ?? new Error('no connection'), null)
            traffic.watch(hostOfOrigin(`//${target.host ?? target.hostname}`), socket)
            answer(null, socket)
          }),
        connections: options.perHost.connections,
        maxHeaderSize: options.limits.headers,
        headersTimeout: options.timeouts.headers,
        bodyTimeout: options.timeouts.body,
        keepAliveTimeout: KEPT_ALIVE,
      },
      limits,
    )
  }
