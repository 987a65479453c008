import { type Address, toAddress } from '../../../src/core/address.ts'
import { type Day, parseDay } from '../../../src/core/day.ts'
import { decode } from '../../../src/facts/decode.ts'
import { featuresOf } from '../../../src/facts/forms/features.ts'
import { FORM_TYPES } from '../../../src/facts/forms/form-type.ts'
import { formsOf, type ReadForm } from '../../../src/facts/forms.ts'
import { linesOf } from '../../../src/facts/kinds/lines.ts'
import { linksOf } from '../../../src/facts/links.ts'
import { listOf } from '../../../src/facts/listing.ts'
import { type Outline, outlineOf } from '../../../src/facts/outline.ts'
import type { Form, Listing } from '../../../src/facts/page.ts'
import { writtenLinks } from '../../../src/facts/written-links.ts'
import { openSet } from '../accuracy/sets.ts'
import { MODELLED_FORMS } from './modelled-forms.ts'
import type { Example } from './softmax.ts'

/** An address that says nothing about its page. */
export const MADE_UP = toAddress('http://a.example/p/1') as Address
const TODAY = parseDay('2026-11-16') as Day

const TYPE_OF_LABEL: Readonly<Record<string, Form['type']>> = {
  search: 'search',
  registration: 'registration',
  login: 'login',
  'join mailing list': 'mailing-list',
  'password/login recovery': 'recovery',
  'contact/comment': 'contact',
  'order/add to cart': 'order',
  other: 'other',
  'display options': 'other',
  poll: 'other',
  captcha: 'other',
  navigation: 'other',
}

/** A labelled page, read up to its forms. */
export interface FormPage {
  readonly file: string
  readonly url: string
  readonly language: string
  /** The registered domain: pages of one are never in both the training and the test part. */
  readonly group: string
  readonly outline: Outline
  readonly listing: Listing
  readonly forms: readonly ReadForm[]
  readonly features: readonly (readonly string[])[]
  /** One for each form element; null where the annotators gave none. */
  readonly labels: readonly (Form['type'] | null)[]
  readonly login: boolean
  readonly registration: boolean
  readonly fullyAnnotated: boolean
  readonly pageClass: string
}

/** The registered domain, near enough to keep the pages of one owner together. */
function domainOf(url: string): string {
  const parts = new URL(url).hostname.split('.')
  const [last = '', second = ''] = parts.toReversed()
  const isThree = last.length === 2 && /^(?:co|com|org|net|gov|edu|ac|or|ne)$/.test(second)
  return parts.slice(isThree ? -3 : -2).join('.')
}

/** The pages of a labelled set of forms, read. */
export function formPages(data: string, name = 'forms-formasaurus'): readonly FormPage[] {
  const set = openSet(data, name)
  return set.items.map((item): FormPage => {
    const bytes = set.bytesOf(item)
    const { pieces, charset } = decode(bytes, 'text/html')
    const written = writtenLinks(bytes, 'text/html', MADE_UP, charset.name)
    const outline = outlineOf(pieces)
    const forms = formsOf(outline)
    const url = typeof item.url === 'string' ? item.url : `http://${item.file}`
    return {
      file: item.file,
      url,
      language: item.lang ?? '',
      group: domainOf(url),
      outline,
      listing: listOf(outline, linksOf(outline, written), linesOf(outline), written.base, TODAY),
      forms,
      features: forms.map((form) => (form.parts === null ? [] : featuresOf(form.parts, outline.title))),
      labels: ((item.forms as readonly string[] | undefined) ?? []).map(
        (label) => TYPE_OF_LABEL[label] ?? null,
      ),
      login: item.login === true,
      registration: item.registration === true,
      fullyAnnotated: item.fully_annotated === true,
      pageClass: String(item.page_class ?? 'none'),
    }
  })
}

/** The hand-modelled forms as examples, a domain of their own. */
const modelledExamples = (): readonly Example[] =>
  MODELLED_FORMS.flatMap(([label, title, html]) => {
    const outline = outlineOf([`<title>${title}</title>${html}`])
    const parts = formsOf(outline)[0]?.parts ?? null
    return parts === null ? [] : [{ features: featuresOf(parts, title), label, group: 'modelled' }]
  })

/** One example for each annotated form, and the modelled ones, which count twice. */
export const formExamples = (pages: readonly FormPage[]): readonly Example[] => [
  ...pages.flatMap((page) =>
    page.labels.flatMap((label, at) => {
      const features = page.features[at]
      return label === null || features === undefined ? [] : [{ features, label, group: page.group }]
    }),
  ),
  ...modelledExamples(),
  ...modelledExamples(),
]

/** How the model of form types is trained; chosen by cross-validation by domain. */
export const FORM_TRAINING = { classes: FORM_TYPES, leastGroups: 6, penalty: 0.007, rounds: 250 } as const

/** Sets whose pages are articles and lists: whatever account forms stand on them, they are no walls. */
const OPEN_SETS = ['date-htmldate', 'date-zh-handcrafted', 'date-gne', 'list-zh']

/** Pages that are known to be open and have an account form somewhere. */
export const openPages = (data: string): readonly FormPage[] =>
  OPEN_SETS.flatMap((name) => formPages(data, name)).filter((page) => page.forms.length > 0)
