import { xml } from '../xml.ts'
import { htmlOf } from './html-blocks.ts'
import type { OfficialDocument } from './official-document.ts'

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
${document.blocks.map((block) => htmlOf(block, document.pictures)).join('\n')}
</main>
</body>
</html>
`
