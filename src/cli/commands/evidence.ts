import { systemEdges } from '../../app/edges.ts'
import { writeEvidenceFile } from '../../app/evidence-file.ts'
import { writeEvidencePage } from '../../app/evidence-page.ts'
import { type CommonOptions, configOf, withConfig } from '../options.ts'
import type { CommandLine } from '../run.ts'

interface EvidenceOptions extends CommonOptions {
  readonly run: string
  readonly period?: string
  readonly out?: string
  readonly screenshots?: boolean
  readonly json?: boolean
}

/** `portal-audit evidence` */
export function addEvidence({ program, terminal }: CommandLine): void {
  const command = program
    .command('evidence')
    .description(
      '一次检查的证据（WARC 1.1 文件），或一条问题的证据（网页）/ the evidence of a run (WARC 1.1), or of a finding (one page)',
    )
    .argument('[fingerprint]', '问题指纹（可只写开头几位）/ fingerprint, or its first digits')
    .option('--run <id>', '检查编号 / the run, or latest', 'latest')
    .option('--period <period>', '已封存的通报期 / a sealed period, for a finding')
    .option('--out <file>', '写入的文件 / the file to write')
    .option(
      '--screenshots',
      'WARC 中附网页截图（按存档内容绘制，不联网）/ pictures of the stored pages in the WARC file',
    )
    .option('--json', 'JSON')
  withConfig(command).action(
    async (fingerprint: string | undefined, { out, ...options }: EvidenceOptions) => {
      const config = configOf(options, terminal)
      if (fingerprint !== undefined) {
        const { run, period = null } = options
        const file = await writeEvidencePage(config, { fingerprint, run, period, out: out ?? null })
        terminal.out(`${file}\n`)
        return
      }
      const written = await writeEvidenceFile(
        config,
        options.run,
        out ?? null,
        options.screenshots === true,
        systemEdges,
      )
      const { file, run, observations, records, bytes } = written
      const words =
        config.lang === 'zh'
          ? `检查 ${run}：${observations} 条观测，${records} 条记录，${bytes} 字节`
          : `run ${run}: ${observations} observations, ${records} records, ${bytes} bytes`
      terminal.out(options.json ? `${JSON.stringify(written, null, 2)}\n` : `${file}\n`)
      if (!options.json) terminal.err(`${words}\n`)
    },
  )
}
