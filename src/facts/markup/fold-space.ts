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
