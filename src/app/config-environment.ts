import { InputError, type Problem } from '../core/errors.ts'
import { SETTINGS, type Setting } from './config-settings.ts'
import { suggestionFor } from './config-suggestion.ts'

/** Environment variables, as the process has them. */
export type Environment = Readonly<Record<string, string | undefined>>

const PREFIX = 'PORTAL_AUDIT_'

/** Names the configuration file where `--config` does not. */
export const CONFIG_VARIABLE = `${PREFIX}CONFIG`

/** A setting with the value that a variable gives it. */
export interface SettingGiven extends Setting {
  readonly value: unknown
}

// What does not fit the kind stays text, and the check of the settings says what was expected.
function readValue(text: string, kind: Setting['kind']): unknown {
  if (kind === 'list') {
    return text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '')
  }
  if (kind === 'number') return Number.isNaN(Number(text)) ? text : Number(text)
  if (kind === 'boolean' && /^(true|1|false|0)$/i.test(text)) return /^(true|1)$/i.test(text)
  return text
}

function refuseUnknown(names: readonly string[]): void {
  const known = [CONFIG_VARIABLE, ...SETTINGS.map((setting) => setting.variable)]
  const problems = names
    .filter((name) => !known.includes(name))
    .map((name): Problem => {
      const meant = suggestionFor(
        name.slice(PREFIX.length),
        known.map((one) => one.slice(PREFIX.length)),
      )
      const hint =
        meant === null
          ? '请取消 / unset it.'
          : `是否应为 ${PREFIX}${meant}？/ did you mean ${PREFIX}${meant}?`
      return { file: name, message: `没有这个环境变量 / no such environment variable; ${hint}` }
    })
  if (problems.length > 0) throw new InputError(problems)
}

/**
 * The settings that `PORTAL_AUDIT_*` variables give: `fetch.perHost.connections` is
 * `PORTAL_AUDIT_FETCH_PER_HOST_CONNECTIONS`, lists are joined by commas, empty variables say nothing. Throws
 * {@link InputError} for a variable that sets nothing.
 */
export function settingsFromEnvironment(environment: Environment): readonly SettingGiven[] {
  const given = Object.keys(environment).filter((name) => name.startsWith(PREFIX) && environment[name])
  refuseUnknown(given)
  return SETTINGS.filter((setting) => given.includes(setting.variable)).map((setting) => ({
    ...setting,
    value: readValue(environment[setting.variable]?.trim() ?? '', setting.kind),
  }))
}
