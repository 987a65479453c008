import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/**
 * The bench's own programs as plain JavaScript, so that no loader's time and memory are measured with them. They lie below
 * node_modules, from where they find the packages that they compare.
 */
export function compiledBench(): string {
  const root = join(import.meta.dirname, '..', '..', '..')
  const out = join(root, 'node_modules', '.cache', 'bench-crawl')
  rmSync(out, { recursive: true, force: true })
  for (const folder of ['.', 'contenders']) {
    mkdirSync(join(out, folder), { recursive: true })
    for (const name of readdirSync(join(import.meta.dirname, folder)).filter((one) => one.endsWith('.ts'))) {
      const source = readFileSync(join(import.meta.dirname, folder, name), 'utf8')
      const { outputText } = ts.transpileModule(source, {
        compilerOptions: {
          target: ts.ScriptTarget.ES2022,
          module: ts.ModuleKind.ESNext,
          rewriteRelativeImportExtensions: true,
        },
      })
      writeFileSync(join(out, folder, name.replace(/\.ts$/, '.js')), outputText)
    }
  }
  writeFileSync(join(out, 'package.json'), '{"type":"module"}\n')
  return out
}
