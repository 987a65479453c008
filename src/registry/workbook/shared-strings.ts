import { cellWords, walkXml } from './xml.ts'

/** The texts that cells name by number. Rich text is joined, readings of it (phonetics) are left out. */
export function sharedStrings(xml: string): readonly string[] {
  const strings: string[] = []
  let text = ''
  let inText = false
  let phonetic = 0
  walkXml(xml, {
    open: (name) => {
      if (name === 'si') text = ''
      if (name === 'rPh') phonetic += 1
      if (name === 't') inText = true
    },
    text: (words) => {
      if (inText && phonetic === 0) text += words
    },
    close: (name) => {
      if (name === 't') inText = false
      if (name === 'rPh') phonetic -= 1
      if (name === 'si') strings.push(cellWords(text))
    },
  })
  return strings
}
