/** What reading a page needs to know of an element's name. */
export interface Tag {
  readonly name: string
  /** Place in the table of open elements; names that HTML does not know get theirs as they are met. */
  readonly id: number
  /** Whether it has no end tag. */
  readonly isVoid: boolean
  /** Whether it begins and ends a line of the visible text. */
  readonly isBlock: boolean
  /** Whether what stands in it is no visible text. */
  readonly isUnseen: boolean
  /** Ids of open elements that its start tag ends, as long as one of them is the innermost. */
  readonly ends: ReadonlySet<number> | null
  /** `true` for what begins a foreign part (SVG, MathML), `false` for what leads back to HTML inside it. */
  readonly foreign: boolean | null
}

const words = (text: string): readonly string[] => text.split(' ')

const VOID = new Set(
  words(
    'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr',
  ),
)
const BLOCK = new Set(
  words(
    'address article aside blockquote body br center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section select table tbody td textarea th thead tr ul',
  ),
)
const UNSEEN = new Set(words('script style template noscript title object svg datastore'))
const FOREIGN: Readonly<Record<string, boolean>> = {
  math: true,
  svg: true,
  ...Object.fromEntries(
    words('mi mo mn ms mtext annotation-xml foreignobject desc title').map((name) => [name, false]),
  ),
}

/** End tags that HTML lets authors leave out: a start tag of the first ends the innermost open ones of the second. */
const ENDS: readonly (readonly [string, string])[] = [
  ['tr', 'tr th td'],
  ['th', 'th'],
  ['td', 'thead th td'],
  ['body', 'head link script'],
  ['li', 'li'],
  ['option', 'option'],
  ['optgroup', 'optgroup option'],
  ['dd dt', 'dd dt'],
  ['rt rp', 'rt rp'],
  ['tbody tfoot', 'thead tbody'],
  ['select input output button datalist textarea', 'input option optgroup select button datalist textarea'],
  [
    'p h1 h2 h3 h4 h5 h6 address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol pre section table ul',
    'p',
  ],
]

const KNOWN = new Map<string, Tag>()

function tagOf(name: string, id: number, ends: ReadonlySet<number> | null): Tag {
  return {
    name,
    id,
    isVoid: VOID.has(name),
    isBlock: BLOCK.has(name),
    isUnseen: UNSEEN.has(name),
    ends,
    foreign: FOREIGN[name] ?? null,
  }
}

const NAMES = [
  ...new Set(
    [
      ...VOID,
      ...BLOCK,
      ...UNSEEN,
      ...Object.keys(FOREIGN),
      ...ENDS.flatMap((pair) => pair.flatMap(words)),
      ...words('html head a span b i u em strong font label iframe frameset noframes time video audio small'),
    ].sort(),
  ),
]
for (const [id, name] of NAMES.entries()) {
  const ended = ENDS.find(([starting]) => words(starting).includes(name))?.[1]
  const ends = ended === undefined ? null : new Set(words(ended).map((one) => NAMES.indexOf(one)))
  KNOWN.set(name, tagOf(name, id, ends))
}

/** The tag of a name that HTML knows. */
export function knownTag(name: string): Tag {
  const tag = KNOWN.get(name)
  if (tag === undefined) throw new RangeError(`${name} is no name of HTML`)
  return tag
}

/** Looks up tags by name, in any case; names that HTML does not know are remembered for one page. */
export function tagTable(): (name: string) => Tag {
  const met = new Map<string, Tag>()
  return (written) => {
    const tag = KNOWN.get(written) ?? met.get(written)
    if (tag !== undefined) return tag
    const name = written.toLowerCase()
    const found = KNOWN.get(name) ?? met.get(name) ?? tagOf(name, NAMES.length + met.size, null)
    met.set(written, found)
    if (name !== written) met.set(name, found)
    return found
  }
}
