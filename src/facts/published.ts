import { type Day, daysBetween } from '../core/day.ts'
import { datesIn, isPlausible } from './dates.ts'
import type { Outline } from './outline.ts'
import type { PageDate, PageDates } from './page-date.ts'

const LABEL =
  /(?:发布|发文|公开|公布|发表|刊登|更新|录入|上传)(?:时间|日期)|日\s*期|时\s*间|来\s*源|Published|Date/gi
const WRITTEN = /成文|生成|印发|制发/
const META =
  /^(?:pubdate|publishdate|article:published_time|publish_time|publishtime|dc\.date|datepublished|firstpublishedtime)$/
const GENERATED = /^(?:generated|createtime|others|generator-date|页面生成时间)$|生成时间/
/** A meta date this many days away from the printed one is the page's rebuild, not its publication. */
const REBUILD_DAYS = 3

function metaDate(outline: Outline, today: Day): PageDate | null {
  for (const meta of outline.metas.filter((one) => META.test(one.name))) {
    const [found] = datesIn(meta.content, today)
    if (found !== undefined && isPlausible(found.day, today)) {
      return {
        date: found.day,
        precision: 'day',
        confidence: 0.9,
        source: 'meta',
        quote: `${meta.name}: ${meta.content}`,
      }
    }
  }
  return null
}

function labelledDate(outline: Outline, today: Day): PageDate | null {
  for (const match of outline.text.matchAll(LABEL)) {
    const before = outline.text.slice(Math.max(0, match.index - 4), match.index)
    if (WRITTEN.test(before + match[0])) continue
    const start = match.index + match[0].length
    const words = outline.text.slice(start, start + 40)
    const [found] = datesIn(words, today)
    if (found !== undefined && found.at <= 24 && isPlausible(found.day, today)) {
      return {
        date: found.day,
        precision: 'day',
        confidence: 0.9,
        source: 'label',
        quote: `${match[0]}${words.slice(0, found.at + found.words.length)}`.replace(/\s+/g, ' '),
      }
    }
  }
  return null
}

function timeElement(outline: Outline, today: Day): PageDate | null {
  for (const element of outline.elements.filter((one) => one.name === 'time')) {
    const [found] = datesIn(
      element.attributes.datetime ?? outline.text.slice(element.start, element.end),
      today,
    )
    if (found !== undefined && isPlausible(found.day, today)) {
      return {
        date: found.day,
        precision: 'day',
        confidence: 0.9,
        source: 'time-element',
        quote: found.words,
      }
    }
  }
  return null
}

/**
 * When a single page was published; null when nothing says so for certain. The meta element is best, unless it is the
 * time at which the page was rebuilt and a printed date contradicts it (domain.md §4). Later than `today` never counts.
 */
export function publishedOn(outline: Outline, today: Day): PageDate | null {
  const meta = metaDate(outline, today)
  const printed = labelledDate(outline, today) ?? timeElement(outline, today)
  if (meta === null) return printed
  const generated = outline.metas.some(
    (one) => GENERATED.test(one.name) && datesIn(one.content, today)[0]?.day === meta.date,
  )
  const contradicted = printed !== null && daysBetween(printed.date, meta.date) > REBUILD_DAYS
  return printed !== null && (contradicted || generated) ? printed : meta
}

/** The dates of a page, seen from `today`. */
export const datesOfPage = (outline: Outline, today: Day): PageDates => ({
  published: publishedOn(outline, today),
  written: null,
  modified: null,
  candidates: [],
})
