import type { Page } from './page.ts'

/** Capitals and small letters differ in one bit. */
const isLatin = (code: number): boolean => ((code | 32) - 97) >>> 0 < 26

/** The language of a text: by its Chinese characters against its words in Latin letters, two of the first to one. */
export function languageOf(text: string): Page['language'] {
  let chinese = 0
  let latin = 0
  let run = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (isLatin(code)) {
      run += 1
      if (run === 2) latin += 1
      continue
    }
    run = 0
    if (code >= 0x4e00 && code <= 0x9fff) chinese += 1
  }
  if (chinese === 0 && latin === 0) return 'other'
  return chinese * 2 >= latin ? 'zh' : 'en'
}
