import { chineseNumber } from '../../core/chinese-number.ts'
import type { Block, Words } from './block.ts'

const led = (lead: string, words: Words): Words => [{ text: lead, strong: false }, ...words]

const LEADS = [
  (number: number) => `${chineseNumber(number)}、`,
  (number: number) => `（${chineseNumber(number)}）`,
  (number: number) => `${number}.`,
] as const

/**
 * Numbers headings (一、 （一） 1.; GB/T 9704-2012, 7.3.3) and attachments, and lists the attachments where the document
 * names them. One attachment alone has no number (7.3.4).
 */
export function numberBlocks(blocks: readonly Block[]): readonly Block[] {
  const titles = blocks.flatMap((block) => (block.kind === 'attachment' ? [block.words] : []))
  const counts = [0, 0, 0]
  let attached = 0
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind === 'attachments') return titles.length === 0 ? [] : [{ ...block, titles }]
    if (block.kind === 'attachment') {
      attached += 1
      counts.fill(0)
      return [{ ...block, label: titles.length === 1 ? '附件' : `附件${attached}` }]
    }
    if (block.kind !== 'heading') return [block]
    const at = block.level - 1
    const number = (counts[at] ?? 0) + 1
    counts.fill(0, at + 1)
    counts[at] = number
    return [{ ...block, words: led(LEADS[at]?.(number) ?? '', block.words) }]
  })
}
