import Handlebars from 'handlebars'
import type { Labels } from './labels.ts'

type Engine = typeof Handlebars

/** As `#if` sees it: null, false, empty words and empty lists. */
const { isEmpty } = Handlebars.Utils

/** 2026年7月6日: without leading zeros (GB/T 9704-2012, 7.3.5.4). */
export const dayWords = (day: string): string =>
  `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

function moved(
  now: number | null,
  then: number | null,
  digits: number,
  unit: string,
  labels: Labels,
): string {
  if (now === null || then === null) return labels.moved.unknown?.zh ?? ''
  const size = Math.abs(now - then).toFixed(digits)
  if (Number(size) === 0) return labels.moved.same?.zh ?? ''
  return `${(now > then ? labels.moved.up : labels.moved.down)?.zh ?? ''}${size}${unit}`
}

type Named = { readonly name?: string; readonly unitName?: string }

/** Names, joined; of more than `most` the first ones and how many there are. */
function names(list: readonly Named[], most: number): string {
  const all = list.map((one) => one.name ?? one.unitName ?? '')
  return all.length <= most ? all.join('、') : `${all.slice(0, most).join('、')}等${all.length}个单位`
}

/** A way of four steps and more, `a → b → c → d`, by its first and its last alone: a circular has no room for the rest. */
export const briefly = (text: string): string => text.replace(/(\S+ → )(?:\S+ → ){2,}(\S+)/g, '$1… → $2')

/** The helpers of documents that print, beside those of the pages. */
export function registerDocumentHelpers(engine: Engine, labels: Labels): void {
  engine.registerHelper({
    day: dayWords,
    year: (day: string) => day.slice(0, 4),
    begin: (text: string, count: number) => text.slice(0, count),
    briefly,
    sentence: (text: string) => (/[。！？.!?]$/.test(text) ? text : `${text}。`),
    signed: (value: number | null) =>
      value === null ? '—' : `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(2)}`,
    scoreMoved: (now: number | null, then: number | null) => moved(now, then, 2, '分', labels),
    rateMoved: (now: number | null, then: number | null) =>
      moved(now === null ? null : now * 100, then === null ? null : then * 100, 1, '个百分点', labels),
    names,
    add: (a: number, b: number) => a + b,
    eq: (a: unknown, b: unknown) => a === b,
    known: (value: unknown) => value !== null,
    both: (a: unknown, b: unknown) => !isEmpty(a) && !isEmpty(b),
    either: (a: unknown, b: unknown) => !isEmpty(a) || !isEmpty(b),
  })
}
