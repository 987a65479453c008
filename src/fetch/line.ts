import type { Socket } from 'node:net'
import { type buildConnector, Client } from 'undici'
import type { Place } from './connection-limits.ts'
import type { Dispatch } from './pools.ts'

/** One connection, which carries one request at a time. */
export interface Line {
  readonly dispatch: Dispatch
  /** Nobody uses it for now: where its place is needed the connection ends. */
  rest(): void
  destroy(): Promise<void>
}

/** What happens to a line. */
export interface LineEvents {
  /** It is open and can carry the next request. */
  readonly onFree: (line: Line) => void
  /** It will carry nothing more. */
  readonly onGone: (line: Line) => void
  /** A place for a connection, when undici opens one by itself because the old one closed under a request. */
  readonly takePlace: () => Promise<Place>
}

/** Milliseconds that a server has for closing its side of a connection. */
const PATIENCE = 250
/** Milliseconds that a server has for noticing that a connection was broken off. */
const NOTICE = 10

/** Opens a line to an origin; the place is given back when its connection is closed. */
export function openLine(
  origin: string,
  options: Client.Options & { readonly connect: buildConnector.connector },
  first: Place,
  events: LineEvents,
): Line {
  let place: Place | null = first
  let socket: Socket | null = null
  let isGone = false
  let isConnected = false
  /** Whether the server closed its side first. */
  let isEnded = false

  const giveBack = (): void => {
    place?.free()
    place = null
  }

  const connect: buildConnector.connector = (target, answer) => {
    const open = (): void =>
      options.connect(target, (...[failed, opened]) => {
        if (opened === null || opened === undefined) {
          giveBack()
          answer(failed ?? new Error('no connection'), null)
          return
        }
        socket = opened
        opened.once('close', () => {
          socket = null
          const left = place
          place = null
          if (isEnded) left?.free()
          else setTimeout(() => left?.free(), NOTICE)
        })
        answer(null, opened)
      })
    if (place !== null) {
      open()
      return
    }
    void events.takePlace().then((taken) => {
      place = taken
      open()
    })
  }

  const client = new Client(origin, { ...options, connect })
  const goIfEmpty = (): void => {
    if (isGone || client.stats.size > 0) return
    isGone = true
    events.onGone(line)
  }
  client
    .on('connect', () => {
      isConnected = true
    })
    .on('drain', () => {
      if (isGone) return
      if (socket === null || socket.destroyed || !isConnected) goIfEmpty()
      else events.onFree(line)
    })
    .on('disconnect', () => {
      isConnected = false
      goIfEmpty()
    })
    .on('connectionError', goIfEmpty)

  /** Leaves it to the server to close its side: then both know that the connection is gone. */
  const hangUp = (): void => {
    const ended = socket
    if (ended === null) return
    isGone = true
    events.onGone(line)
    ended.end()
    const timer = setTimeout(() => ended.destroy(), PATIENCE)
    ended.once('end', () => {
      isEnded = true
    })
    ended.once('close', () => clearTimeout(timer))
  }

  const line: Line = {
    dispatch: (question, handler) => {
      place?.busy()
      return client.dispatch(question, handler)
    },
    rest: () => place?.idle(hangUp),
    destroy: () => client.destroy(),
  }
  return line
}
