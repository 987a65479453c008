import { Parser } from 'htmlparser2'
import { Agent, request } from 'undici'

/** Crawls by a bare undici loop whose pages htmlparser2 reads: `bare-htmlparser2 ORIGIN PAGES CONNECTIONS`. */
const [, , origin = '', , connections = ''] = process.argv
const dispatcher = new Agent({ connections: Number(connections) })
const queue: string[] = [`${origin}/`]
const known = new Set(queue)
let next = 0
let dead = 0
let links = 0
let working = 0

function linksOf(html: string, base: string): void {
  const parser = new Parser({
    onopentag: (name, { href }) => {
      if (name !== 'a' || href === undefined) return
      links += 1
      const address = new URL(href, base).href
      if (known.has(address)) return
      known.add(address)
      queue.push(address)
    },
  })
  parser.end(html)
}

await new Promise<void>((resolve) => {
  const work = async (address: string): Promise<void> => {
    const { body, statusCode } = await request(address, { dispatcher })
    const text = await body.text()
    if (statusCode === 200) linksOf(text, address)
    else dead += 1
    working -= 1
    refill()
  }
  const refill = (): void => {
    while (working < Number(connections)) {
      const address = queue[next]
      if (address === undefined) break
      next += 1
      working += 1
      void work(address)
    }
    if (working === 0) resolve()
  }
  refill()
})
await dispatcher.close()
process.stdout.write(`${JSON.stringify({ asked: next, links, dead })}\n`)
