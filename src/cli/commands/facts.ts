import { systemEdges } from '../../app/edges.ts'
import { pageFacts } from '../../app/page-facts.ts'
import { EXIT } from '../../core/errors.ts'
import type { CommandLine } from '../run.ts'

/** `portal-audit facts`: JSON Lines in, JSON Lines out. Ends with 78 when a line could not be worked off. */
export function addFacts({ program, terminal, end }: CommandLine): void {
  program
    .command('facts')
    .description(
      '读取已保存的网页，逐页输出事实（JSON Lines），不访问网络 / facts of stored pages, no network',
    )
    .requiredOption(
      '--manifest <file>',
      '清单（JSON Lines；- 为标准输入）/ the pages, JSON Lines; - = standard input',
    )
    .action(async ({ manifest }: { readonly manifest: string }) => {
      for await (const output of pageFacts(manifest, systemEdges)) {
        if (terminal.outIsGone?.() === true) break
        terminal.out(`${JSON.stringify(output.facts)}\n`)
        if (!('problem' in output)) continue
        terminal.err(`${output.problem}\n`)
        end(EXIT.badInput)
      }
    })
}
