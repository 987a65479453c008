import { fork } from 'node:child_process'
import type { Counted } from './counted-server.ts'

/** A site in a process of its own. */
export interface SiteServer {
  readonly origin: string
  served(): Promise<Counted>
  close(): void
}

/** Starts a server script with the number of its pages and waits until it listens. */
export async function startSite(script: string, pages: number): Promise<SiteServer> {
  const child = fork(script, [String(pages)])
  const next = <Message>(): Promise<Message> =>
    new Promise((resolve) => child.once('message', (message) => resolve(message as Message)))
  const { port } = await next<{ port: number }>()
  return {
    origin: `http://127.0.0.1:${port}`,
    served: () => {
      const answer = next<Counted>()
      child.send('served')
      return answer
    },
    close: () => child.disconnect(),
  }
}
