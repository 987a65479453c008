import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../core/errors.ts'
import { readYaml } from '../policy/source-map.ts'
import { checkSettings, type ProblemAt } from './config-check.ts'
import { isTree, type RawSettings, withoutEmpty } from './config-settings.ts'

/** The configuration that is used where none is named. */
const USUAL_NAME = 'audit.yaml'

/** A configuration file as read and found good. */
export interface ConfigFile {
  readonly file: string
  readonly settings: RawSettings
}

function readText(file: string): string {
  const refuse = (message: string): never => {
    throw new InputError([{ file, message }])
  }
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : ''
    if (code === '') throw fault
    return code === 'ENOENT'
      ? refuse(
          '没有这个配置文件；可用 portal-audit init 建立，或用 -c 指定。/ there is no such file; make one with portal-audit init, or name another with -c.',
        )
      : refuse(
          `配置文件无法读取（${code}）；请用 -c 指定一个可读的 YAML 文件。/ the file cannot be read (${code}); name a YAML file that can be read with -c.`,
        )
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse('不是 UTF-8 编码，请另存为 UTF-8。/ not UTF-8; save the file as UTF-8.')
  }
}

/**
 * Reads the named configuration file, or `audit.yaml` of the folder where none is named and there is one; null when
 * there is none. Throws {@link InputError} with file, line and column of every mistake.
 */
export function readConfigFile(named: string | undefined, directory: string): ConfigFile | null {
  const usual = join(directory, USUAL_NAME)
  if (named === undefined && !existsSync(usual)) return null
  const file = named === undefined ? usual : named
  const source = readYaml(file, readText(file))
  if (!('problemAt' in source)) throw new InputError(source)
  const problemAt: ProblemAt = (path, message) => source.problemAt(path, message)
  const data = source.data ?? {}
  const settings = isTree(data) ? withoutEmpty(data) : {}
  checkSettings(isTree(data) ? settings : data, problemAt)
  return { file, settings }
}
