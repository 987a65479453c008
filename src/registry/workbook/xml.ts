import { Parser } from 'htmlparser2'

/** What to do at the parts of an XML text; names come without their prefixes. */
export interface XmlVisitor {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Walks through an XML text. */
export function walkXml(xml: string, visitor: XmlVisitor): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const named = Object.entries(attributes).map(([key, value]) => [bare(key), value])
        visitor.open?.(bare(name), Object.fromEntries(named))
      },
      ontext: (text) => visitor.text?.(text),
      onclosetag: (name) => visitor.close?.(bare(name)),
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
}

const ESCAPED = /_x([0-9A-Fa-f]{4})_/g

/** Text of a cell, with the escapes resolved that spreadsheets write for signs that XML cannot hold: `_x000D_`. */
export const cellWords = (text: string): string =>
  text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
