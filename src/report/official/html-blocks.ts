import { xml } from '../xml.ts'
import type { Block, Words } from './block.ts'
import { issuerSize } from './issuer-size.ts'
import type { Picture } from './official-document.ts'
import { signaturePlace } from './signature-place.ts'

/** Addresses may be broken anywhere, so that no line before one is left half empty. */
const ADDRESS = /[\w.%-]*(?:\/\/|\\|\.[\w-]+\.)[\w.%:/?=&;~#+@\\-]*/g

const lineMarkup = (line: string): string => xml(line).replace(ADDRESS, '<span class="address">$&</span>')

const markup = (words: Words): string =>
  words
    .map(({ text, strong }) => {
      const lines = text.split('\n').map(lineMarkup).join('<br>')
      return strong ? `<strong>${lines}</strong>` : lines
    })
    .join('')

const element = (tag: string, name: string, words: Words): string =>
  `<${tag} class="${name}">${markup(words)}</${tag}>`

const share = (width: number, all: readonly number[]): string =>
  `${Math.round((width / all.reduce((sum, one) => sum + one, 0)) * 10_000) / 100}%`

const widths = (all: readonly number[]): string =>
  `<colgroup>${all.map((width) => `<col style="width:${share(width, all)}">`).join('')}</colgroup>`

function table({ columns, rows, small }: Extract<Block, { kind: 'table' }>): string {
  const head = columns.map((column) => `<th scope="col">${markup(column.title)}</th>`).join('')
  const body = rows.map(
    (cells) =>
      `<tr>${cells.map((cell, at) => `<td class="${columns[at]?.align ?? 'left'}">${markup(cell)}</td>`).join('')}</tr>`,
  )
  return `<table${small ? ' class="small"' : ''}>${widths(columns.map((column) => column.width))}<thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table>`
}

function form({ widths: all, rows, small }: Extract<Block, { kind: 'form' }>): string {
  const body = rows.map((cells) => {
    const last = cells.length - 1
    const span = all.length - last
    const shown = cells.map((cell, at) =>
      at === last && span > 1 ? `<td colspan="${span}">${markup(cell)}</td>` : `<td>${markup(cell)}</td>`,
    )
    return `<tr>${shown.join('')}</tr>`
  })
  return `<table class="form${small ? ' small' : ''}">${widths(all)}<tbody>${body.join('\n')}</tbody></table>`
}

function picture(found: Picture | undefined, words: Words): string {
  if (found === undefined) return ''
  const caption = words.length === 0 ? '' : `<figcaption>${markup(words)}</figcaption>`
  return `<figure role="img" aria-label="${xml(found.alt)}">${found.svg}${caption}</figure>`
}

const imprint = ({ copyTo, office, day }: Extract<Block, { kind: 'imprint' }>): string => {
  const copies =
    copyTo.length === 0 ? '' : `<p class="copies"><span>抄送：</span><span>${markup(copyTo)}。</span></p>`
  const lines = `${copies}<p class="printed"><span>${markup(office)}</span><span>${markup(day)}印发</span></p>`
  return `<div class="imprint imprint-room" aria-hidden="true">${lines}</div><div class="imprint">${lines}</div>`
}

/** Lengths in characters, so that a narrow screen shows them too. */
function signature({ office, day }: Extract<Block, { kind: 'signature' }>): string {
  const place = signaturePlace(office, day, 1)
  const line = (words: Words, right: number): string =>
    `<p style="margin-right:${right}em">${markup(words)}</p>`
  return `<div class="signature">${line(office, place.office)}${line(day, place.day)}</div>`
}

function attachments(titles: readonly Words[]): string {
  const one = (words: Words, at: number): string => {
    const number = titles.length === 1 ? '' : `${at + 1}.`
    return `<p><span>${at === 0 ? '附件：' : ''}</span><span>${number}</span><span>${markup(words)}</span></p>`
  }
  return `<div class="attachments">${titles.map(one).join('')}</div>`
}

/** A part of a document as HTML. */
export function htmlOf(block: Block, pictures: Readonly<Record<string, Picture>>): string {
  switch (block.kind) {
    case 'issuer':
      return `<p class="issuer" style="font-size:${issuerSize(block.words)}pt">${markup(block.words)}</p>`
    case 'number':
      return `${element('p', 'number', block.words)}<hr class="red">`
    case 'title':
      return element('h1', 'title', block.words)
    case 'addressee':
    case 'paragraph':
    case 'plain':
      return element('p', block.kind, block.words)
    case 'heading':
      return element(`h${block.level + 1}`, `level${block.level}`, block.words)
    case 'attachments':
      return attachments(block.titles)
    case 'signature':
      return signature(block)
    case 'attachment':
      return `<p class="attachment">${xml(block.label)}</p>${element('h1', 'attachment-title', block.words)}`
    case 'table':
      return table(block)
    case 'form':
      return form(block)
    case 'picture':
      return picture(pictures[block.name], block.words)
    case 'pagebreak':
      return '<div class="pagebreak"></div>'
    case 'imprint':
      return imprint(block)
  }
}
