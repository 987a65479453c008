import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** What a server does with a mail once all of it is there. */
export type Reception = 'accept' | 'busy' | 'refuse' | 'drop' | 'hang'

/** A real SMTP server on loopback. */
export interface TestMailServer {
  readonly port: number
  /** Every mail of which all was received, however it was answered. */
  readonly received: ParsedMail[]
  /** What becomes of the mails to an address; `accept` where nothing is said. */
  readonly reception: Map<string, Reception>
  close(): Promise<void>
}

const ANSWERS = {
  busy: { code: 451, words: 'try again later' },
  refuse: { code: 550, words: 'no such mailbox' },
} as const

/** Starts a server that keeps what it is sent. `options` are those of smtp-server. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<TestMailServer> {
  const received: ParsedMail[] = []
  const reception = new Map<string, Reception>()
  const sockets = new Set<{ destroy(): void }>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onData: (stream, session, answer) => {
      simpleParser(stream).then((mail) => {
        received.push(mail)
        const to = session.envelope.rcptTo[0]?.address ?? ''
        const how = reception.get(to) ?? 'accept'
        if (how === 'accept') answer(null, 'kept')
        else if (how === 'drop') for (const socket of sockets) socket.destroy()
        else if (how !== 'hang') {
          const { code, words } = ANSWERS[how]
          answer(Object.assign(new Error(words), { responseCode: code }))
        }
      }, answer)
    },
    ...options,
  })
  server.on('error', () => {})
  server.server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    reception,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
