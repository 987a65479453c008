import { type ConnectOptions, connectorFor } from './connector.ts'
import type { FetchOptions } from './options.ts'
import { type Pools, poolsOf } from './pools.ts'
import type { Security } from './security.ts'

/** Milliseconds for which a connection that nobody uses is kept, where the server names no other time. */
const KEPT_ALIVE = 10_000

/** Connections as the options want them, which may be used as far as `security` says. */
export const connectionsFor = (
  options: ConnectOptions & Pick<FetchOptions, 'perHost' | 'limits'>,
  security: Security,
): Pools =>
  poolsOf({
    connect: connectorFor(options, security),
    connections: options.perHost.connections,
    maxHeaderSize: options.limits.headers,
    headersTimeout: options.timeouts.headers,
    bodyTimeout: options.timeouts.body,
    keepAliveTimeout: KEPT_ALIVE,
  })
