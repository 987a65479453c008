import { join } from 'node:path'
import { initWorkspace } from '../../app/init.ts'
import type { CommandLine } from '../run.ts'

/** `portal-audit init`: a workspace, ready to edit. */
export function addInit({ program, terminal }: CommandLine): void {
  program
    .command('init')
    .description('建立工作目录：audit.yaml 与 registry/*.csv / lay out a workspace, ready to edit')
    .argument('[dir]', '目录 / folder', '.')
    .action(async (directory: string) => {
      for (const path of await initWorkspace(directory)) terminal.out(`${directory}/${path}\n`)
      const file = join(directory, 'audit.yaml')
      terminal.err(
        `下一步：填好 registry/*.csv，然后 / next: fill registry/*.csv, then\n  npx --no-install portal-audit registry lint -c ${file}\n  npx --no-install portal-audit audit -c ${file}\n`,
      )
    })
}
