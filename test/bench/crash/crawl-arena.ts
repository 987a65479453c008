import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { startServer } from '../../support/server.ts'
import { workspace } from '../../support/workspace.ts'
import { type Arena, type Known, knowledge } from './arena.ts'
import { answerFor } from './crawl-site.ts'

const CONNECTIONS = 8
/** Milliseconds that the server takes for an answer. */
const DELAY = 3

interface Row {
  readonly address: string
  readonly purpose: string
  readonly answer: string
}

function knownIn(store: string): Known {
  const { answered, places, note } = knowledge()
  const nothing: Known = { state: 'none', answered, places, isJudged: false }
  if (!existsSync(store)) return nothing
  const database = new Database(store)
  try {
    const hasTables = database.prepare("select 1 from sqlite_master where name = 'crawl'").get() !== undefined
    const crawl = hasTables
      ? (database.prepare('select id, state from crawl order by id desc').get() as
          | { readonly id: number; readonly state: Known['state'] }
          | undefined)
      : undefined
    if (crawl === undefined) return nothing
    const rows = database
      .prepare(
        'select address, purpose, answer from crawl_answer join crawl on crawl.id = crawl_id join crawl_address using (site_id, number) where crawl_id = ?',
      )
      .all(crawl.id) as readonly Row[]
    for (const { address, purpose, answer } of rows) {
      const reply = JSON.parse(answer) as { address?: string; hops?: readonly { address: string }[] }
      note(address, purpose, reply.hops ?? [], reply.address ?? address)
    }
    return { state: crawl.state, answered, places, isJudged: crawl.state !== 'running' }
  } finally {
    database.close()
  }
}

/** A site of so many pages, crawled. */
export async function crawlArena(pages: number): Promise<Arena> {
  const server = await startServer((request, response) => {
    const { status, headers, body } = answerFor(request.url ?? '/', pages)
    setTimeout(() => {
      response.writeHead(status, headers)
      response.end(body)
    }, DELAY)
  })
  const space = await workspace()
  const [store, out] = [space.path('crawl.db'), space.path('out')]
  return {
    args: (resume) => [
      ...['crawl', `${server.origin}/`, '--store', store, '--out', out, '--all', '--fragments'],
      ...[
        '--format',
        'text,json,csv,junit,sarif',
        '--connections',
        `${CONNECTIONS}`,
        '--gap',
        '0',
        '--quiet',
      ],
      ...(resume ? ['--resume'] : []),
    ],
    requests: () => server.requests.map(({ host, path }) => `${host} ${path}`),
    connections: CONNECTIONS,
    store,
    out,
    known: () => knownIn(store),
    close: async () => {
      await server.close()
      await space.remove()
    },
  }
}
