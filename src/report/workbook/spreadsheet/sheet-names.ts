const FORBIDDEN = /[[\]:*?/\\\p{Cc}]/gu
const LONGEST = 31

const cut = (text: string, length: number): string => {
  let kept = ''
  for (const sign of text) {
    if (kept.length + sign.length > length) break
    kept += sign
  }
  return kept
}

/** Names that sheets may have, one for each text, in order: no sign that spreadsheets refuse, 31 at most, no two alike. */
export function sheetNames(texts: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return texts.map((text) => {
    const bare =
      cut(
        text
          .replaceAll(FORBIDDEN, ' ')
          .replaceAll(/^'+|'+$/g, '')
          .trim(),
        LONGEST,
      ) || '—'
    let name = bare
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
      const tail = ` ${number}`
      name = cut(bare, LONGEST - tail.length) + tail
    }
    taken.add(name.toLowerCase())
    return name
  })
}
