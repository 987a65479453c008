import type { Element, Outline } from '../outline.ts'

/** What the elements around a place of the text tell of it. */
export interface Place {
  /** In a menu, a side column, a footer, a list of other articles. */
  readonly aside: boolean
  readonly comment: boolean
  /** The link that it stands in, if any. */
  readonly link: Element | null
  /** Inside an element that is named after dates, publication or authors. */
  readonly named: boolean
  /** Inside an element that is named after changes only. */
  readonly changed: boolean
}

const ASIDE_NAMES: ReadonlySet<string> = new Set(['nav', 'footer', 'aside', 'select', 'option'])
const ASIDE =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|foot|footer|bottom|side|sidebar|aside|friend|breadcrumbs?|hot|related|recommend(?:ed|ations?)?|popular|latest|recent|teasers?|more|widget|trending|archives?|calendar|ticker|ranking|weather|copyright|xiangguan|tuijian)(?:$|[\s_\d-])|sidebar|related|footer|widget|breaking/i
const COMMENT =
  /comment(?!s?[-_]?(?:count|num|link|meta|number|open|status|off|closed))|(?:^|[\s_-])(?:reply|replies|disqus|respond|pinglun)(?:$|[\s_-])|kommentar(?!e?[-_]?(?:zahl|anzahl))/i
const NAMED =
  /(?:^|[\s_-])(?:date|time|datum|fecha|data|pub|meta|byline|info|source|published?|posted|tit|laiyuan|shijian)(?:$|[\s_\d-])|date(?!picker)|publi[sc]|pubtime|posted|byline|timestamp|entry-?meta|post-?meta|article-?info|post-?info|datum|fecha/i
const CHANGED = /modif|aktualis|lastupdate/i

const NOWHERE: Place = { aside: false, comment: false, link: null, named: false, changed: false }
/** So near to the date an element must stand for its name to be that of the date. */
const NEAR = 3

const namesOf = ({ attributes }: Element): string =>
  `${attributes.class ?? ''} ${attributes.id ?? ''} ${attributes.itemprop ?? ''}`

/** The innermost element that holds an offset of the text; -1 for none. */
export function elementAt({ elements }: Outline, offset: number): number {
  let low = 0
  let high = elements.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((elements[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  let at = low - 1
  for (let step = 0; step < 60 && at >= 0 && (elements[at]?.end ?? 0) <= offset; step += 1)
    at = elements[at]?.parent ?? -1
  return at
}

/**
 * Tells of places of the text. Each element is looked at once, however many dates stand in it. What holds the page's
 * heading is no side column, whatever it is called.
 */
export function placesOf(
  outline: Outline,
  headings: readonly Pick<Element, 'start' | 'end'>[],
): (index: number) => Place {
  const { elements } = outline
  const known = new Map<number, Place>()
  const around = (index: number, depth: number): Place => {
    const element = elements[index]
    if (element === undefined || depth > 60 || element.name === 'body' || element.name === 'html')
      return NOWHERE
    const before = known.get(index)
    if (before !== undefined) return before
    const outer = around(element.parent, depth + 1)
    const names = namesOf(element).slice(0, 300)
    const holdsHeading = headings.some((one) => element.start <= one.start && element.end >= one.end)
    const place: Place =
      names === '  ' && element.name !== 'a' && !ASIDE_NAMES.has(element.name)
        ? outer
        : {
            aside:
              outer.aside ||
              (!holdsHeading &&
                (ASIDE_NAMES.has(element.name) ||
                  (element.name !== 'article' && element.name !== 'main' && ASIDE.test(names)))),
            comment: outer.comment || (!holdsHeading && COMMENT.test(names)),
            link: element.name === 'a' ? element : outer.link,
            named: false,
            changed: false,
          }
    known.set(index, place)
    return place
  }
  return (index) => {
    let named = false
    let changed = false
    for (let at = index, step = 0; step < NEAR && at >= 0; at = elements[at]?.parent ?? -1, step += 1) {
      const element = elements[at]
      if (element === undefined || element.name === 'body') break
      const names = namesOf(element)
      named ||= NAMED.test(names)
      changed ||= CHANGED.test(names)
    }
    return { ...around(index, 0), named, changed }
  }
}
