import { execFileSync } from 'node:child_process'
import { chmodSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'esbuild'

/**
 * Builds dist/: every module with its types by tsc, then the program once more as a few files with the packages below,
 * for a command spends most of its start on opening hundreds of small modules. What a command loads only when it needs it
 * (`await import`) stays a file of its own. `--readable`: with the names and places of modules, for profiles.
 */
const INLINED = new Set([
  'commander',
  'csv-parse',
  'csv-stringify',
  'entities',
  'fast-xml-parser',
  'htmlparser2',
  'ipaddr.js',
  'kysely',
  'linkinator',
  'p-limit',
  'temporal-polyfill',
  'undici',
  'yaml',
  'zod',
])

const root = import.meta.dirname
const dist = join(root, 'dist')
const program = join(dist, 'src', 'cli', 'main.js')
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/**
 * undici's index loads its fetch, caches, web sockets and mocks with it, which cost a command more than all of its own
 * modules; what sends our requests needs two of its files. linkinator needs the whole, and gets it.
 */
const undiciParts = {
  name: 'undici-parts',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^undici$/ }, ({ importer, resolveDir }) =>
      /[\\/]fetch[\\/](line|pools)\.js$/.test(importer)
        ? { path: 'undici', namespace: 'parts', pluginData: { resolveDir } }
        : undefined,
    )
    onLoad({ filter: /./, namespace: 'parts' }, ({ pluginData }) => ({
      contents: `
        export { default as Client } from 'undici/lib/dispatcher/client.js'
        export { default as buildConnector } from 'undici/lib/core/connect.js'`,
      resolveDir: pluginData.resolveDir,
    }))
  },
}

rmSync(dist, { recursive: true, force: true })
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], { stdio: 'inherit' })
await build({
  entryPoints: [program],
  outdir: join(dist, 'src', 'cli'),
  allowOverwrite: true,
  bundle: true,
  splitting: true,
  minify: !process.argv.includes('--readable'),
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Packages that are not inlined, and the fixture city, which finds its files by where it stands.
  external: [
    ...Object.keys(dependencies).filter((name) => !INLINED.has(name)),
    ...['city', 'months'].map((name) => join(dist, 'fixtures', 'city', `${name}.js`)),
  ],
  // Packages of CommonJS ask for Node's own modules by require.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  plugins: [undiciParts],
  logLevel: 'warning',
})
chmodSync(program, 0o755)
