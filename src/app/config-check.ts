import { EXIT, type ExitCode, InputError, type Problem } from '../core/errors.ts'
import { shapeWords } from '../policy/shape-words.ts'
import { SETTING_PATHS, type SettingPath } from './config-settings.ts'
import { type ConfigValues, configShape } from './config-shape.ts'
import { suggestionFor } from './config-suggestion.ts'

/** A problem with the value at a path of the configuration. */
export type ProblemAt = (path: readonly PropertyKey[], message: string) => Problem

/** The setting that was meant by an unknown one: first of those beside it, then of those elsewhere. */
export function settingMeant(path: SettingPath): string | null {
  const word = path.at(-1) ?? ''
  const above = path.slice(0, -1).join('.')
  const isBeside = (known: SettingPath): boolean => known.slice(0, -1).join('.') === above
  for (const group of [SETTING_PATHS.filter(isBeside), SETTING_PATHS]) {
    const found = suggestionFor(
      word,
      group.map((known) => known.at(-1) ?? ''),
    )
    if (found !== null) return group.find((known) => known.at(-1) === found)?.join('.') ?? null
  }
  return null
}

function unknownKey(path: SettingPath): string {
  const meant = settingMeant(path)
  return meant === null
    ? '没有这项设置，请删除 / there is no such setting; remove it.'
    : `没有这项设置，是否应为“${meant}”？/ there is no such setting; did you mean ${meant}?`
}

/** Settings checked and completed with defaults. Throws {@link InputError} with everything that is wrong. */
export function checkSettings(
  raw: unknown,
  problemAt: ProblemAt,
  exitCode: ExitCode = EXIT.badInput,
): ConfigValues {
  const read = configShape.safeParse(raw, { error: shapeWords })
  if (read.success) return read.data
  const problems = read.error.issues.flatMap((issue): readonly Problem[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => {
          const path = [...issue.path, key]
          return problemAt(path, unknownKey(path.map(String)))
        })
      : [problemAt(issue.path, issue.message)],
  )
  throw new InputError(problems, exitCode)
}
