/** Comments, tags with their attributes, and other marks, as a page is looked through for its charset. */
const MARK = /<!--(?:>|->|[\s\S]*?(?:-->|$))|<(meta)(?=[\s/])|<\/?[a-z]|<[!/?][^>]*/gi
const ATTRIBUTE = /[\s/]*([^\s/>][^\s/>=]*)\s*(?:=\s*(?:"([^"]*)"?|'([^']*)'?|([^\s>]*)))?/y
const NAME = /[^\s/>]*/y
const IN_CONTENT = /charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"'][^\s;]*))/i

/** The attributes of a tag that stand from a place on, the first of each name, and the place after them. */
function attributesAt(
  head: string,
  from: number,
): { readonly found: ReadonlyMap<string, string>; readonly end: number } {
  const found = new Map<string, string>()
  let end = from
  for (;;) {
    ATTRIBUTE.lastIndex = end
    const match = ATTRIBUTE.exec(head)
    if (match === null) return { found, end }
    const name = (match[1] ?? '').toLowerCase()
    if (!found.has(name)) found.set(name, match[2] ?? match[3] ?? match[4] ?? '')
    end = ATTRIBUTE.lastIndex
  }
}

function charsetIn(attributes: ReadonlyMap<string, string>): string | null {
  const own = attributes.get('charset')
  if (own !== undefined) return own
  if (attributes.get('http-equiv')?.toLowerCase() !== 'content-type') return null
  const match = IN_CONTENT.exec(attributes.get('content') ?? '')
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? null
}

/**
 * What the meta elements at the head of a page call its charset, the first one that `isKnown` says yes to; null for none.
 * Comments and attributes of other tags say nothing (HTML §13.2.3.2, prescan a byte stream to determine its encoding).
 */
export function metaCharset(head: string, isKnown: (label: string) => boolean): string | null {
  MARK.lastIndex = 0
  for (let mark = MARK.exec(head); mark !== null; mark = MARK.exec(head)) {
    const isTag = /^<\/?[a-z]/i.test(mark[0])
    if (!isTag) continue
    NAME.lastIndex = MARK.lastIndex
    NAME.exec(head)
    const { found, end } = attributesAt(head, NAME.lastIndex)
    MARK.lastIndex = Math.max(end, MARK.lastIndex)
    const label = mark[1] === undefined ? null : charsetIn(found)
    if (label !== null && isKnown(label)) return label
  }
  return null
}
