import { Agent, request } from 'undici'
import { deadAddresses, pathOf } from '../site.ts'

/** Fetches every address of the site once and throws the answers away: `bare ORIGIN PAGES CONNECTIONS`. */
const [, , origin = '', pagesText = '', connections = ''] = process.argv
const pages = Number(pagesText)
const dead = Array.from({ length: deadAddresses(pages) }, (_, at) => `/zwgk/gone/2019/t2019_${at}.html`)
const paths = [...Array.from({ length: pages }, (_, page) => pathOf(page)), ...dead]
const dispatcher = new Agent({ connections: Number(connections) })
let next = 0
let bytes = 0

async function work(): Promise<void> {
  for (;;) {
    const path = paths[next]
    if (path === undefined) return
    next += 1
    const { body } = await request(`${origin}${path}`, { dispatcher })
    bytes += (await body.arrayBuffer()).byteLength
  }
}

await Promise.all(Array.from({ length: Number(connections) }, work))
await dispatcher.close()
process.stdout.write(`${JSON.stringify({ asked: paths.length, bytes })}\n`)
