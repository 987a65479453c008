import type { Day } from '../core/day.ts'
import { formatProblem } from '../core/errors.ts'
import type { RegistryFiles } from '../registry/read-registry.ts'
import { REGISTERS } from '../registry/registers.ts'
import { rowLines } from '../registry/row-lines.ts'
import type { Inputs } from './inputs.ts'

type Noted = 'notices' | 'waivers'

/** A note on a row, with its file, line and column. */
function noteOn(name: Noted, files: RegistryFiles): (id: string, column: string, message: string) => string {
  const { file } = REGISTERS[name]
  const lines = rowLines(REGISTERS[name], files[file])
  return (id, column, message) => {
    const line = lines.get(id)
    return formatProblem({ file, ...(line === undefined ? {} : { line }), column, message })
  }
}

/** Waivers and notices that no longer do anything on a day, or never did: odd, not wrong. In the order of their files. */
export function registryNotes(
  { pack, registry, registryFiles }: Pick<Inputs, 'pack' | 'registry' | 'registryFiles'>,
  day: Day,
): readonly string[] {
  const ofNotice = noteOn('notices', registryFiles)
  const ofWaiver = noteOn('waivers', registryFiles)
  const notices = registry.notices.flatMap(({ id, to }) =>
    to >= day
      ? []
      : ofNotice(
          id,
          'to',
          `报备 ${id} 已于 ${to} 期满，不再生效；请延期，或更新登记网址后删除 / notice ${id} ended on ${to} and excuses nothing any more; prolong it, or register what has changed and remove the row.`,
        ),
  )
  const waivers = registry.waivers.flatMap(({ id, rule, to }) => {
    const unknown =
      rule === null || pack.rules.has(rule)
        ? []
        : ofWaiver(
            id,
            'rule',
            `“${rule}”: 规则库中没有这条规则，豁免 ${id} 不起作用；请按 rules list 更正 / the rule pack has no such rule, so that waiver ${id} covers nothing; mend it, portal-audit rules list shows them all.`,
          )
    const ended =
      to >= day
        ? []
        : ofWaiver(
            id,
            'to',
            `豁免 ${id} 已于 ${to} 到期，不再生效；请重新批准，或删除该行 / waiver ${id} ended on ${to} and covers nothing any more; have it agreed anew, or remove the row.`,
          )
    return [unknown, ended].flat()
  })
  return [...notices, ...waivers]
}
