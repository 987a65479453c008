import { simpleParser } from 'mailparser'
import { describe, expect, it } from 'vitest'
import { composeMail, type LetterToSend } from '../../src/mail/compose-mail.ts'

const letter = (change: Partial<LetterToSend>): LetterToSend => ({
  id: '云川市/sheet/2026-11/1/u1/site',
  from: { name: '云川市人民政府办公厅', address: 'audit@yunchuan.gov.example' },
  replyTo: null,
  to: { name: '清溪区', address: 'a@qingxi.gov.example' },
  subject: '监管工作提示单',
  text: '正文\n',
  html: '<p>正文</p>',
  attachments: [],
  at: Date.parse('2026-11-27T01:00:00Z'),
  ...change,
})

/** The names of the headers of the whole mail, as they travel. */
const headersOf = (raw: string): readonly string[] =>
  (raw.split('\r\n\r\n')[0] ?? '').split('\r\n').flatMap((line) => /^([\w-]+):/.exec(line)?.[1] ?? [])

describe('a mail as it travels', () => {
  const BREAKS = ['\r\nBcc: x@evil.example', '\nBcc: x@evil.example', '\rBcc: x', '\u2028Bcc: x', '\0Bcc: x']

  it.each(BREAKS)('holds no header that a name or subject smuggles in: %j', async (smuggled) => {
    const plain = headersOf((await composeMail(letter({}))).toString('latin1'))
    const name = `清溪区${smuggled}`
    const raw = await composeMail(
      letter({
        from: { name, address: 'audit@yunchuan.gov.example' },
        to: { name, address: 'a@qingxi.gov.example' },
        subject: name,
      }),
    )
    expect(headersOf(raw.toString('latin1'))).toEqual(plain)
    const mail = await simpleParser(raw)
    expect(mail.subject).toBe(`清溪区 ${smuggled.replace(/[\r\n\u2028\0]+/g, '')}`)
    expect(mail.bcc).toBeUndefined()
  })

  it('names attachments in Chinese, whatever stands in a name', async () => {
    const name = '监管工作提示单-清溪区/"一期"\r\nX: y 这是一个很长很长很长很长很长很长很长的名称.docx'
    const raw = await composeMail(letter({ attachments: [{ name, content: new Uint8Array([80, 75]) }] }))
    expect(raw.toString('latin1')).toMatch(/filename\*0\*=utf-8''/)
    const mail = await simpleParser(raw)
    expect(mail.attachments.map((one) => one.filename)).toEqual([
      '监管工作提示单-清溪区__一期_ X_ y 这是一个很长很长很长很长很长很长很长的名称.docx',
    ])
    expect(mail.attachments[0]?.content).toEqual(Buffer.from([80, 75]))
  })

  it('is known by the same id however often it is made, and by another to another reader', async () => {
    const idOf = async (change: Partial<LetterToSend>) =>
      (await simpleParser(await composeMail(letter(change)))).messageId
    expect(await idOf({ at: 0 })).toBe(await idOf({}))
    expect(await idOf({ id: '云川市/sheet/2026-11/2/u1/site' })).not.toBe(await idOf({}))
  })
})
