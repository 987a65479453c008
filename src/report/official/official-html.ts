import { xml } from '../xml.ts'
import type { Block } from './block.ts'
import { htmlOf } from './html-blocks.ts'
import type { OfficialDocument } from './official-document.ts'

const BEFORE_SIGNATURE: readonly Block['kind'][] = ['attachments', 'paragraph']

/** A signature never stands alone on a page: the list of attachments and the last paragraph go with it (7.3.5.5). */
function partsOf({ blocks, pictures }: OfficialDocument): readonly string[] {
  const html = blocks.map((block) => htmlOf(block, pictures))
  const end = blocks.findIndex((block) => block.kind === 'signature')
  if (end < 0) return html
  const start = BEFORE_SIGNATURE.reduce((at, kind) => (blocks[at - 1]?.kind === kind ? at - 1 : at), end)
  const ending = `<div class="ending">\n${html.slice(start, end + 1).join('\n')}\n</div>`
  return [...html.slice(0, start), ending, ...html.slice(end + 1)]
}

/** The document as one page of HTML, laid out on A4 when it is printed. No script, no outside request. */
export const officialHtml = (document: OfficialDocument, css: string): string => `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${xml(document.title)}</title>
<meta name="author" content="${xml(document.author)}">
<style>
${css}
</style>
</head>
<body>
<main>
${partsOf(document).join('\n')}
</main>
</body>
</html>
`
