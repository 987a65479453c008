import { LinkChecker } from 'linkinator'

/** linkinator's own crawl: `linkinator ORIGIN PAGES CONNECTIONS`. */
const [, , origin = '', , connections = ''] = process.argv
const { links } = await new LinkChecker().check({
  path: `${origin}/`,
  recurse: true,
  concurrency: Number(connections),
  timeout: 60_000,
})
const broken = new Set(links.filter((link) => link.state === 'BROKEN').map((link) => link.url))
process.stdout.write(`${JSON.stringify({ asked: links.length, dead: broken.size })}\n`)
