import type { Element, Outline } from '../outline.ts'
import { kindOfField } from './field-kind.ts'
import { inkOf } from './page-shape.ts'

/** A control of a form: what is typed, chosen or pressed. */
export interface Control {
  /** `text`, `password`, `email`, `select`, `textarea`, `checkbox`, … as a browser would show it. */
  readonly kind: string
  /** Name and id, as written. */
  readonly name: string
  /** What the page says to its reader about it: placeholder, title, the words just before it. */
  readonly hint: string
}

/** A form taken apart into what its type is told by. */
export interface FormParts {
  readonly action: string
  readonly method: 'get' | 'post'
  /** Class, id and name of the form. */
  readonly names: string
  /** Classes and ids of the elements around it, the nearest first. */
  readonly around: string
  /** The heading above it, or its own first one. */
  readonly heading: string
  /** Words of its buttons. */
  readonly buttons: string
  /** Words of the links in it. */
  readonly links: string
  /** Its visible text, cut short. */
  readonly text: string
  /** Names of hidden fields. */
  readonly hidden: string
  readonly controls: readonly Control[]
  readonly buttonCount: number
  readonly linkCount: number
  /** Whether the form or an element close around it is not shown when the page opens. */
  readonly concealed: boolean
  /** How much the form's part of the page says, in letters. */
  readonly size: number
  readonly start: number
  readonly end: number
  /** Place of the form's element in the outline; -1 for password fields outside any form. */
  readonly index: number
}

const MOST_CONTROLS = 60
const MOST_TEXT = 700
const BUTTONS = new Set(['submit', 'button', 'image', 'reset'])
const HEADING = /^(?:h[1-6]|legend|caption|strong|b|th|dt)$/
const CONTROL = new Set(['input', 'select', 'textarea', 'button', 'a', 'img'])
const ANCESTORS = 4

const attribute = (element: Element, ...names: readonly string[]): string => {
  let found = ''
  for (const name of names) {
    const value = element.attributes[name]
    if (value !== undefined && value !== '') found += `${found === '' ? '' : ' '}${value.slice(0, 120)}`
  }
  return found
}

const folded = (outline: Outline, start: number, end: number, most: number): string =>
  outline.text
    .slice(start, Math.min(end, start + most * 2))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most)

const CONCEALED = /display\s*:\s*none|visibility\s*:\s*hidden/i
const isConcealed = (element: Element): boolean =>
  'hidden' in element.attributes || CONCEALED.test(element.attributes.style ?? '')

/** The heading nearest above an element, looking back over a few elements only. */
function headingAbove(outline: Outline, index: number): string {
  for (let at = index - 1; at >= 0 && at > index - 14; at -= 1) {
    const element = outline.elements[at]
    if (element === undefined || element.name === 'form') break
    if (HEADING.test(element.name) && element.end > element.start)
      return folded(outline, element.start, element.end, 80)
  }
  return ''
}

/** Takes one form apart. `inside` are the places of the elements it owns. */
export function partsOf(outline: Outline, index: number, inside: readonly number[]): FormParts {
  const form = outline.elements[index]
  const start = form?.start ?? 0
  const end = form?.end ?? outline.text.length
  const controls: Control[] = []
  let buttons = ''
  let links = ''
  let hidden = ''
  let heading = ''
  let buttonCount = 0
  let linkCount = 0
  let before = start
  for (const at of inside) {
    const element = outline.elements[at]
    if (element === undefined) continue
    if (HEADING.test(element.name)) {
      if (heading === '') heading = folded(outline, element.start, element.end, 80)
      continue
    }
    if (!CONTROL.has(element.name)) continue
    const type = kindOfField(element)
    if (element.name === 'a') {
      linkCount += 1
      if (links.length < 300)
        links += ` ${folded(outline, element.start, element.end, 60) || attribute(element, 'title')}`
    } else if (element.name === 'img') {
      if (links.length < 300) links += ` ${attribute(element, 'alt')}`
    } else if (type === 'hidden') {
      if (hidden.length < 300) hidden += ` ${attribute(element, 'name')}`
    } else if (type === 'button' || BUTTONS.has(type)) {
      buttonCount += 1
      if (buttons.length < 300)
        buttons += ` ${attribute(element, 'value', 'alt', 'title')} ${folded(outline, element.start, element.end, 60)}`
    } else if (controls.length < MOST_CONTROLS) {
      const words = folded(outline, Math.max(before, element.start - 70), element.start, 70)
      const after =
        type === 'checkbox' || type === 'radio'
          ? folded(outline, element.end, Math.min(end, element.end + 60), 60)
          : ''
      const value = type === 'text' || type === 'search' ? 'value' : 'title'
      controls.push({
        kind: type,
        name: attribute(element, 'name', 'id'),
        hint: `${attribute(element, 'placeholder', 'aria-label', 'title', value)} ${words} ${after}`,
      })
      before = element.end
    }
  }
  let around = ''
  let concealed = form !== undefined && isConcealed(form)
  let parent = form?.parent ?? -1
  for (let step = 0; step < 12 && parent >= 0; step += 1) {
    const element = outline.elements[parent]
    if (element === undefined || element.name === 'body') break
    if (step < ANCESTORS) around += ` ${attribute(element, 'class', 'id')}`
    if (isConcealed(element)) concealed = true
    parent = element.parent
  }
  return {
    action: (form?.attributes.action ?? '').slice(0, 300),
    method: form?.attributes.method?.trim().toLowerCase() === 'post' ? 'post' : 'get',
    names: form === undefined ? '' : attribute(form, 'class', 'id', 'name'),
    around,
    heading: headingAbove(outline, index) || heading,
    buttons,
    links,
    text: folded(outline, start, end, MOST_TEXT),
    hidden,
    controls,
    buttonCount,
    linkCount,
    concealed,
    size: inkOf(outline.text.slice(start, Math.min(end, start + 20_000))),
    start,
    end,
    index,
  }
}
