import type { Outline } from '../outline.ts'

const NAMES: ReadonlySet<string> = new Set(['nav', 'footer', 'header', 'aside'])
const WORDS =
  /(?:^|[\s_-])(?:nav|navbar|menu|foot|footer|header|side|sidebar|aside|friend|crumb|crumbs|breadcrumb|hot|related|recommend|login|userbox|copyright)(?:$|[\s_\d-])/i

const UNKNOWN = 0
const INSIDE = 1
const OUTSIDE = 2

/** Several readers ask about one page: what is known of it is kept as long as its outline. */
const askers = new WeakMap<Outline, (index: number) => boolean>()

/**
 * Whether an element stands in a menu, a side column, a header or a footer, by names of elements, classes and ids.
 * Each element is looked at once, however often its descendants and several readers ask.
 */
export function asideOf(outline: Outline): (index: number) => boolean {
  const asked = askers.get(outline)
  if (asked !== undefined) return asked
  const isAside = lookAround(outline)
  askers.set(outline, isAside)
  return isAside
}

function lookAround(outline: Outline): (index: number) => boolean {
  const { elements } = outline
  const known = new Uint8Array(elements.length)
  const own = (index: number): number => {
    const element = elements[index]
    if (element === undefined || element.name === 'body') return OUTSIDE
    if (NAMES.has(element.name)) return INSIDE
    const { class: classes, id } = element.attributes
    if (classes === undefined && id === undefined) return UNKNOWN
    return WORDS.test(`${classes ?? ''} ${id ?? ''}`) ? INSIDE : UNKNOWN
  }
  return (index) => {
    const walked: number[] = []
    let answer = UNKNOWN
    for (let at = index; at >= 0 && answer === UNKNOWN; at = elements[at]?.parent ?? -1) {
      answer = known[at] === UNKNOWN ? own(at) : (known[at] ?? OUTSIDE)
      walked.push(at)
    }
    const settled = answer === INSIDE ? INSIDE : OUTSIDE
    for (const at of walked) known[at] = settled
    return settled === INSIDE
  }
}
