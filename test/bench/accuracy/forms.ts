import { pathToFileURL } from 'node:url'
import { type Address, toAddress } from '../../../src/core/address.ts'
import { type Day, parseDay } from '../../../src/core/day.ts'
import { namesAuthentication } from '../../../src/facts/forms/authentication-address.ts'
import { FORM_TYPES } from '../../../src/facts/forms/form-type.ts'
import { WALL_FROM } from '../../../src/facts/forms/wall-chance.ts'
import type { Form, Page } from '../../../src/facts/page.ts'
import { readPage } from '../../../src/facts/read-page.ts'
import { type FormPage, formPages, MADE_UP, openPages } from '../training/form-examples.ts'
import { pageChance, unseenTypes, unseenWallModels, wallPages } from '../training/wall-examples.ts'
import { dataFolder, openSet } from './sets.ts'

/** How a yes-or-no question was answered. */
export interface Figure {
  readonly asked: number
  readonly right: number
  readonly wrong: number
  readonly missed: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** What is said of one page, by the reader itself or by models that never saw the page's domain. */
interface Answer {
  readonly page: FormPage
  readonly types: readonly Form['type'][]
  readonly wall: boolean
  readonly wallWithAddress: boolean
}

/** How well forms and walls are told, over some of the pages. */
export interface FormFigures {
  readonly forms: { readonly asked: number; readonly right: number; readonly accuracy: number }
  /** Rows: the label; columns: what was said; in the order of `FORM_TYPES`. */
  readonly confusion: readonly (readonly number[])[]
  /** Pages where every form is annotated, or a form of the kind asked for is. */
  readonly login: Figure
  readonly registration: Figure
  /** The same over annotated and other forms alike: forms without an annotation count as none. */
  readonly loginAllPages: Figure
  readonly registrationAllPages: Figure
  readonly wall: Figure
  readonly wallWithAddress: Figure
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

function figure(rows: readonly { readonly said: boolean; readonly label: boolean }[]): Figure {
  const count = (said: boolean, label: boolean): number =>
    rows.filter((row) => row.said === said && row.label === label).length
  const [right, wrong, missed] = [count(true, true), count(true, false), count(false, true)]
  const [precision, recall] = [share(right, right + wrong), share(right, right + missed)]
  return {
    asked: rows.length,
    right,
    wrong,
    missed,
    precision,
    recall,
    f1: share(2 * right, 2 * right + wrong + missed),
  }
}

function figuresOf(answers: readonly Answer[]): FormFigures {
  const pairs = answers.flatMap(({ page, types }) =>
    page.labels.flatMap((label, at) => (label === null ? [] : [{ label, said: types[at] ?? 'other' }])),
  )
  const right = pairs.filter(({ label, said }) => label === said).length
  const has = (type: 'login' | 'registration', all: boolean): Figure =>
    figure(
      answers
        .filter(({ page }) => all || page.fullyAnnotated || page[type])
        .map(({ page, types }) => ({ said: types.includes(type), label: page[type] })),
    )
  const classed = answers.filter(({ page }) => page.pageClass !== 'unknown')
  const walls = (said: (answer: Answer) => boolean): Figure =>
    figure(classed.map((answer) => ({ said: said(answer), label: answer.page.pageClass === 'wall' })))
  return {
    forms: { asked: pairs.length, right, accuracy: share(right, pairs.length) },
    confusion: FORM_TYPES.map((label) =>
      FORM_TYPES.map((said) => pairs.filter((pair) => pair.label === label && pair.said === said).length),
    ),
    login: has('login', false),
    registration: has('registration', false),
    loginAllPages: has('login', true),
    registrationAllPages: has('registration', true),
    wall: walls((answer) => answer.wall),
    wallWithAddress: walls((answer) => answer.wallWithAddress),
  }
}

const TODAY = parseDay('2026-11-16') as Day
const read = (bytes: Uint8Array, address: Address): Page =>
  readPage({ bytes, contentType: 'text/html', address, observedOn: TODAY })

function answersOfReader(data: string, pages: readonly FormPage[]): readonly Answer[] {
  const set = openSet(data, 'forms-formasaurus')
  const byFile = new Map(pages.map((page) => [page.file, page]))
  return set.items.flatMap((item): readonly Answer[] => {
    const page = byFile.get(item.file)
    const address = toAddress(item.url ?? '')
    if (page === undefined || address === null) return []
    const bytes = set.bytesOf(item)
    const withheld = read(bytes, MADE_UP)
    const types = withheld.forms.map((form) => form.type)
    return [
      { page, types, wall: withheld.wall !== null, wallWithAddress: read(bytes, address).wall !== null },
    ]
  })
}

function answersOfUnseen(
  pages: readonly FormPage[],
  open: readonly FormPage[],
  seed: number,
): readonly Answer[] {
  const all = [...pages, ...open]
  const types = unseenTypes(all, 5, seed)
  const walls = wallPages(all, types)
  const models = unseenWallModels(walls, undefined, 5, seed)
  return pages.map((page, at): Answer => {
    const [wall, model] = [walls[at], models[at]]
    const address = toAddress(page.url)
    const chance = (hinted: boolean): number =>
      wall === undefined || model === undefined ? 0 : pageChance(model, wall, hinted)
    return {
      page,
      types: (types[at] ?? []).map((one) => one.type),
      wall: chance(false) >= WALL_FROM,
      wallWithAddress: chance(address !== null && namesAuthentication(address)) >= WALL_FROM,
    }
  })
}

/** A template of the walls-zh set and what was read from it. */
export interface TemplateAnswer {
  readonly file: string
  readonly label: 'login' | 'registration'
  readonly forms: readonly Form['type'][]
  readonly wall: Page['wall']
  readonly kind: Page['kind']
  readonly right: boolean
}

function templates(data: string): readonly TemplateAnswer[] {
  const set = openSet(data, 'walls-zh')
  return set.items.map((item) => {
    const page = read(set.bytesOf(item), MADE_UP)
    const label = item.registration === true ? ('registration' as const) : ('login' as const)
    const forms = page.forms.map((form) => form.type)
    const right = forms.includes(label) && page.wall?.asks === label && page.kind === label
    return { file: item.file, label, forms, wall: page.wall, kind: page.kind, right }
  })
}

/** All figures of forms and walls. */
export interface FormReport {
  /** By the reader as it is: its weights were trained on these pages. */
  readonly plain: FormFigures
  /** By models that never saw the page's domain, five parts, one report for each way of parting. */
  readonly crossValidated: readonly FormFigures[]
  readonly byLanguage: Readonly<Record<string, FormFigures>>
  readonly templates: readonly TemplateAnswer[]
  /** Pages whose forms do not line up with the labels. */
  readonly unaligned: readonly string[]
  readonly misses: readonly string[]
}

function missesOf(answers: readonly Answer[]): readonly string[] {
  return answers.flatMap(({ page, types, wall, wallWithAddress }) => {
    const wrong = page.labels.flatMap((label, at) =>
      label === null || label === types[at] ? [] : [`form ${at} ${label} said ${types[at] ?? 'nothing'}`],
    )
    const isWall = page.pageClass === 'wall'
    if (page.pageClass !== 'unknown' && wall !== isWall)
      wrong.push(`page ${page.pageClass} said ${wall ? 'wall' : 'open'}`)
    if (page.pageClass !== 'unknown' && wallWithAddress !== isWall)
      wrong.push(`with address: ${page.pageClass} said ${wallWithAddress ? 'wall' : 'open'}`)
    for (const type of ['login', 'registration'] as const)
      if ((page.fullyAnnotated || page[type]) && types.includes(type) !== page[type])
        wrong.push(`page ${page[type] ? 'has' : 'has no'} ${type}`)
    return wrong.length === 0 ? [] : [`${page.file} ${page.url.slice(0, 80)}: ${wrong.join(', ')}`]
  })
}

/** Measures forms and walls on the labelled pages. */
export function formReport(data: string, seeds = 3): FormReport {
  const pages = formPages(data)
  const open = openPages(data)
  const plain = answersOfReader(data, pages)
  const unseen = Array.from({ length: seeds }, (_, seed) => answersOfUnseen(pages, open, seed))
  const languages = [...new Set(pages.map((page) => page.language))].sort()
  return {
    plain: figuresOf(plain),
    crossValidated: unseen.map(figuresOf),
    byLanguage: Object.fromEntries(
      languages.map((language) => [
        language,
        figuresOf((unseen[0] ?? []).filter(({ page }) => page.language === language)),
      ]),
    ),
    templates: templates(data),
    unaligned: pages
      .filter((page) => page.forms.filter((form) => !form.loose).length !== page.labels.length)
      .map((page) => page.file),
    misses: missesOf(unseen[0] ?? []),
  }
}

const three = (value: number): string => value.toFixed(3)
const line = (name: string, { asked, right, wrong, missed, precision, recall, f1 }: Figure): string =>
  `  ${name.padEnd(30)} P ${three(precision)}  R ${three(recall)}  F1 ${three(f1)}   ${right} right, ${wrong} wrong, ${missed} missed of ${asked}`

function tableOf(title: string, figures: FormFigures): string {
  return [
    title,
    `  form type                      accuracy ${three(figures.forms.accuracy)}   ${figures.forms.right} of ${figures.forms.asked}`,
    line('page has a login form', figures.login),
    line('page has a registration form', figures.registration),
    line('  login, every page', figures.loginAllPages),
    line('  registration, every page', figures.registrationAllPages),
    line('wall, address withheld', figures.wall),
    line('wall, address known', figures.wallWithAddress),
  ].join('\n')
}

function confusionOf(figures: FormFigures): string {
  const cell = (text: string | number): string => String(text).slice(0, 8).padStart(9)
  return [
    `  ${'label'.padEnd(14)}${FORM_TYPES.map(cell).join('')}`,
    ...figures.confusion.map((row, at) => `  ${(FORM_TYPES[at] ?? '').padEnd(14)}${row.map(cell).join('')}`),
  ].join('\n')
}

/** Prints what was measured; with its misses where they are asked for. */
export function printForms(report: FormReport, withMisses: boolean): void {
  const tables = [
    'Published (Formasaurus, cross-validated): form type accuracy .89, login F1 .96, registration F1 .90; wall F1 .67 before.',
    tableOf('Plain: the reader as it is', report.plain),
    ...report.crossValidated.map((figures, at) =>
      tableOf(`Cross-validated, 5 parts by registered domain, parting ${at + 1}`, figures),
    ),
    'Confusion, cross-validated, parting 1 (rows: label)',
    ...report.crossValidated.slice(0, 1).map(confusionOf),
    ...Object.entries(report.byLanguage).map(([language, figures]) =>
      tableOf(`Cross-validated, ${language}`, figures),
    ),
    'walls-zh',
    ...report.templates.map(
      (one) =>
        `  ${one.right ? 'right' : 'WRONG'} ${one.file}: ${one.label}; forms ${one.forms.join(', ')}; wall asks ${one.wall?.asks ?? 'nothing'}; kind ${one.kind}`,
    ),
    `Pages whose forms do not line up with the labels: ${report.unaligned.length} (${report.unaligned.join(', ')})`,
    ...(withMisses ? ['Misses, cross-validated, parting 1', ...report.misses] : []),
  ]
  process.stdout.write(`${tables.join('\n')}\n`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  printForms(formReport(dataFolder(process.argv)), process.argv.includes('--misses'))
