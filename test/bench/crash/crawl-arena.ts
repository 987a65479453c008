import { startServer } from '../../support/server.ts'
import { workspace } from '../../support/workspace.ts'
import { type Answered, type Arena, type JobTables, knownIn } from './arena.ts'
import { answerFor } from './crawl-site.ts'

const CONNECTIONS = 8
/** Milliseconds that the server takes for an answer. */
const DELAY = 3

interface Row {
  readonly address: string
  readonly purpose: string
  readonly answer: string
}

const ANSWERS =
  'select address, purpose, answer from crawl_answer join crawl on crawl.id = crawl_id join crawl_address using (site_id, number) where crawl_id = ?'

const TABLES: JobTables = {
  table: 'crawl',
  answers: (database, job) =>
    (database.prepare(ANSWERS).all(job) as readonly Row[]).map(({ address, purpose, answer }) => {
      const reply = JSON.parse(answer) as { address?: string; hops?: Answered['hops'] }
      return { address, purpose, hops: reply.hops ?? [], end: reply.address ?? address }
    }),
  isJudged: (_database, { state }) => state !== 'running',
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
    known: () => knownIn(store, TABLES),
    close: async () => {
      await server.close()
      await space.remove()
    },
  }
}
