import type * as z from 'zod'
import type { Problem } from '../core/errors.ts'
import { shapeWords } from './shape-words.ts'
import { readYaml, type SourceMap } from './source-map.ts'

/** A file of a pack, under the name that errors should show. */
export interface PackText {
  readonly name: string
  readonly text: string
}

/** A file that has the shape that it must have, and where its parts stand. */
export interface Read<T> {
  readonly file: string
  readonly source: SourceMap
  readonly data: T
}

/** Reads a text into a shape; null when it has another one, with every problem added. */
export function readShaped<T>(file: PackText, shape: z.ZodType<T>, problems: Problem[]): Read<T> | null {
  const source = readYaml(file.name, file.text)
  if ('length' in source) {
    problems.push(...source)
    return null
  }
  const read = shape.safeParse(source.data, { error: shapeWords })
  if (read.success) return { file: file.name, source, data: read.data }
  problems.push(
    ...read.error.issues.map((issue) => {
      const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
      const message =
        issue.code === 'unrecognized_keys'
          ? '未知的键 / unknown key; remove it or mend its spelling.'
          : issue.message
      return source.problemAt(path, message)
    }),
  )
  return null
}
