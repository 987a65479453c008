import type { FetchOptions } from './options.ts'

/** Connections to one host, and milliseconds between two starts. */
export type HostLimits = FetchOptions['perHost']

/** The limits of a host: those of its own where the user named it, else everybody's. */
export const limitsOf = (
  host: string,
  { named, perHost }: Pick<FetchOptions, 'named' | 'perHost'>,
): HostLimits => (named.hosts.has(host) ? named : perHost)
