import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Mail, type MailEvent, type MailStep, mailId } from '../../src/core/mail.ts'
import type { CaseEvent } from '../../src/core/rectification.ts'
import type { Outbox } from '../../src/store/outbox.ts'
import type { PeriodStore } from '../../src/store/period-store.ts'
import { AT, caseOf, periodOf } from '../period/examples.ts'
import { runStart } from './examples.ts'
import { document, sealing, seenIn } from './period-examples.ts'
import { DATABASES, type Database, type Stores } from './stores.ts'

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
  case: caseOf('f1').id,
  number,
  at: AT,
  by: 'portal-audit',
  step: { kind: 'notified', rank: 'site', to: 'a@x.example' },
})

describe.each(DATABASES)('the outbox in %s', (_name, open) => {
  let database: Database
  let stores: Stores
  let outbox: Outbox
  let other: Outbox
  let periods: PeriodStore

  beforeAll(async () => {
    database = await open()
    stores = await database.create()
    const runs = await stores.runs()
    await runs.startRun(runStart('r1'))
    await runs.close()
    periods = await stores.periods()
    await periods.seal(
      { sealing: sealing(), document, cases: [caseOf('f1')], events: [] },
      await seenIn(periods),
    )
    outbox = await stores.outbox()
    other = await stores.outbox()
  })
  afterAll(async () => {
    for (const store of [outbox, other, periods]) await store.close()
    await stores.remove()
    await database.close()
  })

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
    expect(await periods.caseEvents()).toEqual([told(1)])
    const kept = (await outbox.mails()).map((one) => [one.mail.unit, one.events.length])
    expect(kept).toEqual([
      ['u1', 2],
      ['u2', 2],
      ['u3', 1],
    ])
  })

  it('lists mails in one order, whatever the collation of the database', async () => {
    for (const unit of ['财政局', '民政局', 'ü', 'z']) {
      const mail = mailTo(unit)
      await outbox.claim(mail, event(mail, 1, claimed))
    }
    const units = (await other.mails()).map((one) => one.mail.unit)
    expect(units.slice(-4)).toEqual(['z', 'ü', '民政局', '财政局'])
  })
})
