import { attribute, TAG_COUNT, tag } from './html-names.ts'
import { kindNumber } from './link-kinds.ts'

type How = 'address' | 'srcset'

/** Which attributes of which elements of HTML are links. */
const LINKS: readonly (readonly [element: string, name: string, kind: string, how?: How])[] = [
  ['a', 'href', 'a'],
  ['area', 'href', 'area'],
  ['link', 'href', 'link'],
  ['link', 'imagesrcset', 'srcset', 'srcset'],
  ['img', 'src', 'img'],
  ['img', 'srcset', 'srcset', 'srcset'],
  ['image', 'src', 'img'],
  ['image', 'srcset', 'srcset', 'srcset'],
  ['source', 'src', 'source'],
  ['source', 'srcset', 'srcset', 'srcset'],
  ['video', 'src', 'video'],
  ['video', 'poster', 'poster'],
  ['audio', 'src', 'audio'],
  ['track', 'src', 'track'],
  ['iframe', 'src', 'iframe'],
  ['frame', 'src', 'frame'],
  ['object', 'data', 'object'],
  ['embed', 'src', 'embed'],
  ['script', 'src', 'script'],
  ['form', 'action', 'form'],
  ['input', 'src', 'input'],
  ['input', 'formaction', 'form'],
  ['button', 'formaction', 'form'],
  ...['body', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr'].map(
    (name) => [name, 'background', 'background'] as const,
  ),
]

/** An attribute of an element that is a link. */
export interface LinkRule {
  readonly attribute: number
  readonly kind: number
  /** Whether its value is a srcset. */
  readonly isSet: boolean
}

/** The attributes that are links, by the number of the element's name. */
export const LINK_RULES: readonly (readonly LinkRule[])[] = Array.from({ length: TAG_COUNT }, (_, number) =>
  LINKS.filter(([element]) => tag(element) === number).map(([, name, kind, how]) => ({
    attribute: attribute(name),
    kind: kindNumber(kind),
    isSet: how === 'srcset',
  })),
)
