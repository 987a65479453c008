const ESCAPE = /\\(?:([0-9a-f]{1,6})\s?|\r?\n|([^\n]))/gi
const LAST_CODE = 0x10ffff

/** A value of CSS with its escapes resolved (CSS Syntax §4.3.7). */
export const cssText = (text: string): string =>
  text.replace(ESCAPE, (_escape, digits: string | undefined, letter: string | undefined) => {
    if (digits === undefined) return letter ?? ''
    const code = Number.parseInt(digits, 16)
    return code === 0 || code > LAST_CODE ? '\ufffd' : String.fromCodePoint(code)
  })
