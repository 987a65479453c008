import { type Outline, textOf } from '../outline.ts'
import type { Listing } from '../page.ts'
import { asideOf } from './aside.ts'
import { bareWidth, FOOTER, type Line, proseWidth } from './lines.ts'
import { REFERENCES, SERVER_LINES } from './signatures.ts'
import { statusIn } from './status-line.ts'
import { ABOUT, ERROR_WORDS, HELP_WORDS } from './words/help-words.ts'
import { LEXICON } from './words/lexicon.ts'
import type { Refusal } from './words/wording.ts'

/** What makes or unmakes an error page, in the order of the weights. */
export const FEATURES = [
  'title-status',
  'title-reason',
  'title-words',
  'title-error',
  'status-agrees',
  'line-status',
  'line-code',
  'line-reason',
  'heading-words',
  'text-words',
  'help-words',
  'signature',
  'reference',
  'names',
  'about',
  'bare-width',
  'prose',
  'links',
  'entries',
  'fields',
  'article',
  'byline',
] as const
/** The name of a feature. */
export type Feature = (typeof FEATURES)[number]

/** What was seen on a page that may be an error page. */
export interface Traits {
  /** 0–1 for marks, logarithms for sizes; one for each of FEATURES. */
  readonly values: readonly number[]
  readonly signs: readonly { readonly sign: Feature; readonly quote: string }[]
  /** HTTP status that the page prints; null = none. */
  readonly status: number | null
  /** What its words say, the most prominent first. */
  readonly refusals: readonly Refusal[]
}

/** A page with more text outside links than so many columns is no error page: nobody writes so much about one. */
export const MOST_WIDTH = 3000
const MOST_LINES = 60
const LONGEST_HEADING = 120
const QUOTE = 80
const NAMED =
  /(?:^|[\s_-])(?:err_\w+|error-?\d+|e?-?(?:40[0-9]|50[0-9]|50x|40x)|http-?error|error-?(?:page|wrap|wrapper|box|code|container|msg|content|info|title|desc\w*)|page-?(?:error|404)|not-?found|page-?not-?found|exception|maintenance)(?:$|[\s_-])/i
const HEADINGS = new Set(['h1', 'h2', 'h3'])
const ARTICLE = /^(?:articletitle|article:published_time|pubdate|datepublished|citation_title)$/
const BYLINE =
  /(?:发布|发文|更新|公开|印发|录入)(?:时间|日期)|(?:信息)?来源\s*[:：]|作者\s*[:：]|(?:浏览|点击|阅读)(?:次数|量)|\b(?:posted|published|written) (?:by|on)\b|(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}/i
const ERROR_FIRST = new RegExp(`^[^\\p{L}\\p{N}]*(?:${ERROR_WORDS})(?=$|[\\s:：!！,，.。、;；\\d#–—-])`, 'iu')
/** Words that something went wrong, and nothing of what. */
const VAGUE = /^\P{L}*(?:(?:抱歉|对不起|很遗憾)[\s,，]*)?(?:页面)?(?:出错[了啦]|出錯了)\P{L}*$/u
const HELP = HELP_WORDS.map((source) => new RegExp(source, 'i'))

const shortened = (text: string): string => text.trim().slice(0, QUOTE)

/** The parts of a title, which sites separate by bars and dashes. */
export const partsOf = (title: string): readonly string[] =>
  title
    .split(/\s*[|｜_»«·•]\s*|\s+[-–—:]+\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** What a page says in its own name: its lines without those in menus and footers and without the bare links. */
function spokenLines(outline: Outline, lines: readonly Line[]): readonly Line[] {
  const isAside = asideOf(outline)
  const spans = outline.elements.filter((element, index) => element.end > element.start && isAside(index))
  let covered = 0
  let span = 0
  return lines.filter((line) => {
    for (; span < spans.length && (spans[span]?.start ?? 0) <= line.start; span += 1)
      covered = Math.max(covered, spans[span]?.end ?? 0)
    if (line.bare === 0 || line.start < covered) return false
    return !FOOTER.test(outline.text.slice(line.start, line.end))
  })
}

/**
 * Looks for marks of an error page; null where there is too much text for one. Its lines are read only where
 * `readsLines` says so, from what title, headings and sizes show.
 */
export function traitsOf(
  outline: Outline,
  title: string,
  lines: readonly Line[],
  listing: Listing,
  readsLines: (values: readonly number[]) => boolean = () => true,
): Traits | null {
  const width = bareWidth(lines)
  if (width > MOST_WIDTH) return null
  const values = FEATURES.map(() => 0)
  const signs: { sign: Feature; quote: string }[] = []
  const refusals: Refusal[] = []
  /** What titles and headings say without a word of the cause. */
  const vague: Refusal[] = []
  let status: number | null = null
  let printed: number | null = null
  const mark = (sign: Feature, quote: string, value = 1): void => {
    const at = FEATURES.indexOf(sign)
    if ((values[at] ?? 0) >= value) return
    if (values[at] === 0) signs.push({ sign, quote: shortened(quote) })
    values[at] = value
  }
  const readStatus = (text: string, where: 'title' | 'line'): void => {
    const found = statusIn(text)
    if (found === null) return
    if (ABOUT.test(text)) mark('about', text)
    if (where === 'line' && status !== null && found.status === status) mark('status-agrees', text)
    if (found.form === 'reason') mark(`${where}-reason`, text)
    else mark(found.form === 'code' && where === 'line' ? 'line-code' : `${where}-status`, text)
    if (where === 'title') status ??= found.status
    else printed ??= found.status
  }
  const readWords = (text: string, sign: 'title-words' | 'heading-words'): void => {
    if (text.length > LONGEST_HEADING) return
    for (const [refusal, pattern] of LEXICON) {
      const match = pattern.exec(text)
      if (match === null) continue
      mark(sign, match[0], match[0].length * 2 >= text.length ? 1 : 0.5)
      if (VAGUE.test(text)) vague.push(refusal)
      else refusals.push(refusal)
    }
    if (ABOUT.test(text) && refusals.length + vague.length > 0) mark('about', text)
  }
  const parts = partsOf(title)
  for (const part of [title, ...parts]) readStatus(part, 'title')
  for (const part of parts) readWords(part, 'title-words')
  if (parts.some((part) => ERROR_FIRST.test(part))) mark('title-error', title)

  const headings = outline.elements
    .filter((element) => HEADINGS.has(element.name))
    .slice(0, 8)
    .map((element) => textOf(outline, element))
  for (const heading of headings) {
    readStatus(heading, 'line')
    readWords(heading, 'heading-words')
    if (ERROR_FIRST.test(heading)) mark('title-error', heading)
  }

  const own = spokenLines(outline, lines)
  const set = (feature: Feature, value: number): void => {
    values[FEATURES.indexOf(feature)] = value
  }
  const links = outline.elements.filter((element) => element.name === 'a').length
  const fields = outline.elements.filter(
    ({ name, attributes }) =>
      name === 'textarea' ||
      name === 'select' ||
      (name === 'input' && !/^(?:hidden|submit|button|image)$/i.test(attributes.type ?? '')),
  ).length
  set('bare-width', Math.log2(1 + bareWidth(own) / 100))
  set('prose', Math.log2(1 + proseWidth(own) / 100))
  set('links', Math.min(4, Math.log2(1 + links)))
  set('entries', listing.kind === 'entries' ? Math.min(1, listing.entries.length / 10) : 0)
  set('fields', Math.min(1, fields / 3))
  if (!readsLines(values)) return { values, signs, status, refusals: [...refusals, ...vague] }
  const spoken = own.map((line) => textOf(outline, line))
  const read = spoken.length > MOST_LINES ? [...spoken.slice(0, MOST_LINES - 5), ...spoken.slice(-5)] : spoken
  let told = 0
  for (const line of read) {
    if (line.length <= LONGEST_HEADING) {
      readStatus(line, 'line')
      for (const { name, pattern } of SERVER_LINES)
        if (pattern.test(line)) mark('signature', `${name}: ${line}`)
    }
    for (const { name, pattern } of REFERENCES) {
      const match = pattern.exec(line)
      if (match !== null) mark('reference', `${name}: ${match[0]}`)
    }
    for (const [refusal, pattern] of LEXICON) {
      const match = pattern.exec(line)
      if (match === null) continue
      told += match[0].length * 3 >= line.length ? 2 : 1
      mark('text-words', match[0], Math.min(1, told / 2))
      refusals.push(refusal)
    }
    const byline = BYLINE.exec(line)
    if (byline !== null) mark('byline', byline[0])
    for (const pattern of HELP) {
      const match = pattern.exec(line)
      if (match !== null) mark('help-words', match[0])
    }
  }
  const named = outline.elements
    .slice(0, 80)
    .find(({ attributes }) => NAMED.test(`${attributes.class ?? ''} ${attributes.id ?? ''}`))
  if (named !== undefined) mark('names', `${named.attributes.class ?? ''} ${named.attributes.id ?? ''}`)
  if (outline.metas.some((meta) => ARTICLE.test(meta.name) && meta.content.trim() !== ''))
    mark('article', 'meta')
  return { values, signs, status: status ?? printed, refusals: [...refusals, ...vague] }
}
