import Table from 'cli-table3'
import type { Pruned, Sifted } from '../app/prune.ts'

type Language = 'zh' | 'en'
type Why = Sifted['kept'][number]['why'][number]

const REASONS: Readonly<Record<Why, Readonly<Record<Language, string>>>> = {
  sealed: { zh: '已封存', en: 'sealed' },
  reviewed: { zh: '有人工复核', en: 'reviewed' },
  rechecked: { zh: '整改复查', en: 'named by a case' },
  unfinished: { zh: '未完成，可继续', en: 'unfinished, can be resumed' },
  newest: { zh: '最近一次', en: 'the newest' },
  young: { zh: '未满保存期限', en: 'within the retention' },
  baseline: { zh: '作为对比基准', en: 'baseline of one that is kept' },
  referred: { zh: '被保留的检查引用', en: 'referred to by one that is kept' },
}

const WORDS = {
  zh: {
    head: ['类别', '编号', '开始日期', '处理', '原因'],
    run: '检查',
    crawl: '链接检查',
    kept: '保留',
    gone: '已清理',
    going: '将清理',
    joined: '、',
  },
  en: {
    head: ['kind', 'name', 'started', 'what becomes of it', 'why'],
    run: 'run',
    crawl: 'crawl',
    kept: 'kept',
    gone: 'deleted',
    going: 'would go',
    joined: ', ',
  },
} as const

const ENDS = {
  zh: ({ dryRun, freed }: Pruned): string =>
    dryRun
      ? '（试算，未删除）'
      : freed === null
        ? '（数据库正被使用或磁盘空间不足，文件未变小；再运行一次即可）'
        : `；数据库文件减小 ${freed} 字节`,
  en: ({ dryRun, freed }: Pruned): string =>
    dryRun
      ? ' (dry run, nothing was deleted)'
      : freed === null
        ? ' (others use the database, or the disk is full, so its file keeps its size; run it once more)'
        : `; the database’s file is ${freed} bytes smaller`,
} as const

const TOTALS = {
  zh: ({ dryRun, asOf, runs, crawls, bodies, bytes }: Pruned): string =>
    `${asOf}：${dryRun ? '将清理' : '已清理'}检查 ${runs.gone.length} 次、链接检查 ${crawls.gone.length} 次、网页内容 ${bodies} 份，共 ${bytes} 字节；` +
    `保留检查 ${runs.kept.length} 次、链接检查 ${crawls.kept.length} 次`,
  en: ({ dryRun, asOf, runs, crawls, bodies, bytes }: Pruned): string =>
    `${asOf}: ${dryRun ? 'would delete' : 'deleted'} runs ${runs.gone.length}, crawls ${crawls.gone.length}, bodies ${bodies}, in all ${bytes} bytes; ` +
    `kept runs ${runs.kept.length}, crawls ${crawls.kept.length}`,
}

/** What the retention rules took away, or would take away, as a table with the sum below it. */
export function pruneText(pruned: Pruned, lang: Language): string {
  const words = WORDS[lang]
  const table = new Table({ head: [...words.head], style: { head: [], border: [], compact: true } })
  for (const kind of ['run', 'crawl'] as const) {
    const { kept, gone } = kind === 'run' ? pruned.runs : pruned.crawls
    const labelOf = ({ id, name }: Sifted['gone'][number]): string =>
      kind === 'run' ? name : `${id} ${name}`
    for (const one of kept) {
      const why = one.why.map((reason) => REASONS[reason][lang]).join(words.joined)
      table.push([words[kind], labelOf(one), one.startedOn, words.kept, why])
    }
    for (const one of gone)
      table.push([words[kind], labelOf(one), one.startedOn, pruned.dryRun ? words.going : words.gone, ''])
  }
  return `${table.toString()}\n${TOTALS[lang](pruned)}${ENDS[lang](pruned)}\n`
}
