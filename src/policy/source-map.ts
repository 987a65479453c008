import { isAlias, isNode, LineCounter, parseDocument, visit } from 'yaml'
import type { Problem } from '../core/errors.ts'

/** A YAML text as data, and where each of its parts stands. */
export interface SourceMap {
  readonly data: unknown
  /** A problem at a path of the document, or at the nearest part of the path that exists. */
  problemAt(path: readonly PropertyKey[], message: string): Problem
}

/** A path as people write it: `items[3].owedBy.units[0]`. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  )

/** Reads a YAML text. Syntax errors come back as problems with line and column. */
export function readYaml(file: string, text: string): SourceMap | readonly Problem[] {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  const problem = (offset: number, message: string): Problem => {
    const { line, col } = lines.linePos(offset)
    return { file, line, column: col, message }
  }
  if (document.errors.length > 0) {
    return document.errors.map((fault) =>
      problem(fault.pos[0], `YAML 格式有误 / not valid YAML: ${fault.message}`),
    )
  }
  const unresolved: Problem[] = []
  visit(document, (_key, node) => {
    if (isAlias(node) && node.resolve(document) === undefined) {
      const message = `没有定义锚点 ${node.source} / there is no anchor ${node.source}; put the words in quotes if they start with *.`
      unresolved.push(problem(node.range?.[0] ?? 0, message))
    }
  })
  if (unresolved.length > 0) return unresolved
  const offsetOf = (path: readonly PropertyKey[]): number => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node: unknown = document.getIn(path.slice(0, depth), true)
      if (isNode(node) && node.range) return node.range[0]
    }
    return document.contents?.range?.[0] ?? 0
  }
  return {
    data: document.toJS() as unknown,
    problemAt: (path, message) =>
      problem(offsetOf(path), path.length === 0 ? message : `${pathText(path)}: ${message}`),
  }
}
