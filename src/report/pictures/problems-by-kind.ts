import { COLOUR } from './colours.ts'
import { heightOf, label, SIZE, wrapped } from './label.ts'
import { PAPER, type Picture, type PictureStyle, picture } from './picture.ts'
import { element } from './svg.ts'
import { textWidth } from './text-width.ts'

/** How many problems of a kind there are, and with how many units. */
export interface KindCount {
  readonly kind: string
  readonly findings: number
  readonly units: number
}

const BAR = 13
const GAP = 9
const NARROW = 480

/** Kinds of problems as bars, the most frequent first; kinds without a problem are left out. */
export function problemsByKind(
  kinds: readonly KindCount[],
  { id, words, width = PAPER }: PictureStyle,
): Picture {
  const rows = kinds.filter(({ findings }) => findings > 0).sort((a, b) => b.findings - a.findings)
  const most = Math.max(1, ...rows.map(({ findings }) => findings))
  const counted = rows.map(({ findings, units }) => words('kindCount', { findings, units }))
  const countWidth = Math.max(0, ...counted.map((text) => textWidth(text, SIZE))) + 8
  const above = width < NARROW
  const widest = Math.max(0, ...rows.map(({ kind }) => textWidth(kind, SIZE)))
  const names = above ? width : Math.min(widest, width * 0.45)
  const left = above ? 0 : names + 10
  const longest = width - left - countWidth
  let y = 2
  const drawn = rows.map(({ kind, findings }, at) => {
    const name = wrapped(kind, names, above ? 3 : 2)
    const high = heightOf(name)
    const height = above ? high + BAR + 4 : Math.max(high, BAR)
    const bar = above ? y + high + 2 + BAR / 2 : y + height / 2
    const length = Math.max(2, (findings / most) * longest)
    const nameAt = above
      ? label({ text: name, x: 0, y: y + high / 2 })
      : label({ text: name, x: names, y: y + height / 2, anchor: 'end' })
    y += height + GAP
    const text = counted[at] ?? ''
    return (
      nameAt +
      element('rect', { x: left, y: bar - BAR / 2, width: length, height: BAR, fill: COLOUR.red }) +
      label({ text, x: left + length + 8, y: bar })
    )
  })
  const none = rows.length === 0 ? label({ text: words('noFindings'), x: 0, y: 14 }) : ''
  const spoken = rows.map(({ kind, findings, units }) => words('kindPart', { kind, findings, units }))
  const description = words('kindsText', { kinds: rows.length === 0 ? words('noFindings') : spoken.join('') })
  return picture(
    { id, title: words('kindsTitle'), description, width, height: Math.max(y, 28) },
    ...drawn,
    none,
  )
}
