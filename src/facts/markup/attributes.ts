/** The attributes of an element, names in lower case; of several of one name the first. */
export type Attributes = Readonly<Record<string, string>>

/** What some reader of facts looks at. All others (most handlers, measures, what scripts keep) are passed over unread. */
const READ =
  'href xlink:href src class id name type value title alt style hidden content property http-equiv action method accept-charset onsubmit onclick selected checked placeholder onchange data-href data-url data-link datetime pubdate itemprop itemtype rel lang role width height label aria-label aria-hidden data-time data-date data-datetime data-timestamp data-title'

/** The words of a text, parted by blanks. */
type WordsOf<Text extends string, Found extends string = never> = Text extends `${infer Word} ${infer Rest}`
  ? WordsOf<Rest, Found | Word>
  : Found | Text

/** The name of an attribute that is kept. */
export type KeptName = WordsOf<typeof READ>

const NAMES = new Map(READ.split(' ').map((name) => [name, name]))

/** The name under which an attribute is kept, however it is written; null where nobody reads it. */
export function attributeName(written: string): string | null {
  return NAMES.get(written) ?? (isLower(written) ? null : (NAMES.get(written.toLowerCase()) ?? null))
}

function isLower(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 65 && code <= 90) return false
  }
  return true
}
