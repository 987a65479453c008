/** What a link is. */
export interface LinkKind {
  /** As reports call it. */
  readonly name: string
  /** Whether a browser would only go there if a script or the reader's choice made it: read from code, menus or data. */
  readonly isGuessed: boolean
}

const firm = (name: string): LinkKind => ({ name, isGuessed: false })
const guessed = (name: string): LinkKind => ({ name, isGuessed: true })

/** Every kind of link. A hint names a host to look up or to connect to, and is not asked for. Places in this list are stored: new kinds are added at its end. */
export const LINK_KINDS: readonly LinkKind[] = [
  ...['a', 'area', 'link', 'img', 'source', 'video', 'poster', 'audio', 'track'].map(firm),
  ...['iframe', 'frame', 'object', 'embed', 'script', 'form', 'input', 'refresh', 'svg'].map(firm),
  ...['style', 'background', 'srcset'].map(firm),
  ...['onclick', 'option', 'data', 'script-jump'].map(guessed),
  ...['hint'].map(firm),
]

const numbers = new Map(LINK_KINDS.map(({ name }, number) => [name, number]))

/** The place of a kind in {@link LINK_KINDS}. Throws RangeError for a name that is none. */
export function kindNumber(name: string): number {
  const number = numbers.get(name)
  if (number === undefined) throw new RangeError(`${name} is no kind of link`)
  return number
}
