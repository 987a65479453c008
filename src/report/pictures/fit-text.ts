import { textWidth } from './text-width.ts'

/** A text cut to lines that fit. */
export interface FittedText {
  readonly lines: readonly string[]
  /** The whole text, when not all of it fitted; null when it did. */
  readonly shortened: string | null
}

/** Words that stay together: Latin words and numbers with their signs, and a Chinese sign with what may not begin a line. */
const PIECES = /[（《“‘「【]*(?:[\p{Script=Latin}\p{N}'.,%()+-]+|.)[，。、；：！？）》”’」】…]*\s*/gsu

const cut = (text: string, width: number, size: number): string => {
  let kept = [...text]
  while (kept.length > 0 && textWidth(`${kept.join('')}…`, size) > width) kept = kept.slice(0, -1)
  return `${kept.join('').trimEnd()}…`
}

/** Breaks a piece that is wider than a line into signs. */
const pieces = (text: string, width: number, size: number): readonly string[] =>
  (text.match(PIECES) ?? []).flatMap((piece) => (textWidth(piece, size) > width ? [...piece] : [piece]))

function wrap(all: readonly string[], width: number, size: number): readonly string[] {
  const wrapped: string[] = []
  let line = ''
  for (const piece of all) {
    if (line !== '' && textWidth((line + piece).trimEnd(), size) > width) {
      wrapped.push(line.trimEnd())
      line = piece
    } else line += piece
  }
  return [...wrapped, line.trimEnd()]
}

/** In as few lines as the width allows, of lengths as even as can be. */
function evenly(all: readonly string[], width: number, size: number): readonly string[] {
  const lines = wrap(all, width, size)
  for (let less = textWidth(all.join(''), size) / lines.length; less < width; less += size / 2) {
    const even = wrap(all, less, size)
    const fits = even.every((line) => textWidth(line, size) <= width)
    if (even.length === lines.length && fits) return even
  }
  return lines
}

/** Wraps a text to at most `lines` lines of `width`, in the unit of `size`; what is left over is shortened with `…`. */
export function fitText(text: string, width: number, size: number, lines = 1): FittedText {
  const all = pieces(text.trim(), width, size)
  const wrapped = evenly(all, width, size)
  if (wrapped.length <= lines) return { lines: wrapped, shortened: null }
  const full = wrap(all, width, size)
  const last = full.slice(lines - 1).join('')
  return { lines: [...full.slice(0, lines - 1), cut(last, width, size)], shortened: text }
}
