import { startMailServer } from '../mail-server.ts'
import { findingOf, sealedStore } from '../sealed-store.ts'
import { differing, type KillWorld, keepStore, rowsIn, storeFaults } from './kill-world.ts'

/** A sealed period of which three units are to be told. */
export async function notifyWorld(): Promise<KillWorld> {
  const server = await startMailServer()
  const space = await sealedStore(
    `mail:\n  from: audit@yunchuan.gov.example\n  smtp: { host: 127.0.0.1, port: ${server.port}, secure: none }`,
  )
  await space.seal(
    '2026-11',
    [1, 2, 3].map((unit) => findingOf(unit, 0)),
  )
  const kept = await keepStore(space, space.store)
  const recipients = (): readonly string[] =>
    server.received.flatMap((mail) => [mail.to ?? []].flat().map((to) => to.value[0]?.address ?? '')).sort()
  /** The last step of every mail that was begun. */
  const ends = (): readonly { readonly kind: string; readonly to: string }[] => {
    const rows = rowsIn<{ mail_id: string; step: string }>(
      space.store,
      'select mail_id, step from mail_event order by mail_id, number',
    )
    return [...new Map(rows.map((one) => [one.mail_id, JSON.parse(one.step)])).values()]
  }
  const sent = (): readonly string[] =>
    ends()
      .filter((one) => one.kind === 'sent')
      .map((one) => one.to)
      .sort()
  const open = (): readonly string[] =>
    ends()
      .filter((one) => one.kind !== 'sent')
      .map((one) => one.to)
  const told = (): number =>
    rowsIn(space.store, `select 1 from case_event where json_extract(step, '$.kind') = 'notified'`).length

  return {
    args: ['notify', '-c', space.config, '--send'],
    signs: 9,
    begin: async () => {
      const steps = await kept.reset('mail_event')
      server.received.length = 0
      return () => server.received.length + steps()
    },
    faults: () => [
      ...storeFaults(space.store),
      ...differing('mails that went twice', new Set(recipients()).size, recipients().length),
      ...differing(
        'mails noted as sent and not received',
        sent().filter((to) => !recipients().includes(to)),
        [],
      ),
      ...differing('mails that may have gone', open().length <= 1, true),
      ...differing('cases told', told(), sent().length),
    ],
    endFaults: () => [
      ...differing('mails that went twice', new Set(recipients()).size, recipients().length),
      ...differing('units told, or one that may have been', sent().length + open().length, 3),
    ],
    close: async () => {
      kept.close()
      await server.close()
      await space.remove()
    },
  }
}
