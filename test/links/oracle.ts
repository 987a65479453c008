import { type DefaultTreeAdapterTypes, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

const SVG = 'http://www.w3.org/2000/svg'
const HTML = 'http://www.w3.org/1999/xhtml'

/** Attributes that are links, by element. */
const LINKS: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  area: ['href'],
  link: ['href'],
  img: ['src'],
  source: ['src'],
  video: ['src', 'poster'],
  audio: ['src'],
  track: ['src'],
  iframe: ['src'],
  frame: ['src'],
  object: ['data'],
  embed: ['src'],
  script: ['src'],
  form: ['action'],
  button: ['formaction'],
  body: ['background'],
  table: ['background'],
  td: ['background'],
  th: ['background'],
  tr: ['background'],
}

const SETS: Readonly<Record<string, string>> = { img: 'srcset', source: 'srcset', link: 'imagesrcset' }

/** The candidates of a srcset, as HTML §4.8.4.2 cuts it, by a pattern of its own. */
const candidates = (text: string): readonly string[] =>
  [
    ...text.matchAll(
      /[\s,]*([^\s,]\S*[^\s,]|[^\s,])(?:,+(?=\s|$)|\s+[^,(]*(?:\([^)]*\)[^,(]*)*(?:,|$)|\s*,|$)/g,
    ),
  ].map((match) => match[1] ?? '')

/** The urls of a style sheet, by a pattern of its own: comments and other strings are passed over, bad urls left out. */
const styleUrls = (text: string): readonly string[] => {
  const string = String.raw`"((?:[^"\\\n]|\\[\s\S])*)(?:"|$)|'((?:[^'\\\n]|\\[\s\S])*)(?:'|$)`
  const bare = String.raw`((?:[^)\\"'(\s]|\\[0-9a-f]{1,6}\s?|\\.)+)\s*(?:\)|$)`
  const pattern = new RegExp(
    String.raw`/\*[\s\S]*?(?:\*/|$)|(?<![\w-])url\(\s*(?:${string}|${bare})|@import\s+(?:${string})|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'`,
    'gi',
  )
  const urls = [...text.matchAll(pattern)].flatMap((m) => m[1] ?? m[2] ?? m[3] ?? m[4] ?? m[5] ?? [])
  return urls.map((url) =>
    url.replace(/\\(?:([0-9a-f]{1,6})\s?|([\s\S]))/gi, (_all, digits: string | undefined, letter: string) =>
      digits === undefined ? letter : String.fromCodePoint(Number.parseInt(digits, 16)),
    ),
  )
}

function refreshOf(content: string): string | null {
  const match = /^\s*[\d.]+\s*[;,\s]\s*(?:url\s*=\s*)?(?:"([^"]*)|'([^']*)|([\s\S]*))/i.exec(content)
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? null
}

function* elementsOf(node: Node): Generator<Element> {
  if ('tagName' in node) yield node
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsOf(child)
}

function linksOf(element: Element): readonly string[] {
  const value = (name: string): string | undefined => {
    const found = element.attrs.find((one) => (one.prefix ? `${one.prefix}:${one.name}` : one.name) === name)
    return found?.value
  }
  const style = value('style')
  const styled = style === undefined ? [] : styleUrls(style)
  const name = element.tagName.toLowerCase()
  if (name === 'style') {
    const text = element.childNodes.map((child) => ('value' in child ? child.value : '')).join('')
    return [...styled, ...styleUrls(text)]
  }
  if (element.namespaceURI === SVG) {
    if (!['a', 'use', 'image', 'script', 'feimage'].includes(name)) return styled
    return [...styled, value('href') ?? value('xlink:href') ?? '']
  }
  if (element.namespaceURI !== HTML) return styled
  const links = (LINKS[name] ?? []).flatMap((attribute) => value(attribute) ?? [])
  const set = value(SETS[name] ?? '')
  if (set !== undefined) links.push(...candidates(set))
  if (name === 'input') {
    if (value('type')?.toLowerCase() === 'image') links.push(value('src') ?? '')
    links.push(value('formaction') ?? '')
  }
  if (name === 'meta' && value('http-equiv')?.toLowerCase() === 'refresh') {
    links.push(refreshOf(value('content') ?? '') ?? '')
  }
  return [...styled, ...links]
}

/** What parse5, scripting off, finds on a page. */
export interface Found {
  /** Links as written. */
  readonly links: readonly string[]
  /** The first base element's address. */
  readonly base: string | null
  /** Names that fragments may mean: ids, and those of anchors. */
  readonly names: ReadonlySet<string>
}

const namesOf = ({ tagName, attrs }: Element): readonly string[] =>
  attrs.filter(({ name }) => name === 'id' || (name === 'name' && tagName === 'a')).map(({ value }) => value)

/** Reads a page by parse5, scripting off. */
export function oracle(html: string): Found {
  const elements = [...elementsOf(parse(html, { scriptingEnabled: false }))]
  const bases = elements.filter((one) => one.tagName === 'base' && one.namespaceURI === HTML)
  const base = bases.flatMap((one) => one.attrs.find(({ name }) => name === 'href')?.value ?? [])[0] ?? null
  return { links: elements.flatMap(linksOf), base, names: new Set(elements.flatMap(namesOf)) }
}
