import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Mail, type MailEvent, type MailStep, mailId } from '../../src/core/mail.ts'
import type { CaseEvent } from '../../src/core/rectification.ts'
import { openOutbox, openPeriodStore } from '../../src/store/open-store.ts'
import type { Outbox } from '../../src/store/outbox.ts'
import { AT, periodOf } from '../period/examples.ts'
import { findingOf, type SealedStore, sealedStore } from '../support/sealed-store.ts'

let space: SealedStore
let outbox: Outbox
let other: Outbox

beforeAll(async () => {
  space = await sealedStore('')
  await space.seal('2026-11', [findingOf(1, 0)])
  outbox = await openOutbox(space.store)
  other = await openOutbox(space.store)
})
afterAll(async () => {
  await outbox.close()
  await other.close()
  await space.remove()
})

const mailTo = (unit: string): Mail => ({
  unit,
  period: periodOf('2026-11'),
  rank: 'site',
  about: { kind: 'sheet', edition: 1 },
})
const claimed: MailStep = { kind: 'claimed', to: 'a@x.example' }
const sent: MailStep = { kind: 'sent', to: 'a@x.example', response: '250 kept' }
const event = (mail: Mail, number: number, step: MailStep): MailEvent => ({
  mail: mailId(mail),
  number,
  at: AT,
  step,
})
const told = (number: number): CaseEvent => ({
  case: '2026-11-0000000000000001',
  number,
  at: AT,
  by: 'portal-audit',
  step: { kind: 'notified', rank: 'site', to: 'a@x.example' },
})

async function caseEvents(): Promise<readonly CaseEvent[]> {
  const store = await openPeriodStore(space.store)
  const events = await store.caseEvents()
  await store.close()
  return events
}

describe('the outbox', () => {
  it('lets one of two claim a mail, the first time and every time', async () => {
    const mail = mailTo('u1')
    for (const number of [1, 2]) {
      const claim = event(mail, number, claimed)
      expect(await outbox.claim(mail, claim)).toEqual({ ok: true })
      expect(await other.claim(mail, claim)).toEqual({ ok: false })
    }
    expect(await other.mails()).toEqual([
      { mail, events: [event(mail, 1, claimed), event(mail, 2, claimed)] },
    ])
  })

  it('notes that a mail went together with its cases, or not at all', async () => {
    const mail = mailTo('u2')
    await outbox.claim(mail, event(mail, 1, claimed))
    expect(await outbox.note(event(mail, 2, sent), [told(1)])).toEqual({ ok: true })
    const next = mailTo('u3')
    await outbox.claim(next, event(next, 1, claimed))
    expect(await outbox.note(event(next, 2, sent), [told(1)])).toEqual({ ok: false })
    expect(await outbox.note(event(mail, 2, sent), [told(2)])).toEqual({ ok: false })
    expect(await caseEvents()).toEqual([told(1)])
    const kept = (await outbox.mails()).map((one) => [one.mail.unit, one.events.length])
    expect(kept).toEqual([
      ['u1', 2],
      ['u2', 2],
      ['u3', 1],
    ])
  })
})
