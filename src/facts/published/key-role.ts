import type { Role } from './clue.ts'

const NEVER =
  /expir|event|start|end(?:date|time)|birth|until|valid|unavailable|founding|dateline|copyright|publisher|holiday|stop|current|server|today|session|clock|zone|read(?:ing)?time|duration|comment/
const MODIFIED = /modif|updat|revis|lastmod|changed|refresh/
const REBUILT = /generat|build|render|页面生成|cache/
const WRITTEN = /written|signed|成文/
const PUBLISHED =
  /publi[sc]h|pubdate|pubtime|publication|published|issued|发布|dateposted|posted|firstpub|release|available/
const CREATED = /creat/
const UPLOADED = /upload/
const PLAIN =
  /^(?:dc|dcterms|sailthru|article|og|news|story|content|page|search|entry|post)?(?:date|time|datetime|timestamp|displaydate|originaldate|dateiso)$/
/** Names of many systems that end or begin with the word: citation_online_date, post_date_gmt, eprints.datestamp. */
const DATED =
  /(?:date|datetime|datestamp)(?:gmt|utc|iso|original|first|time)?$|^date(?:online|added|inserted|submitted|original|first)/

/** What the date under a key of a meta element, a property or a script is the date of, and how sure that is (0–1). */
export function roleOfKey(key: string): { readonly role: Role; readonly weight: number } | null {
  const plain = key.toLowerCase().replace(/[^a-z\u4e00-\u9fff]/g, '')
  if (NEVER.test(plain)) return null
  if (MODIFIED.test(plain)) return { role: 'modified', weight: 0.9 }
  if (REBUILT.test(plain)) return { role: 'rebuilt', weight: 0.9 }
  if (WRITTEN.test(plain)) return { role: 'written', weight: 0.9 }
  if (PUBLISHED.test(plain)) return { role: 'published', weight: 0.95 }
  if (CREATED.test(plain)) return { role: 'published', weight: 0.72 }
  if (UPLOADED.test(plain)) return { role: 'published', weight: 0.5 }
  if (PLAIN.test(plain)) return { role: 'published', weight: 0.62 }
  return DATED.test(plain) ? { role: 'published', weight: 0.55 } : null
}
