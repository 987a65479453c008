import { existsSync, type FSWatcher, readdirSync, readFileSync, statSync, watch } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { portalAudit } from '../command-line.ts'
import { findingOf, sealedStore } from '../sealed-store.ts'
import { differing, type KillWorld, storeFaults } from './kill-world.ts'

const ASIDE = '.portal-audit-'

/** Every file below a folder, with what it holds. */
function filesIn(folder: string): ReadonlyMap<string, string> {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
  return new Map(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  )
}

/** A command that writes files over those of an earlier edition. `args` are its own, `out` names where they go. */
async function filesWorld(
  args: readonly string[],
  out: (folder: string) => readonly string[],
): Promise<KillWorld> {
  const space = await sealedStore('')
  const first = [1, 2, 3].map((unit) => findingOf(unit, 0))
  await space.seal('2026-11', first)
  const command = (folder: string): readonly string[] => [...args, '-c', space.config, ...out(folder)]
  const [old, wanted, folder] = [space.path('old'), space.path('new'), space.path('out')]
  await portalAudit(...command(old))
  await space.seal('2026-11', [...first, ...[1, 2, 3].map((unit) => findingOf(unit, 1))], {
    edition: 2,
    replaces: { edition: 1, document: 'd', reason: '漏计' },
  })
  await portalAudit(...command(wanted))
  const [before, after] = [filesIn(old), filesIn(wanted)]
  const isAside = (name: string): boolean => name.startsWith(ASIDE)

  let watcher: FSWatcher | null = null
  return {
    args: command(folder),
    signs: 2,
    begin: async () => {
      await rm(folder, { recursive: true, force: true })
      await cp(old, folder, { recursive: true })
      let signs = 0
      watcher?.close()
      watcher = watch(folder, () => {
        signs += 1
      })
      return () => signs
    },
    faults: () => [
      ...storeFaults(space.store),
      ...[...filesIn(folder)]
        .filter(([name]) => !isAside(name))
        .filter(([name, content]) => content !== before.get(name) && content !== after.get(name))
        .map(([name]) => `${name} is neither the old file nor the new one`),
      ...[...before.keys()].filter((name) => !filesIn(folder).has(name)).map((name) => `${name} is gone`),
    ],
    endFaults: () => [
      ...differing('files', [...filesIn(folder).keys()], [...after.keys()]),
      ...[...filesIn(folder)]
        .filter(([name, content]) => content !== after.get(name))
        .map(([name]) => `${name} is not the new file`),
      ...readdirSync(folder).filter(isAside),
    ],
    close: async () => {
      watcher?.close()
      await space.remove()
    },
  }
}

/** The problem workbook of a sealed period. */
export const workbookWorld = (): Promise<KillWorld> =>
  filesWorld(['workbook', '--period', '2026-11'], (folder) => ['--out', join(folder, 'problems.xlsx')])

/** The sheets of three units, each in two forms. */
export const sheetsWorld = (): Promise<KillWorld> =>
  filesWorld(['sheets', '--period', '2026-11', '--format', 'html,json'], (folder) => ['--out', folder])
