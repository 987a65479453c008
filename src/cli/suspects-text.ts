import type { Language } from '../app/write-report.ts'
import type { AuditReport } from '../report/audit-report.ts'

type SuspectReport = AuditReport['suspects'][number]

const NAMES: Readonly<Record<SuspectReport['state'], readonly [zh: string, en: string]>> = {
  confirmed: ['已认定', 'confirmed'],
  cleared: ['已排除', 'cleared'],
  undecided: ['无法认定', 'undecided'],
  open: ['待复查', 'open'],
}

const ORDER: readonly SuspectReport['state'][] = ['confirmed', 'cleared', 'undecided', 'open']

/** When the first of the open suspects may be asked again; null when none is open. */
const firstOf = (suspects: readonly SuspectReport[]): string | null =>
  suspects.flatMap((one) => one.next ?? []).sort()[0] ?? null

/** One line on what is still open after an audit, and when to go on; empty when nothing is. */
export function openText(suspects: readonly SuspectReport[], language: Language): string {
  const open = suspects.filter((one) => one.state === 'open')
  if (open.length === 0) return ''
  const next = firstOf(open) ?? ''
  return language === 'zh'
    ? `待复查 ${open.length} 个网址；${next} 后运行 audit --confirm\n`
    : `${open.length} addresses to be confirmed: audit --confirm after ${next}\n`
}

/** What has become of suspects: a line each, the answers that count, what is missing, when to ask again. */
export function suspectsText(suspects: readonly SuspectReport[], asked: number, language: Language): string {
  const at = language === 'zh' ? 0 : 1
  const lines = ORDER.flatMap((state) =>
    suspects
      .filter((one) => one.state === state)
      .map((one) => {
        const counted = one.answers.filter((answer) => answer.counts).length
        const parts = [
          NAMES[state][at],
          one.address,
          `(${one.cause})`,
          language === 'zh'
            ? `${counted}/${one.answers.length} 次计入`
            : `${counted}/${one.answers.length} count`,
          one.missing?.[language] ?? '',
          one.next === null ? '' : language === 'zh' ? `${one.next} 后可再查` : `again after ${one.next}`,
        ]
        return parts.filter((part) => part !== '').join(' · ')
      }),
  )
  const head = language === 'zh' ? `复查 ${asked} 个网址` : `asked ${asked} addresses again`
  return `${[head, ...lines].join('\n')}\n`
}
