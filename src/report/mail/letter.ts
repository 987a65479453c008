/** What a mail says. */
export interface Letter {
  readonly subject: string
  readonly text: string
  readonly html: string
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)

/** Lines without an empty one between them: lines that begin with `- ` as a list, the others as a paragraph. */
function part(lines: readonly string[]): string {
  const isEntry = (line: string): boolean => line.startsWith('- ')
  const entries = lines.filter(isEntry).map((line) => `<li>${escaped(line.slice(2))}</li>`)
  const others = lines.filter((line) => !isEntry(line)).map(escaped)
  return [
    ...(others.length === 0 ? [] : [`<p>${others.join('<br>\n')}</p>`]),
    ...(entries.length === 0 ? [] : [`<ul>\n${entries.join('\n')}\n</ul>`]),
  ].join('\n')
}

/** A filled-in template as a mail: its first line is the subject, the rest the text, which becomes the HTML too. */
export function letterOf(filled: string): Letter {
  const [subject = '', ...rest] = filled.trim().split(/\r?\n/)
  const text = `${rest
    .join('\n')
    .trim()
    .replace(/\n{3,}/g, '\n\n')}\n`
  const parts = text.trim().split(/\n{2,}/)
  const body = parts.map((words) => part(words.split('\n'))).join('\n')
  const html = `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(subject.trim())}</title></head><body>\n${body}\n</body></html>\n`
  return { subject: subject.trim(), text, html }
}
