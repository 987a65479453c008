import { nameTable } from './name-table.ts'

/** Elements that carry links, or decide which others count. */
export const TAG_NAMES: readonly string[] = (
  'a area audio base body button embed form frame frameset head html iframe image img input link math meta noembed ' +
  'noframes object option plaintext script select source style svg table td template textarea th title track use ' +
  'video xmp keygen caption tbody tfoot thead tr noscript foreignobject desc mi mo mn ms mtext annotation-xml ' +
  'b big blockquote br center code dd div dl dt em h1 h2 h3 h4 h5 h6 hr i li listing menu nobr ol p pre ruby s small ' +
  'span strong strike sub sup tt u ul var font applet marquee wbr param col colgroup basefont bgsound optgroup ' +
  'feimage mpath lineargradient radialgradient pattern textpath filter animate'
).split(' ')

/** Attributes that hold links, or decide what others mean. */
const ATTRIBUTES = (
  'href src srcset imagesrcset poster data action formaction background content http-equiv type value style ' +
  'xlink:href color face size encoding id name rel srcdoc'
).split(' ')

const tagNumbers = new Map(TAG_NAMES.map((name, place) => [name, place]))
const attributeNumbers = new Map(ATTRIBUTES.map((name, place) => [name, place]))

function numberIn(numbers: ReadonlyMap<string, number>, name: string): number {
  const number = numbers.get(name)
  if (number === undefined) throw new RangeError(`${name} is not in the table`)
  return number
}

/** The number of an element's name. Throws RangeError for one that is not in the table. */
export const tag = (name: string): number => numberIn(tagNumbers, name)

/** The numbers of several elements' names, parted by blanks, as a table of 0 and 1. */
export function tagSet(names: string): Uint8Array {
  const set = new Uint8Array(TAG_NAMES.length)
  for (const name of names.split(' ')) set[tag(name)] = 1
  return set
}

/** The number of an attribute's name. Throws RangeError for one that is not in the table. */
export const attribute = (name: string): number => numberIn(attributeNumbers, name)

/** How many elements' names there are in the table. */
export const TAG_COUNT = TAG_NAMES.length

/** How many attributes there are in the table. */
export const ATTRIBUTE_COUNT = ATTRIBUTES.length

export const tagTable = nameTable(TAG_NAMES)
export const attributeTable = nameTable(ATTRIBUTES)
