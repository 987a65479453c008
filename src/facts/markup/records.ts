const RECORDS = /<(?:datastore|recordset)\b/i
const SECTION = '<![CDATA['
const SECTION_END = ']]>'

/**
 * The rows that some systems keep in CDATA sections of a script block, for a script to show (`<datastore><recordset>
 * <record><![CDATA[<li>…`): their HTML, joined. Null where a script holds none.
 */
export function recordsIn(script: string): string | null {
  if (!script.includes(SECTION) || !RECORDS.test(script)) return null
  const records: string[] = []
  for (let at = script.indexOf(SECTION); at >= 0; ) {
    const start = at + SECTION.length
    const end = script.indexOf(SECTION_END, start)
    if (end < 0) break
    records.push(script.slice(start, end))
    at = script.indexOf(SECTION, end)
  }
  return records.length === 0 ? null : records.join('\n')
}
