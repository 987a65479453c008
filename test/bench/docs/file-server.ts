import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
}

/** The file that a path of a site means: a folder means its index.html. Null for none. */
export function fileAt(folder: string, path: string): string | null {
  const file = join(folder, normalize(decodeURIComponent(path)))
  const stat = statSync(file, { throwIfNoEntry: false })
  if (stat?.isFile()) return file
  if (!stat?.isDirectory() || !path.endsWith('/')) return null
  const index = join(file, 'index.html')
  return statSync(index, { throwIfNoEntry: false })?.isFile() ? index : null
}

/** Serves a folder on a free port of loopback. */
export async function serveFolder(folder: string): Promise<{ readonly origin: string; close(): void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = fileAt(folder, pathname)
    const redirect = file === null && fileAt(folder, `${pathname}/`) !== null
    response.writeHead(file !== null ? 200 : redirect ? 301 : 404, {
      'content-type': TYPES[extname(file ?? '')] ?? 'application/octet-stream',
      ...(redirect ? { location: `${pathname}/` } : {}),
    })
    response.end(file === null || request.method === 'HEAD' ? undefined : readFileSync(file))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
