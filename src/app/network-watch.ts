import { hostNameOf } from '../core/address.ts'
import type { FailureReason, Observation } from '../core/observation.ts'
import type { Fetched, Fetcher } from '../fetch/fetcher.ts'
import type { AskCanaries } from './canaries.ts'

/** So many failures in a row, of so many hosts, without an answer between them, and our own network is doubted. */
const IN_A_ROW = 12
const HOSTS = 4
/** Milliseconds to wait for our own network, one pause after the other. */
const PAUSES = [30_000, 60_000, 120_000]

/** Failures that our own network can bring about. */
const OF_A_NETWORK: ReadonlySet<FailureReason> = new Set([
  'name-not-found',
  'name-server-failure',
  'lookup-timeout',
  'connection-refused',
  'connection-reset',
  'host-unreachable',
  'connect-timeout',
  'tls-timeout',
  'headers-timeout',
])

const isOurs = ({ answer }: Observation): boolean =>
  answer.kind === 'failure' && OF_A_NETWORK.has(answer.reason)

/** A fetcher that notices when our own network fails. */
export interface WatchedFetcher extends Fetcher {
  /** Aborted when it stays down. */
  readonly down: AbortSignal
}

/**
 * Watches what `fetcher` brings: when many hosts fail in a row, everything waits, canaries are asked, and while they fail
 * they are asked again after a pause that grows. What was failing meanwhile stands as it was seen; the last asking says
 * whether the run is believed.
 */
export function watchNetwork(
  fetcher: Fetcher,
  askCanaries: AskCanaries,
  sleep: (milliseconds: number) => Promise<unknown>,
): WatchedFetcher {
  const controller = new AbortController()
  let failing: string[] = []
  let gate: Promise<void> | null = null

  const lookAfterIt = async (): Promise<void> => {
    for (const pause of [0, ...PAUSES]) {
      if (pause > 0) await sleep(pause)
      if (await askCanaries()) return
    }
    controller.abort()
  }

  const note = (observation: Observation): void => {
    if (observation.answer.kind === 'opinion') return
    failing = isOurs(observation) ? [...failing, hostNameOf(observation.address)] : []
    if (failing.length < IN_A_ROW || new Set(failing).size < HOSTS || gate !== null) return
    failing = []
    gate = lookAfterIt().finally(() => {
      gate = null
      failing = []
    })
    gate.catch(() => undefined)
  }

  return {
    fetch: async (probe): Promise<Fetched> => {
      if (gate !== null) await gate
      const fetched = await fetcher.fetch(probe)
      note(fetched.observation)
      return fetched
    },
    close: () => fetcher.close(),
    down: controller.signal,
  }
}
