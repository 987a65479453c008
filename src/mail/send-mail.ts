import { Readable } from 'node:stream'

/** Where mail is handed over. */
export interface MailServer {
  readonly host: string
  readonly port: number
  readonly secure: 'starttls' | 'tls' | 'none'
  /** The name on its certificate where that is not `host`. */
  readonly certificateName: string | null
  readonly login: { readonly user: string; readonly password: string } | null
  /** Authorities that are trusted, PEM; null = the public ones. */
  readonly ca: readonly string[] | null
  /** The longest that one mail may take. */
  readonly timeoutMilliseconds: number
}

/** A mail as it travels, and between whom. */
export interface Parcel {
  readonly from: string
  readonly to: string
  readonly content: Uint8Array
}

/** What became of it. `uncertain`: all of it was handed over, and no answer came. */
export type Delivery =
  | { readonly kind: 'sent'; readonly response: string }
  | { readonly kind: 'failed'; readonly error: string }
  | { readonly kind: 'uncertain'; readonly error: string }

/** What a fault says, on one line. A server's own words are part of it. */
const wordsOf = (fault: unknown): string =>
  (fault instanceof Error ? fault.message : String(fault)).replace(/\s+/g, ' ').trim().slice(0, 500)

const isAnswer = (fault: unknown): boolean =>
  fault instanceof Error &&
  'responseCode' in fault &&
  typeof fault.responseCode === 'number' &&
  fault.responseCode >= 400

/**
 * Hands one mail to a server. Never throws for what the world does: refused, unreachable, silent and cut off are values.
 * It has failed for certain when the server said so, or when the mail had not been handed over whole.
 */
export async function sendMail(server: MailServer, { from, to, content }: Parcel): Promise<Delivery> {
  const { default: SMTPConnection } = await import('nodemailer/lib/smtp-connection')
  const { host, port, secure, certificateName, login, ca, timeoutMilliseconds: limit } = server
  const connection = new SMTPConnection({
    host,
    port,
    secure: secure === 'tls',
    requireTLS: secure === 'starttls',
    ignoreTLS: secure === 'none',
    connectionTimeout: limit,
    greetingTimeout: limit,
    socketTimeout: limit,
    dnsTimeout: limit,
    tls: {
      minVersion: 'TLSv1.2',
      ...(certificateName === null ? {} : { servername: certificateName }),
      ...(ca === null ? {} : { ca: [...ca] }),
    },
  })
  let isHandedOver = false
  const parcel = Readable.from(
    (function* () {
      yield content
      isHandedOver = true
    })(),
    { objectMode: false },
  )
  return new Promise<Delivery>((resolve) => {
    const end = (delivery: Delivery): void => {
      clearTimeout(timer)
      parcel.destroy()
      connection.close()
      resolve(delivery)
    }
    const fail = (fault: unknown): void =>
      end({ kind: isHandedOver && !isAnswer(fault) ? 'uncertain' : 'failed', error: wordsOf(fault) })
    const timer = setTimeout(() => fail(new Error(`no answer within ${limit / 1000} s`)), limit)
    const hand = (): void =>
      connection.send({ from, to: [to], size: content.length }, parcel, (fault, info) => {
        if (fault) return fail(fault)
        end({ kind: 'sent', response: wordsOf(info?.response ?? '') })
      })
    connection.on('error', fail)
    connection.connect((fault) => {
      if (fault) return fail(fault)
      if (login === null) return hand()
      connection.login({ user: login.user, pass: login.password }, (refused) => {
        if (refused) fail(refused)
        else hand()
      })
    })
  })
}
