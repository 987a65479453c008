/**
 * Hosts of the standard footer links of government sites (ICP and police filing, the marks of party and state organs, the
 * report centre). They turn robots away, so that of links to them only the syntax is looked at (domain.md §4). A name
 * stands for every host below it too.
 */
export const SYNTAX_ONLY_HOSTS: readonly string[] = [
  'beian.miit.gov.cn',
  'miitbeian.gov.cn',
  'beian.gov.cn',
  'beian.mps.gov.cn',
  'zfwzgl.www.gov.cn',
  'bszs.conac.cn',
  'dcs.conac.cn',
  '12377.cn',
]

/** Tells whether a host is one of these, or below one. */
export function syntaxOnly(hosts: readonly string[]): (host: string) => boolean {
  const names = new Set(hosts.map((host) => host.toLowerCase()))
  const isBelow = (host: string): boolean => {
    for (let name = host.toLowerCase(); ; name = name.slice(name.indexOf('.') + 1)) {
      if (names.has(name)) return true
      if (!name.includes('.')) return false
    }
  }
  const known = new Map<string, boolean>()
  return (host) => {
    const found = known.get(host) ?? isBelow(host)
    known.set(host, found)
    return found
  }
}
