import { createHash } from 'node:crypto'

/** A mail, ready to be put into the form that travels. */
export interface LetterToSend {
  /** What it is known by: the same mail always has the same Message-ID. */
  readonly id: string
  readonly from: { readonly name: string; readonly address: string }
  readonly replyTo: string | null
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly attachments: readonly { readonly name: string; readonly content: Uint8Array }[]
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at: number
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** What ends a line, directs text or is not shown: none of it belongs into a header. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu

/** Words on one line, fit for a header. */
export const headerWords = (words: string): string => words.replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim()

/** A name that any system can save a file under. */
export const fileName = (name: string): string => headerWords(name).replace(/[\\/:*?"<>|]/g, '_')

/** `<digits@host of the sender>`, the same for the same mail. */
export const messageId = ({ id, from }: Pick<LetterToSend, 'id' | 'from'>): string =>
  `<${createHash('sha256').update(id).digest('hex').slice(0, 40)}@${from.address.split('@').at(-1)}>`

/** The mail as it travels: MIME, names of attachments after RFC 2231. */
export async function composeMail(letter: LetterToSend): Promise<Buffer> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const named = ({ name, address }: LetterToSend['to']) => ({ name: headerWords(name), address })
  const composer = new MailComposer({
    messageId: messageId(letter),
    date: new Date(letter.at),
    from: named(letter.from),
    to: [named(letter.to)],
    ...(letter.replyTo === null ? {} : { replyTo: letter.replyTo }),
    subject: headerWords(letter.subject),
    text: letter.text,
    html: letter.html,
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: letter.attachments.map(({ name, content }) => ({
      filename: fileName(name),
      content: Buffer.from(content),
      contentType: DOCX,
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}
