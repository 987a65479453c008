/** Characters that stand for themselves in a path and a query, so that there is nothing to bring into canonical form. */
const PATH = '[\\w\\-.~/@=&+,;!$()*]'
const TAIL = `${PATH}*(?:\\?(?:${PATH}|:|\\?)*)?$`

/** A host of plain labels ending in letters: no number, no port, no escapes, nothing to translate. */
const ABSOLUTE = new RegExp(
  `^https?://(?=[^/]{4,63}/)(?:(?!xn--)[a-z\\d]+(?:-+[a-z\\d]+)*\\.)+[a-z]{2,}/${TAIL}`,
)
const FROM_ROOT = new RegExp(`^/(?!/)${TAIL}`)
const FROM_FOLDER = new RegExp(`^(?=[\\w~])${TAIL}`)
const LONGEST = 2000

/** Where relative addresses start from: canonical parts of an address. */
export interface Folder {
  /** `http://host:port` */
  readonly origin: string
  /** The path up to its last slash. */
  readonly path: string
}

/**
 * The canonical form of an address that is written so plainly that nothing has to be parsed: most links of most pages.
 * Null for every other: it has to go the whole way.
 */
export function plainAddress(text: string, { origin, path }: Folder): string | null {
  if (text.length > LONGEST || text.includes('/.')) return null
  if (FROM_ROOT.test(text)) return origin + text
  if (ABSOLUTE.test(text)) return text
  return FROM_FOLDER.test(text) ? origin + path + text : null
}
