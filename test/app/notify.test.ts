import { afterEach, describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/app/config.ts'
import { notify as notifyUnits } from '../../src/app/notify.ts'
import { run } from '../../src/cli/run.ts'
import { openPeriodStore } from '../../src/store/open-store.ts'
import { SELF_SIGNED } from '../fetch/self-signed.ts'
import { portalAudit } from '../support/command-line.ts'
import { signalled } from '../support/killed.ts'
import { startMailServer, type TestMailServer } from '../support/mail-server.ts'
import { findingOf, type SealedStore, sealedStore } from '../support/sealed-store.ts'

let server: TestMailServer
let space: SealedStore
afterEach(async () => {
  await server.close()
  await space.remove()
})

/** A server, and a store in which 2026-11 is sealed with findings of u1 and u2. */
async function start(
  mail = 'timeoutSeconds: 5\n  retryMinutes: [0]',
  options: Parameters<typeof startMailServer>[0] = {},
  smtp = 'secure: none',
  top = '',
): Promise<void> {
  server = await startMailServer(options)
  space = await sealedStore(
    `${top}\nmail:\n  from: audit@yunchuan.gov.example\n  ${mail}\n  smtp: { host: 127.0.0.1, port: ${server.port}, ${smtp} }`,
  )
  await space.seal('2026-11', [findingOf(1, 0), findingOf(1, 1), findingOf(2, 0)])
}

interface Told {
  readonly code: number
  readonly err: string
  readonly mails: readonly string[]
  readonly unwritten: readonly string[]
}

/** What `notify` says: a line for each mail, and the units that are not told. */
async function notify(...args: readonly string[]): Promise<Told> {
  const { code, out, err } = await portalAudit('notify', '-c', space.config, '--json', ...args)
  const told = out === '' ? { mails: [], unwritten: [] } : JSON.parse(out)
  return {
    code,
    err,
    mails: told.mails.map((one: Record<string, string>) =>
      [one.unit, one.rank, one.to ?? '-', one.why, one.outcome].join(' '),
    ),
    unwritten: told.unwritten.map((one: Record<string, string>) => `${one.unit} ${one.why}`),
  }
}

/** Sends with variables of the environment, and says what was printed. */
async function sendWith(
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  let out = ''
  let err = ''
  const code = await run(['notify', '-c', space.config, '--send', ...args], {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    environment,
    errIsTerminal: false,
  })
  return { code, out, err }
}

const SHANGHAI_MORNING = 'T09:00:00+08:00'

/** Whom `notify --overdue --send` tells on a day, and who is not told. */
async function overdueOn(day: string, ...units: readonly string[]): Promise<readonly string[]> {
  const config = loadConfig({ file: space.config, environment: {}, flags: {} })
  const edges = { now: () => Date.parse(day + SHANGHAI_MORNING), hex: () => '' }
  const request = { period: null, units, send: true, retryUncertain: false }
  const told = await notifyUnits(config, request, {}, edges, () => {}, new AbortController().signal)
  return [
    ...told.results.map((one) => `${one.unit} ${one.rank} ${one.outcome}`),
    ...told.unwritten.map((one) => `${one.unit} ${one.why}`),
  ]
}

const recipients = (): readonly string[] =>
  server.received.flatMap((mail) => [mail.to ?? []].flat().map((to) => to.value[0]?.address ?? ''))

async function histories(): Promise<readonly string[]> {
  const store = await openPeriodStore(space.store)
  const events = await store.caseEvents()
  await store.close()
  return events.map(({ case: id, step }) =>
    [id.slice(-2), step.kind, step.kind === 'notified' ? `${step.rank} ${step.to}` : ''].join(' '),
  )
}

describe('notify', () => {
  it('shows what it would send, and sends it once', async () => {
    await start()
    const due = ['u1 site site@u1.gov.example first', 'u2 site site@u2.gov.example first']
    const shown = await notify()
    expect(shown).toMatchObject({ code: 0, mails: due.map((one) => `${one} wouldSend`) })
    expect(server.received).toEqual([])
    expect(await histories()).toEqual([])
    expect(await notify('--send')).toMatchObject({ code: 0, mails: due.map((one) => `${one} sent`) })
    expect(await notify('--send')).toEqual({
      code: 0,
      err: expect.stringContaining('0 mails due'),
      mails: [],
      unwritten: ['u1 told', 'u2 told'],
    })
    expect(recipients()).toEqual(['site@u1.gov.example', 'site@u2.gov.example'])
    expect(await histories()).toEqual([
      '01 notified site site@u1.gov.example',
      '02 notified site site@u2.gov.example',
      '2f notified site site@u1.gov.example',
    ])
  })

  it('writes a mail that a clerk would have written', async () => {
    await start()
    await notify('--send', '--unit', 'u1')
    const [mail] = server.received
    expect(mail?.subject).toBe('云川市人民政府办公厅：第1单位2026年11月监管工作提示单')
    expect(mail?.from?.value).toEqual([
      { name: '云川市人民政府办公厅', address: 'audit@yunchuan.gov.example' },
    ])
    expect(mail?.messageId).toMatch(/^<[0-9a-f]{40}@yunchuan\.gov\.example>$/)
    expect(mail?.text).toContain('- 发现问题2个\n')
    expect(mail?.text).toContain('请于2026年12月4日前完成整改')
    expect(mail?.html).toContain('<li>发现问题2个</li>')
    const [sheet] = mail?.attachments ?? []
    expect(sheet?.filename).toBe('监管工作提示单-第1单位-2026-11.docx')
    expect(sheet?.content.subarray(0, 2).toString()).toBe('PK')
  })

  it('tells only of what changed since the unit was told, and what an erratum corrects', async () => {
    await start()
    await notify('--send')
    await space.seal('2026-12', [findingOf(1, 0), findingOf(2, 0), findingOf(3, 0)])
    expect(await notify('--send')).toMatchObject({
      mails: ['u1 site site@u1.gov.example changed sent', 'u3 site site@u3.gov.example first sent'],
      unwritten: ['u2 unchanged'],
    })
    expect(server.received[2]?.text).toContain('与上次提示（2026年11月）相比，新增0个，减少1个')
    await space.seal('2026-12', [findingOf(1, 0), findingOf(2, 0), findingOf(3, 1)], {
      edition: 2,
      replaces: { edition: 1, document: 'd', reason: '误判一处' },
    })
    expect(await notify('--send')).toMatchObject({
      mails: ['u3 site site@u3.gov.example corrected sent'],
      unwritten: ['u1 unchanged', 'u2 unchanged'],
    })
    expect(server.received[4]?.subject).toContain('（更正）')
    expect(server.received[4]?.text).toContain('更正原因：误判一处。')
    expect((await notify('--period', '2026-11')).unwritten).toEqual(['u1 told', 'u2 told'])
  })

  it.each(['busy', 'refuse'] as const)('tries a mail again that was not taken: %s', async (how) => {
    await start()
    server.reception.set('site@u1.gov.example', how)
    expect(await notify('--send')).toMatchObject({
      code: 75,
      mails: ['u1 site site@u1.gov.example first failed', 'u2 site site@u2.gov.example first sent'],
    })
    server.reception.clear()
    expect(await notify('--send')).toMatchObject({
      code: 0,
      mails: ['u1 site site@u1.gov.example first sent'],
    })
    expect(recipients()).toEqual(['site@u1.gov.example', 'site@u2.gov.example', 'site@u1.gov.example'])
  })

  it('waits longer before it tries again', async () => {
    await start('retryMinutes: [5]')
    server.reception.set('site@u1.gov.example', 'busy')
    await notify('--send', '--unit', 'u1')
    expect(await notify('--send', '--unit', '第1单位')).toMatchObject({
      code: 75,
      mails: ['u1 site site@u1.gov.example first waiting'],
    })
    expect(server.received).toHaveLength(1)
  })

  it.each(['drop', 'hang'] as const)('does not send again what may have gone: %s', async (how) => {
    await start('timeoutSeconds: 1')
    server.reception.set('site@u1.gov.example', how)
    const uncertain = { code: 75, mails: ['u1 site site@u1.gov.example first uncertain'] }
    expect(await notify('--send', '--unit', 'u1')).toMatchObject(uncertain)
    server.reception.clear()
    expect(await notify('--send', '--unit', 'u1')).toMatchObject(uncertain)
    expect(server.received).toHaveLength(1)
    expect(await notify('--send', '--unit', 'u1', '--retry-uncertain')).toMatchObject({ code: 0 })
    expect(server.received).toHaveLength(2)
    expect(server.received[1]?.messageId).toBe(server.received[0]?.messageId)
  })

  it('is not sent again after a kill in the middle, and never by two at once', async () => {
    await start('timeoutSeconds: 60')
    server.reception.set('site@u1.gov.example', 'hang')
    const args = ['notify', '-c', space.config, '--send', '--unit', 'u1']
    let second: Promise<Told> | null = null
    let isSecondOver = false
    const killed = await signalled(
      'SIGKILL',
      () => {
        if (server.received.length === 0) return false
        second ??= notify('--send').finally(() => {
          isSecondOver = true
        })
        return isSecondOver
      },
      args,
    )
    expect(killed).toMatchObject({ signal: 'SIGKILL', err: '' })
    expect(await second).toMatchObject({ code: 73, mails: [] })
    expect(await notify('--unit', 'u1')).toMatchObject({
      mails: ['u1 site site@u1.gov.example first uncertain'],
    })
    await notify('--send')
    expect(recipients()).toEqual(['site@u1.gov.example', 'site@u2.gov.example'])
  })

  it('logs in over STARTTLS, to a server whose certificate is that of its name', async () => {
    const seen: string[] = []
    await start(
      'timeoutSeconds: 5',
      {
        ...SELF_SIGNED,
        disabledCommands: [],
        authOptional: false,
        onAuth: ({ username, password }, session, answer) => {
          seen.push(`${username} ${password} ${session.secure}`)
          if (password === 'secret') answer(null, { user: username })
          else answer(new Error('wrong password'))
        },
      },
      'certificateName: portal.gov.example, user: audit',
      'fetch: { ca: ca.pem }',
    )
    await space.write('ca.pem', SELF_SIGNED.cert)
    expect(await sendWith({})).toMatchObject({ code: 78, err: expect.stringContaining('SMTP_PASSWORD') })
    const wrong = await sendWith({ SMTP_PASSWORD: 'guess' }, '--unit', 'u1')
    expect(wrong).toMatchObject({ code: 75, out: expect.stringContaining('wrong password') })
    expect(wrong.out + wrong.err).not.toContain('guess')
    expect(await sendWith({ SMTP_PASSWORD: 'secret' }, '--unit', 'u2')).toMatchObject({ code: 0 })
    expect(seen).toEqual(['audit guess true', 'audit secret true'])
    await space.write('ca.pem', '')
    await space.seal('2026-12', [findingOf(2, 1)])
    const stranger = await sendWith({ SMTP_PASSWORD: 'secret' })
    expect(stranger).toMatchObject({ code: 75, out: expect.stringContaining('self-signed certificate') })
    expect(seen).toHaveLength(2)
  })

  it('does not log in where TLS is not offered', async () => {
    await start('timeoutSeconds: 5', {}, 'secure: starttls')
    expect((await notify('--send', '--unit', 'u1')).mails).toEqual([
      'u1 site site@u1.gov.example first failed',
    ])
    expect(server.received).toEqual([])
  })

  it('names what is missing', async () => {
    await start()
    await space.seal('2026-12', [findingOf(4, 0)])
    expect(await notify()).toMatchObject({ code: 0, mails: ['u4 site - first noAddress'] })
    expect(await notify('--send')).toMatchObject({ code: 75, mails: ['u4 site - first noAddress'] })
    expect(await notify('--unit', 'u9')).toMatchObject({ code: 64, err: expect.stringContaining('u9') })
    expect(await notify('--overdue', '--period', '2026-12')).toMatchObject({ code: 64 })
    await space.write('audit.yaml', '{ city: 云川市, store: store.sqlite }')
    expect(await notify('--send')).toMatchObject({
      code: 78,
      err: expect.stringMatching(/mail\.from[\s\S]*mail\.smtp\.host/),
    })
  })

  it('tells one rank after another of what is overdue', async () => {
    await start()
    expect(await overdueOn('2026-12-04', 'u1')).toEqual([])
    expect(await overdueOn('2026-12-07', 'u1')).toEqual(['u1 site sent'])
    expect(server.received[0]?.subject).toBe('云川市人民政府办公厅：第1单位有2个问题整改逾期')
    expect(server.received[0]?.text).toContain('已逾期1个工作日')
    expect(await overdueOn('2026-12-10', 'u1')).toEqual([])
    expect(await overdueOn('2026-12-11', 'u1')).toEqual(['u1 office sent'])
    expect(await overdueOn('2026-12-18', 'u1')).toEqual(['u1 leader sent'])
    expect(await overdueOn('2026-12-31', 'u1')).toEqual([])
    expect(await overdueOn('2026-12-18', 'u2')).toEqual(['u2 site sent'])
    expect(await overdueOn('2028-06-01', 'u2')).toEqual(['u2 noCalendar'])
    expect(await histories()).toEqual([
      '01 notified site site@u1.gov.example',
      '01 notified office office@u1.gov.example',
      '01 notified leader leader@u1.gov.example',
      '02 notified site site@u2.gov.example',
      '2f notified site site@u1.gov.example',
      '2f notified office office@u1.gov.example',
      '2f notified leader leader@u1.gov.example',
    ])
  })
})
