import stringWidth from 'string-width'

/** Where a line may break: after any Chinese sign, and between words. */
const PIECES = /[\u2e80-\uffef]|[^\s\u2e80-\uffef]+|\s+/g

/** A text in lines of at most so many terminal columns; a Chinese sign takes two. A longer word keeps its line to itself. */
export function brokenLines(text: string, width: number): string {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(PIECES) ?? []) {
    if (line.trim() !== '' && stringWidth(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line += piece
  }
  return [...lines, line.trimEnd()].join('\n')
}
