import { type Address, toAddress } from '../../core/address.ts'
import { charsetOf } from '../decode.ts'
import { kindOfField } from '../forms/field-kind.ts'
import type { ReadForm } from '../forms.ts'
import type { Element, Outline } from '../outline.ts'
import { formQuery } from './form-encoding.ts'

/** A field and what is sent for it. */
interface Sent {
  readonly name: string
  readonly value: string
}

/**
 * How a page can be searched. `ask`: by a form that sends what is typed as an address; `post` and `script`: by a form or
 * box that we cannot use.
 */
export type SearchForm =
  | {
      readonly kind: 'ask'
      readonly action: Address
      /** Name of the field that is typed into. */
      readonly field: string
      /** What stands in it: the words of the search that the page answers. */
      readonly typed: string
      readonly fields: readonly Sent[]
      readonly charset: string
    }
  | { readonly kind: 'post' | 'script' }

const WORDS = /搜索|检索|查询|搜一搜|站内搜|search|keyword|(?:^|\W)(?:q|wd|kw)(?:$|\W)/i
const TYPED = new Set(['text', 'search'])
const SUBMITS = new Set(['submit', 'image'])
const SCRIPT = /^\s*(?:javascript:|#)/i

const attributesOf = (element: Element): string => {
  const {
    name = '',
    id = '',
    class: classes = '',
    placeholder = '',
    value = '',
    title = '',
  } = element.attributes
  return `${name} ${id} ${classes} ${placeholder} ${value} ${title}`
}

/** What stands directly in each select of a form. */
function choicesIn(
  { elements }: Outline,
  inside: readonly number[],
): ReadonlyMap<number, readonly Element[]> {
  const choices = new Map<number, Element[]>()
  for (const at of inside) {
    const element = elements[at]
    if (element === undefined || elements[element.parent]?.name !== 'select') continue
    const beside = choices.get(element.parent)
    if (beside === undefined) choices.set(element.parent, [element])
    else beside.push(element)
  }
  return choices
}

function sentBy(outline: Outline, inside: readonly number[]): readonly Sent[] {
  const choices = choicesIn(outline, inside)
  return inside.flatMap((at): readonly Sent[] => {
    const element = outline.elements[at]
    const name = element?.attributes.name ?? ''
    if (element === undefined || name === '') return []
    const { value = '' } = element.attributes
    const kind = kindOfField(element)
    if (element.name === 'select') {
      const options = choices.get(at) ?? []
      const chosen = options.find((one) => 'selected' in one.attributes) ?? options[0]
      return chosen === undefined ? [] : [{ name, value: chosen.attributes.value ?? '' }]
    }
    if (element.name !== 'input') return []
    if (kind === 'checkbox' || kind === 'radio')
      return 'checked' in element.attributes ? [{ name, value: value || 'on' }] : []
    return kind === 'hidden' || TYPED.has(kind) ? [{ name, value }] : []
  })
}

function usable(
  outline: Outline,
  form: Element,
  inside: readonly number[],
  typed: Element,
  page: Page,
): SearchForm {
  const { action = '', method = 'get', onsubmit } = form.attributes
  if (/post/i.test(method)) return { kind: 'post' }
  const submits = inside.some((at) => {
    const element = outline.elements[at]
    const type = (element?.attributes.type ?? '').toLowerCase()
    if (element?.attributes.onclick !== undefined) return false
    return element?.name === 'button' ? type === '' || type === 'submit' : SUBMITS.has(type)
  })
  const target = toAddress(action.trim() === '' ? page.address : action, page.base)
  const field = typed.attributes.name ?? ''
  if (onsubmit !== undefined || !submits || SCRIPT.test(action) || field === '' || target === null)
    return { kind: 'script' }
  const charset = charsetOf(form.attributes['accept-charset'] ?? '') ?? page.charset
  const fields = sentBy(outline, inside)
  return { kind: 'ask', action: target, field, typed: typed.attributes.value ?? '', fields, charset }
}

/** What a form's page says of itself. */
interface Page {
  readonly address: string
  /** What relative addresses start from. */
  readonly base: string
  readonly charset: string
}

/** The page's search form, the one in its middle before one of its header; null when there is nothing to search with. */
export function searchFormOf(
  outline: Outline,
  forms: readonly ReadForm[],
  isAside: (index: number) => boolean,
  page: Page,
): SearchForm | null {
  const found = forms.flatMap(
    ({ type, parts, inside }): readonly { readonly aside: boolean; readonly form: SearchForm }[] => {
      const index = parts?.index ?? -1
      const form = outline.elements[index]
      if (form?.name !== 'form' || type === 'login' || type === 'registration') return []
      const boxes = inside.flatMap((at) => {
        const element = outline.elements[at]
        return element?.name === 'input' && TYPED.has(kindOfField(element)) ? [element] : []
      })
      const [typed] = boxes
      const isSearch =
        type === 'search' ||
        (boxes.length === 1 &&
          WORDS.test(`${attributesOf(form)} ${parts?.buttons} ${boxes.map(attributesOf)}`))
      if (typed === undefined || !isSearch) return []
      return [{ aside: isAside(index), form: usable(outline, form, inside, typed, page) }]
    },
  )
  const best = found.find((one) => !one.aside) ?? found[0]
  if (best !== undefined) return best.form
  const hasBox = outline.elements.some(
    (element) =>
      element.name === 'input' && TYPED.has(kindOfField(element)) && WORDS.test(attributesOf(element)),
  )
  return hasBox ? { kind: 'script' } : null
}

/** Where a search for these words leads; null when the form cannot be used. */
export function searchAddress(form: SearchForm, words: string): Address | null {
  if (form.kind !== 'ask') return null
  const fields = form.fields.map((one) => (one.name === form.field ? { ...one, value: words } : one))
  const [path = ''] = form.action.split('?')
  return toAddress(`${path}?${formQuery(fields, form.charset)}`)
}
