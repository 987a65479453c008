/** Words of a page with what stands around them; `isFound` is false where the page's text does not have them. */
export interface Quoted {
  readonly before: string
  readonly quote: string
  readonly after: string
  readonly isFound: boolean
}

/** Characters of the page shown on either side. */
const CONTEXT = 160

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Characters that no page may show, as pictures of themselves (U+2400 …), so that a reader sees that they are there. */
export const visible = (text: string): string =>
  text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, (one) => String.fromCharCode(0x2400 + one.charCodeAt(0)))
    .replace(/[\x7f-\x9f\ufffe\uffff\u202a-\u202e\u2066-\u2069]/g, '\ufffd')

/** Finds a quote in a page's text; white space counts for nothing, also where only one of them has it. */
export function quotedIn(text: string, quote: string): Quoted {
  const [characters, words] = [[...folded(text)], folded(quote)]
  const marks = characters.flatMap((one, at) => (one === ' ' ? [] : [{ one, at }]))
  const bare = words.replaceAll(' ', '')
  const joined = marks.map(({ one }) => one).join('')
  const start = bare === '' ? -1 : joined.indexOf(bare)
  if (start < 0) return { before: '', quote: visible(words), after: '', isFound: false }
  const first = [...joined.slice(0, start)].length
  const at = marks[first]?.at ?? 0
  const end = (marks[first + [...bare].length - 1]?.at ?? 0) + 1
  const between = (from: number, to: number): string => visible(characters.slice(from, to).join(''))
  return {
    before: `${at > CONTEXT ? '…' : ''}${between(Math.max(0, at - CONTEXT), at)}`,
    quote: between(at, end),
    after: `${between(end, end + CONTEXT)}${end + CONTEXT < characters.length ? '…' : ''}`,
    isFound: true,
  }
}
