/** Characters of white space in one run; zero-width space counts as one. */
const RUN = /[\s\u00a0\u3000\u200b]+/g

const isPlain = (code: number): boolean =>
  (code > 32 && code < 127) || (code > 0x3000 && code < 0xfe00) || (code > 0xa0 && code < 0x1680)

/** A text with every run of white space as one space. */
export function foldSpace(text: string): string {
  let isAfterSpace = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (isPlain(code)) isAfterSpace = false
    else if (code === 32 && !isAfterSpace) isAfterSpace = true
    else return text.replace(RUN, ' ')
  }
  return text
}

const isSpace = (code: number): boolean => code <= 32 || code === 0xa0 || code === 0x3000

/** A part of a folded text as one line, without white space at its ends. */
export function lineOf(text: string, start: number, end: number): string {
  let from = start
  let to = Math.min(end, text.length)
  while (from < to && isSpace(text.charCodeAt(from))) from += 1
  while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1
  const line = text.slice(from, to)
  let isAfterSpace = false
  for (let at = 0; at < line.length; at += 1) {
    const code = line.charCodeAt(at)
    if (code > 32) isAfterSpace = false
    else if (code === 32 && !isAfterSpace) isAfterSpace = true
    else return line.replace(/\s+/g, ' ')
  }
  return line
}
