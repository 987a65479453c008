import { minuteAt } from '../core/day.ts'
import { EXIT, InputError } from '../core/errors.ts'
import { type MailEvent, type MailStep, mailId } from '../core/mail.ts'
import type { CaseEvent } from '../core/rectification.ts'
import { composeMail } from '../mail/compose-mail.ts'
import { sendMail } from '../mail/send-mail.ts'
import { caseState, historiesOf, historyOf } from '../period/case-state.ts'
import { officeOf } from '../report/circular/office.ts'
import { openOutbox, openPeriodStore } from '../store/open-store.ts'
import type { Outbox } from '../store/outbox.ts'
import type { PeriodStore } from '../store/period-store.ts'
import { lockWork } from '../store/work-lock.ts'
import type { Config } from './config.ts'
import type { Edges } from './edges.ts'
import { type MailSettings, mailSettings } from './mail-server.ts'
import { mustExist } from './must-exist.ts'
import { planOverdueMails } from './plan-overdue-mails.ts'
import { planSheetMails } from './plan-sheet-mails.ts'
import { type MailPlan, type MailResult, type PlannedMail, resultOf, type Unwritten } from './planned-mail.ts'
import { entriesOf, OURSELVES } from './seal-cases.ts'

/** What is to be told to whom. */
export interface NotifyRequest {
  /** A sealed period whose sheets go out, or `latest`; null = cases that are overdue. */
  readonly period: string | null
  /** Ids or names of units; empty = all. */
  readonly units: readonly string[]
  /** Otherwise it is only told what would be sent. */
  readonly send: boolean
  /** Whether mails that may have gone are sent once more. */
  readonly retryUncertain: boolean
}

/** What was sent, or would be. */
export interface Notified {
  readonly results: readonly MailResult[]
  readonly unwritten: readonly Unwritten[]
}

interface Desk {
  readonly config: Config
  readonly settings: MailSettings
  readonly outbox: Outbox
  readonly store: PeriodStore
  readonly edges: Edges
}

/** A note is written so often when somebody else writes to the same cases at the same moment. */
const TRIES = 20

/** What may be sent now; otherwise why not. */
function held(planned: PlannedMail, retryUncertain: boolean): MailResult | null {
  const { to, state } = planned
  if (state.kind === 'uncertain' && !retryUncertain) return resultOf(planned, 'uncertain', minuteAt(state.at))
  if (to === null) return resultOf(planned, 'noAddress')
  if (state.kind === 'waiting')
    return resultOf(planned, 'waiting', `${minuteAt(state.until)}: ${state.error}`)
  return null
}

async function toldEntries(
  { store, edges }: Desk,
  { mail, cases }: PlannedMail,
  to: string,
): Promise<readonly CaseEvent[]> {
  const about = new Set(cases)
  const histories = historiesOf(await store.caseEvents())
  const entry = { at: edges.now(), by: OURSELVES }
  return (await store.cases(undefined)).flatMap((one) => {
    const history = historyOf(histories, one)
    if (!about.has(one.id) || !caseState(history).isOpen) return []
    return entriesOf(one, history, [{ kind: 'notified', rank: mail.rank, to }], entry)
  })
}

async function noteEnd(desk: Desk, planned: PlannedMail, number: number, step: MailStep): Promise<void> {
  for (let left = TRIES; left > 0; left -= 1) {
    const event: MailEvent = { mail: mailId(planned.mail), number, at: desk.edges.now(), step }
    const cases = step.kind === 'sent' ? await toldEntries(desk, planned, step.to) : []
    if ((await desk.outbox.note(event, cases)).ok) return
  }
  const message =
    '邮件已发出，但其他人正在登记同一事项，未能登记 / the mail went, but others keep writing to its cases, and it could not be noted.'
  throw new InputError([{ file: mailId(planned.mail), message }], EXIT.cannotCreate)
}

async function deliver(desk: Desk, planned: PlannedMail, to: string, claims: number): Promise<MailResult> {
  const { config, settings, outbox, edges } = desk
  const id = mailId(planned.mail)
  const at = edges.now()
  const content = await composeMail({
    id: `${config.city}/${id}`,
    from: { name: officeOf(config.office, config.city).name, address: settings.from },
    replyTo: config.mail.replyTo,
    to: { name: planned.unitName, address: to },
    ...planned.letter,
    attachments: await planned.attachments(),
    at,
  })
  const claim: MailEvent = { mail: id, number: claims + 1, at, step: { kind: 'claimed', to } }
  if (!(await outbox.claim(planned.mail, claim)).ok) return resultOf(planned, 'uncertain')
  const delivery = await sendMail(settings.server, { from: settings.from, to, content })
  if (delivery.kind === 'sent') {
    await noteEnd(desk, planned, claims + 2, { kind: 'sent', to, response: delivery.response })
    return resultOf(planned, 'sent', delivery.response)
  }
  if (delivery.kind === 'failed')
    await noteEnd(desk, planned, claims + 2, { kind: 'failed', to, error: delivery.error })
  return resultOf(planned, delivery.kind, delivery.error)
}

const planOf = async (
  config: Config,
  request: NotifyRequest,
  outbox: Outbox,
  now: number,
): Promise<MailPlan> => {
  const kept = await outbox.mails()
  return request.period === null
    ? planOverdueMails(config, request.units, kept, now)
    : planSheetMails(config, { period: request.period, units: request.units }, kept, now)
}

async function sendAll(
  desk: Desk,
  request: NotifyRequest,
  onResult: (result: MailResult) => void,
  signal: AbortSignal,
): Promise<Notified> {
  const { mails, unwritten } = await planOf(desk.config, request, desk.outbox, desk.edges.now())
  const begun = new Map((await desk.outbox.mails()).map(({ mail, events }) => [mailId(mail), events.length]))
  const results: MailResult[] = []
  for (const planned of mails) {
    const result =
      held(planned, request.retryUncertain) ??
      (signal.aborted || planned.to === null
        ? resultOf(planned, 'stopped')
        : await deliver(desk, planned, planned.to, begun.get(mailId(planned.mail)) ?? 0))
    results.push(result)
    onResult(result)
  }
  return { results, unwritten }
}

/**
 * Mails units their sheets, or tells of overdue cases; without `send` it only says what it would do. A mail is claimed
 * before it is sent and noted afterwards, together with the cases that it is about, so that it never goes twice: where
 * nobody could note how it ended it is uncertain, and only sent again when asked to. Throws {@link InputError} for missing
 * settings, a period that is not sealed, an unknown unit, a bad registry, a broken template, and while another process
 * sends.
 */
export async function notify(
  config: Config,
  request: NotifyRequest,
  environment: Readonly<Record<string, string | undefined>>,
  edges: Edges,
  onResult: (result: MailResult) => void,
  signal: AbortSignal,
): Promise<Notified> {
  await mustExist(config.store)
  const settings = request.send ? await mailSettings(config, environment) : null
  const lock = settings === null ? null : lockWork(config.store, 'notify')
  const outbox = await openOutbox(config.store)
  const store = await openPeriodStore(config.store)
  try {
    if (settings !== null)
      return await sendAll({ config, settings, outbox, store, edges }, request, onResult, signal)
    const { mails, unwritten } = await planOf(config, request, outbox, edges.now())
    const results = mails.map(
      (planned) => held(planned, request.retryUncertain) ?? resultOf(planned, 'wouldSend'),
    )
    for (const result of results) onResult(result)
    return { results, unwritten }
  } finally {
    await store.close()
    await outbox.close()
    lock?.release()
  }
}
