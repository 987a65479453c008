import { titleKey } from './title-likeness.ts'

/** How a title speaks of a matter: names it, has so much in common that nobody can tell, or is about something else. */
export type Naming = 'named' | 'alike' | 'other'

const QUOTED = /[《“「『"]([^《》“”「」『』"]{3,})[》”」』"]/g
const YEAR = /(?:19|20)\d\d(?=年|度|$)/g
const YEAR_WORDS = /(?:19|20)\d\d年?度?/g
const DRAFT = /(?:征求意见稿|修订草案|草案|送审稿|修订稿|修订)$/u
const ASKING =
  /(?:公开|网上|向社会)*(?:征求|征集|征询|听取)(?:社会|公众|市民|各方)?(?:的)?(?:意见|建议)*(?:稿)?(?:的)?$/u
const CAMPAIGN =
  /(?:集中性?|专项|社会|慈善|公益|爱心)*(?:募捐|募集|捐赠|捐款|认捐|捐助)*(?:款物|资金|物资)?(?:活动|工作|行动)?$/u
const CUT = /(?:…+|\.{2,}|。{2,})\s*$/u

/** So many characters must be there before a name is told from chance. */
const SHORTEST = 3

const without = (text: string, ...endings: readonly RegExp[]): string =>
  endings.reduce((rest, ending) => {
    const shorter = rest.replace(ending, '')
    return shorter.length >= SHORTEST ? shorter : rest
  }, text)

/** What a matter is called when years, signs and words that every such title has are left out; quoted names by themselves. */
export function coresOf(name: string): readonly string[] {
  const quoted = [...name.matchAll(QUOTED)].map((match) => match[1] ?? '')
  const cores = (quoted.length > 0 ? quoted : [name]).map((text) =>
    without(titleKey(text).replace(YEAR_WORDS, ''), ASKING, DRAFT, CAMPAIGN),
  )
  return cores.filter((core) => core.length >= SHORTEST)
}

function longestCommon(one: string, other: string): number {
  let longest = 0
  for (let at = 0; at < one.length; at += 1) {
    while (other.includes(one.slice(at, at + longest + 1)) && at + longest < one.length) longest += 1
  }
  return longest
}

/** Whether a title that was cut short ends in the beginning of a core. */
const endsInside = (key: string, core: string): boolean =>
  Array.from({ length: core.length - SHORTEST }, (_, at) => core.slice(0, at + SHORTEST)).some((head) =>
    key.endsWith(head),
  )

const yearsOf = (text: string): readonly string[] => text.match(YEAR) ?? []

/**
 * How a title speaks of a matter that goes by some names: in whichever quotation marks, with or without 关于…的通知, cut
 * short, or with another word for 募捐活动 or 征求意见 behind. Where name and title both have years, one must be common.
 */
export function namingOf(title: string, names: readonly string[]): Naming {
  const key = titleKey(title).replace(YEAR_WORDS, '')
  const years = yearsOf(title)
  const sameYear = (name: string): boolean => {
    const own = yearsOf(name)
    return own.length === 0 || years.length === 0 || own.some((year) => years.includes(year))
  }
  const cores = names.filter(sameYear).flatMap(coresOf)
  const isNamed = (core: string): boolean =>
    key.includes(core) || (CUT.test(title.trim()) && endsInside(key, core))
  if (cores.some(isNamed)) return 'named'
  const isAlike = (core: string): boolean =>
    longestCommon(core, key) >= Math.max(SHORTEST, Math.ceil(core.length / 2))
  return cores.some(isAlike) ? 'alike' : 'other'
}
