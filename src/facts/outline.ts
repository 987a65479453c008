import { Parser } from 'htmlparser2'

/** An element and the part of the visible text that it holds. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** Place of the parent in the list of elements; -1 for none. */
  readonly parent: number
  readonly start: number
  end: number
}

/** A page as one flat list of elements over one visible text: what every other reader works on. */
export interface Outline {
  /** Visible text; blocks end with a line break. Offsets of elements point into it. */
  readonly text: string
  readonly elements: readonly Element[]
  readonly title: string
  readonly metas: readonly { readonly name: string; readonly content: string }[]
  /** The href of the first base element. */
  readonly base: string | null
  /** Inline scripts, joined. */
  readonly scripts: string
}

const BLOCK = new Set(
  'address article aside blockquote body br center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section select table tbody td textarea th thead tr ul'.split(
    ' ',
  ),
)
const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'title', 'head', 'object', 'svg'])
const VOID = new Set('area base br col embed hr img input link meta param source track wbr frame'.split(' '))
const MAX_ELEMENTS = 400_000
const MAX_SCRIPTS = 300_000

const isHidden = (attributes: Readonly<Record<string, string>>): boolean =>
  'hidden' in attributes ||
  attributes.type === 'hidden' ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style ?? '')

const RECORDS =
  /<script\b[^>]*>(?:(?!<\/script)[\s\S])*?<(?:datastore|recordset)\b(?:(?!<\/script)[\s\S])*<\/script>|<datastore\b[\s\S]*?<\/datastore>/gi

/** Rows that some systems keep in CDATA sections for a script to show become what a reader sees. */
const unwrapped = (html: string): string =>
  /<(?:datastore|recordset)\b/i.test(html)
    ? html.replace(RECORDS, (block) => {
        const records = [...block.matchAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g)].map((match) => match[1] ?? '')
        return records.length === 0 ? block : `<div>${records.join('\n')}</div>`
      })
    : html

/** Reads a page in one pass, without recursion. Never throws; a page beyond the limits is read up to them. */
export function outlineOf(html: string): Outline {
  const elements: Element[] = []
  const metas: { name: string; content: string }[] = []
  const texts: string[] = []
  const stack: { index: number; name: string; unseen: boolean }[] = []
  let length = 0
  /** Whether a tag stood since the last text: numbers of two elements are two numbers. */
  let tagged = false
  let title = ''
  /** Which title element is the page's: the first one that says something. Pictures have titles of their own. */
  let titled: number | null = null
  let scripts = ''
  let base: string | null = null
  const push = (text: string): void => {
    texts.push(text)
    length += text.length
  }
  const top = () => stack.at(-1)
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        tagged = true
        if (elements.length >= MAX_ELEMENTS) return
        if (BLOCK.has(name)) push('\n')
        const unseen =
          (top()?.unseen ?? false) ||
          (UNSEEN.has(name) && name !== 'head') ||
          (isHidden(attributes) && name !== 'body')
        elements.push({ name, attributes, parent: top()?.index ?? -1, start: length, end: length })
        if (!VOID.has(name)) stack.push({ index: elements.length - 1, name, unseen })
        if (name === 'meta') {
          const key = attributes.name ?? attributes.property ?? attributes['http-equiv'] ?? ''
          metas.push({ name: key.toLowerCase(), content: attributes.content ?? '' })
        }
        if (name === 'base' && base === null && attributes.href !== undefined) base = attributes.href
      },
      ontext: (text) => {
        const inside = top()
        if (inside?.name === 'title') {
          if (stack.some((one) => one.name === 'svg')) return
          titled ??= inside.index
          if (titled === inside.index && title.length < 1000) title += text
        } else if (inside?.name === 'script' && scripts.length < MAX_SCRIPTS) scripts += text
        else if (!(inside?.unseen ?? false)) {
          if (tagged && /\d$/.test(texts.at(-1) ?? '') && /^\d/.test(text)) push(' ')
          tagged = false
          push(text.replace(/[\s\u00a0\u3000\u200b]+/g, ' '))
        }
      },
      onclosetag: (name) => {
        tagged = true
        const inside = top()
        if (inside === undefined || inside.name !== name) return
        stack.pop()
        const element = elements[inside.index]
        if (element !== undefined) element.end = length
        if (BLOCK.has(name)) push('\n')
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.end(unwrapped(html))
  for (const { index } of stack) {
    const element = elements[index]
    if (element !== undefined) element.end = length
  }
  return { text: texts.join(''), elements, title: title.replace(/\s+/g, ' ').trim(), metas, base, scripts }
}

/** An element's visible text, white space folded. */
export const textOf = (outline: Outline, element: Pick<Element, 'start' | 'end'>): string =>
  outline.text.slice(element.start, element.end).replace(/\s+/g, ' ').trim()
