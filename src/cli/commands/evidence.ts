import { systemEdges } from '../../app/edges.ts'
import { writeEvidenceFile } from '../../app/evidence-file.ts'
import { type CommonOptions, configOf, withConfig } from '../options.ts'
import type { CommandLine } from '../run.ts'

interface EvidenceOptions extends CommonOptions {
  readonly run: string
  readonly out?: string
  readonly json?: boolean
}

/** `portal-audit evidence` */
export function addEvidence({ program, terminal }: CommandLine): void {
  const command = program
    .command('evidence')
    .description('一次检查的证据：WARC 1.1 文件 / the evidence of a run as a WARC 1.1 file')
    .option('--run <id>', '检查编号 / the run, or latest', 'latest')
    .option('--out <file>', '写入的文件 / the file to write')
    .option('--json', 'JSON')
  withConfig(command).action(async ({ out, ...options }: EvidenceOptions) => {
    const config = configOf(options, terminal)
    const written = await writeEvidenceFile(config, options.run, out ?? null, systemEdges)
    const { file, run, observations, records, bytes } = written
    const words =
      config.lang === 'zh'
        ? `检查 ${run}：${observations} 条观测，${records} 条记录，${bytes} 字节`
        : `run ${run}: ${observations} observations, ${records} records, ${bytes} bytes`
    terminal.out(options.json ? `${JSON.stringify(written, null, 2)}\n` : `${file}\n`)
    if (!options.json) terminal.err(`${words}\n`)
  })
}
