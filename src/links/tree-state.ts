import { attribute, TAG_NAMES, tag, tagSet } from './html-names.ts'
import { standsAt } from './name-table.ts'
import { isOpenBefore } from './open-element.ts'
import type { Tag } from './tag-reader.ts'

/** Where in the tree of a page a scan is, as far as it decides which tags count (HTML §13.2.6, tree construction). */
export interface TreeState {
  /** Open templates: what stands in one is no part of the page. */
  templates: number
  isInSelect: boolean
  /** Whether the select is in a table, which can end it. */
  isSelectInTable: boolean
  tables: number
  isInForm: boolean
  /** Whether a frameset may still take the place of the body. */
  mayBeFrameset: boolean
  /** Open framesets; -1 before the first, 0 after the last. */
  framesets: number
  /** Whether anything but a head was seen. */
  isBodyBegun: boolean
  /** Open elements of SVG and MathML, and what stood outside of templates. */
  readonly foreign: Foreign[]
  readonly outside: Outside[]
  /** How often was looked whether an element is open. */
  looks: number
}

/** What stood outside of a template, and how many elements of SVG and MathML were open. */
interface Outside extends Pick<TreeState, 'isInSelect' | 'isSelectInTable' | 'tables'> {
  readonly foreigners: number
}

/** An open element of SVG or MathML. */
interface Foreign {
  readonly name: number
  readonly isMath: boolean
  /** Whether HTML stands in it. */
  readonly holdsHtml: boolean
}

/** The state at the beginning of a page. */
export const treeState = (): TreeState => ({
  templates: 0,
  isInSelect: false,
  isSelectInTable: false,
  tables: 0,
  isInForm: false,
  mayBeFrameset: true,
  framesets: -1,
  isBodyBegun: false,
  foreign: [],
  outside: [],
  looks: 0,
})

const HEAD = tagSet('html head base link meta title style script template noscript noframes basefont bgsound')
const ENDS_FRAMESET = tagSet(
  'body pre listing li dd dt button applet object marquee table area br embed img image keygen wbr input hr textarea xmp iframe select',
)
/** Elements that decide nothing in a body. */
const PHRASING = tagSet(
  'a b big blockquote center code dl div em h1 h2 h3 h4 h5 h6 i ol p ruby s small span strong strike sub sup tt u ul var font',
)
const IN_SELECT = tagSet('option optgroup hr script template')
const ENDS_SELECT = tagSet('input keygen textarea')
const TABLE_PARTS = tagSet('caption table tbody tfoot thead tr td th')
const BREAKOUT = tagSet(
  'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var',
)
/** Elements of HTML whose end tags end SVG that nobody closed, if they are open. */
const ENDS_FOREIGN = tagSet(
  'a b big blockquote button center code dd div dl dt em form h1 h2 h3 h4 h5 h6 i li menu object ol pre s small span strong sub sup table tbody td template tfoot th thead tr u ul',
)
const HTML_IN_SVG = tagSet('foreignobject desc title')
const HTML_IN_MATH = tagSet('mi mo mn ms mtext')

const [SVG, MATH, FONT, SELECT, TEMPLATE, FORM, TABLE, FRAMESET, FRAME, NOFRAMES, ANNOTATION, P, BR] = [
  ...['svg', 'math', 'font', 'select', 'template', 'form', 'table', 'frameset', 'frame', 'noframes'],
  ...['annotation-xml', 'p', 'br'],
].map(tag)
const [COLOR, FACE, SIZE, ENCODING, TYPE] = ['color', 'face', 'size', 'encoding', 'type'].map(attribute)

const isOf = (set: Uint8Array, name: number): boolean => name >= 0 && set[name] === 1

const has = (read: Tag, name: number | undefined): boolean => (read.start[name ?? 0] ?? -1) >= 0

/** What a start tag is taken for. */
export type Taken = 'ignored' | 'html' | 'svg' | 'math'

/** Whether a start tag that is in no list of ours, or has no part in tables, menus and frames, can change nothing. */
export const isInMidstOfBody = (state: TreeState): boolean =>
  state.isBodyBegun &&
  !state.mayBeFrameset &&
  !state.isInSelect &&
  state.framesets < 0 &&
  state.foreign.length === 0

/** Whether tags are read as SVG or MathML. */
export const isForeign = (state: TreeState): boolean => state.foreign.at(-1)?.holdsHtml === false

function enterForeign(state: TreeState, read: Tag, bytes: Uint8Array, isMath: boolean): Taken {
  const { name } = read
  const encoding = has(read, ENCODING) ? (read.start[ENCODING ?? 0] ?? 0) : -1
  const isHtml =
    encoding >= 0 &&
    (standsAt(bytes, encoding, 'text/html') || standsAt(bytes, encoding, 'application/xhtml+xml'))
  const holdsHtml = isMath
    ? isOf(HTML_IN_MATH, name) || (name === ANNOTATION && isHtml)
    : isOf(HTML_IN_SVG, name)
  if (!read.isSelfClosing) state.foreign.push({ name, isMath, holdsHtml })
  return isMath ? 'math' : 'svg'
}

function leaveForeign(state: TreeState): void {
  while (isForeign(state)) state.foreign.pop()
}

function isHiddenInput(read: Tag, bytes: Uint8Array): boolean {
  const start = read.start[TYPE ?? 0] ?? -1
  return start >= 0 && (read.end[TYPE ?? 0] ?? 0) - start === 6 && standsAt(bytes, start, 'hidden')
}

/** Why a start tag inside a select is not what it looks like; it may also end the select. */
function inSelect(state: TreeState, name: number): Taken | null {
  if (isOf(IN_SELECT, name)) return null
  if (name === SELECT) {
    state.isInSelect = false
    return 'ignored'
  }
  if (isOf(ENDS_SELECT, name) || (state.isSelectInTable && isOf(TABLE_PARTS, name))) {
    state.isInSelect = false
    return null
  }
  return 'ignored'
}

function inFrameset(state: TreeState, name: number): Taken {
  if (name === NOFRAMES) return 'html'
  if (state.framesets === 0) return 'ignored'
  if (name === FRAMESET) state.framesets += 1
  return name === FRAME || name === FRAMESET ? 'html' : 'ignored'
}

function inBody(state: TreeState, read: Tag, bytes: Uint8Array): Taken {
  const { name } = read
  if (name === FRAMESET) {
    if (!state.mayBeFrameset || state.templates > 0) return 'ignored'
    state.framesets = 1
    return 'html'
  }
  if (
    name === FRAME ||
    (isOf(TABLE_PARTS, name) && name !== TABLE && state.tables === 0 && state.templates === 0)
  ) {
    return 'ignored'
  }
  if (isOf(ENDS_FRAMESET, name) && !isHiddenInput(read, bytes)) state.mayBeFrameset = false
  if (!isOf(HEAD, name)) state.isBodyBegun = true
  if (name === TABLE) state.tables += 1
  if (name === SELECT) {
    state.isInSelect = true
    state.isSelectInTable = state.tables > 0
  }
  if (name === FORM && state.templates === 0) {
    if (state.isInForm) return 'ignored'
    state.isInForm = true
  }
  if (name === TEMPLATE) {
    const { isInSelect, isSelectInTable, tables, foreign } = state
    state.outside.push({ isInSelect, isSelectInTable, tables, foreigners: foreign.length })
    Object.assign(state, { isInSelect: false, isSelectInTable: false, tables: 0 })
    state.templates += 1
  }
  return 'html'
}

/** Takes a start tag into account and says what it is taken for. */
export function startTag(state: TreeState, read: Tag, bytes: Uint8Array): Taken {
  const { name } = read
  const isOrdinary = name < 0 || PHRASING[name] === 1
  if (isOrdinary && state.foreign.length === 0 && state.framesets < 0 && !state.isInSelect) {
    state.isBodyBegun = true
    return 'html'
  }
  if (isForeign(state)) {
    const top = state.foreign.at(-1)
    if (name === SVG && top?.name === ANNOTATION && top?.isMath === true) {
      return enterForeign(state, read, bytes, false)
    }
    const breaksOut =
      isOf(BREAKOUT, name) || (name === FONT && (has(read, COLOR) || has(read, FACE) || has(read, SIZE)))
    if (!breaksOut) return enterForeign(state, read, bytes, state.foreign.at(-1)?.isMath === true)
    leaveForeign(state)
  }
  if (state.framesets >= 0) return inFrameset(state, name)
  if (state.isInSelect) {
    const taken = inSelect(state, name)
    if (taken !== null) return taken
  }
  if (name === SVG || name === MATH) {
    state.isBodyBegun = true
    return enterForeign(state, read, bytes, name === MATH)
  }
  return inBody(state, read, bytes)
}

/** So often is looked whether an element is open: no page has more stray end tags in SVG but made ones. */
const MOST_LOOKS = 16

function isOpen(state: TreeState, name: number, bytes: Uint8Array, place: number): boolean {
  if (name === TEMPLATE) return state.templates > 0
  state.looks += 1
  return state.looks <= MOST_LOOKS && isOpenBefore(bytes, TAG_NAMES[name] ?? '', place)
}

function endForeign(state: TreeState, name: number, bytes: Uint8Array, at: number): boolean {
  if (name < 0) {
    if (state.foreign.at(-1)?.name === name) state.foreign.pop()
    return true
  }
  if (isForeign(state) && (name === P || name === BR)) {
    leaveForeign(state)
    return false
  }
  const inTemplate = state.outside.at(-1)?.foreigners ?? 0
  const place = state.foreign.findLastIndex((one) => one.name === name)
  if (place < inTemplate) {
    if (!isForeign(state) || !isOf(ENDS_FOREIGN, name) || !isOpen(state, name, bytes, at))
      return isForeign(state)
    while (isForeign(state) && state.foreign.length > inTemplate) state.foreign.pop()
    return false
  }
  state.foreign.length = place
  return true
}

/** Takes an end tag into account that stands at a place of the bytes. */
export function endTag(state: TreeState, name: number, bytes: Uint8Array, at: number): void {
  if (state.foreign.length === 0 && (name < 0 || PHRASING[name] === 1)) return
  if (state.foreign.length > 0 && endForeign(state, name, bytes, at)) return
  if (name === FRAMESET && state.framesets > 0) state.framesets -= 1
  if (name === FORM) state.isInForm = false
  if (name === SELECT) state.isInSelect = false
  if (name === BR) state.mayBeFrameset = false
  if (state.isInSelect) {
    if (state.isSelectInTable && isOf(TABLE_PARTS, name)) state.isInSelect = false
    else if (name !== TEMPLATE) return
  }
  if (name === TABLE && state.tables > 0) state.tables -= 1
  if (name === TEMPLATE && state.templates > 0) {
    state.templates -= 1
    const { foreigners = 0, ...outside } = state.outside.pop() ?? {}
    Object.assign(state, outside)
    state.foreign.length = Math.min(state.foreign.length, foreigners)
  }
}
