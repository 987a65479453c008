/** Marks that systems set before or behind a title: 置顶, 图, 热, new, a column's name in brackets. */
const BRACKETED_HEAD =
  /^(?:[【[〔〖][^】\]〕〗]{1,8}[】\]〕〗]|\((?:置顶|头条|推荐|图文?|组图|视频|热|新|new|hot|top)\))/u
const BRACKETED_TAIL =
  /(?:[【[][^】\]]{1,6}[】\]]|\((?:附?图|图文|组图|附件|视频|new|热|推荐|\d{1,4}-\d{1,2}(?:-\d{1,2})?)\))$/u
const BARE_MARK = /^(?:置顶|头条|new!?|·|•|●|■|◆|▪|>+|»|\d{1,2}[.、])\s*/u
const BARE_MARK_BEHIND = /\s*(?:new!?|\d{4}[-./]\d{1,2}[-./]\d{1,2})$/u
const CUT = /(?:…+|\.{2,}|。{2,}|‥)\s*$/u

/** What an organisation's name ends with. */
const ORGANISATION =
  '(?:局|委|委员会|办|办公室|厅|部|政府|中心|公司|法院|检察院|院|街道|镇|乡|区|县|市|处|所)'
const ISSUER = new RegExp(`^[\\p{Script=Han}、]{2,24}${ORGANISATION}(?=关于)`, 'u')
const ISSUER_ALONE = new RegExp(`^[\\p{Script=Han}]{1,24}${ORGANISATION}$`, 'u')
const ABOUT = /关于(?:印发|公布|发布|转发|下发|做好|开展)?/gu
const DOCUMENT_KIND = /的?(?:通知|公告|公示|通告|函|批复|决定|意见|通报|报告)$/u

/** So many characters of a title must be there before a cut or prefixed one counts as the same. */
const SHORTEST_CUT = 6
/** Lists that cut titles without a mark leave so many characters at least. */
const SHORTEST_UNMARKED_CUT = 15
/** Share of common pairs of characters from which two wordings are one title. */
const ALIKE = 0.75

function withoutMarks(title: string): string {
  let text = title.normalize('NFKC').toLowerCase().trim()
  for (let before = ''; before !== text; ) {
    before = text
    for (const mark of [BRACKETED_HEAD, BRACKETED_TAIL, BARE_MARK, BARE_MARK_BEHIND]) {
      const rest = text.replace(mark, '').trim()
      if (rest !== '') text = rest
    }
  }
  return text
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

/**
 * What remains of a title when everything is gone by which two sites may show it differently: 《》 and other signs,
 * spaces, full width, 【置顶】 and [图], the issuer before 关于, 关于…的通知, and the dots of a cut. Empty for a title without
 * letters or numbers.
 */
export function titleKey(title: string): string {
  const plain = lettersOf(withoutMarks(title))
  const core = plain.replace(ISSUER, '').replaceAll(ABOUT, '').replace(DOCUMENT_KIND, '')
  return core === '' ? plain : core
}

const isCut = (title: string): boolean => CUT.test(title.trim())

/** Numbers of a title, in figures and in Chinese: two reports of different months are two titles. */
const numbersOf = (key: string): string => (key.match(/\d+|[一二三四五六七八九十百上下]+/g) ?? []).join(' ')

function pairsOf(key: string): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>()
  for (let at = 0; at + 1 < key.length; at += 1) {
    const pair = key.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

function commonShare(one: string, other: string): number {
  const [first, second] = [pairsOf(one), pairsOf(other)]
  let common = 0
  for (const [pair, count] of first) common += Math.min(count, second.get(pair) ?? 0)
  return (2 * common) / Math.max(1, one.length + other.length - 2)
}

/** Whether a shorter key is the longer one's head, cut off where a list has no more room. */
const isHead = (shorter: string, longer: string, marked: boolean): boolean =>
  longer.startsWith(shorter) && shorter.length >= (marked ? SHORTEST_CUT : SHORTEST_UNMARKED_CUT)

/** Whether a longer key is the shorter one with an organisation's name before it. */
const hasIssuer = (shorter: string, longer: string): boolean =>
  shorter.length >= SHORTEST_CUT &&
  longer.endsWith(shorter) &&
  ISSUER_ALONE.test(longer.slice(0, longer.length - shorter.length))

/**
 * Whether two titles are the same entry's, as two sites show it: alike in all that {@link titleKey} keeps, one of them cut
 * short (with dots, or without), one with its unit's name before it, or a few words changed and every number the same.
 */
export function sameTitle(one: string, other: string): boolean {
  const [first, second] = [titleKey(one), titleKey(other)]
  if (first === '' || second === '') return false
  if (first === second) return true
  const [shorter, longer] = first.length <= second.length ? [first, second] : [second, first]
  const marked = isCut(first === shorter ? one : other)
  if (isHead(shorter, longer, marked) || hasIssuer(shorter, longer)) return true
  return numbersOf(first) === numbersOf(second) && commonShare(first, second) >= ALIKE
}

/**
 * Whether a title names something, such as a campaign or a draft, by its whole name; signs, spaces and width apart. A name
 * of one character is too little to go by.
 */
export function titleNames(title: string, name: string): boolean {
  const sought = titleKey(name)
  return sought.length >= 2 && lettersOf(withoutMarks(title)).includes(sought)
}
