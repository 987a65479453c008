/**
 * Whether a path begins as a pattern of robots.txt says: `*` stands for anything, `$` at its end for the end of the path
 * (RFC 9309 §2.2.3). The time grows with the length of the path, whatever the pattern.
 */
export function globOf(pattern: string): (path: string) => boolean {
  const isWhole = pattern.endsWith('$')
  const [first = '', ...parts] = (isWhole ? pattern.slice(0, -1) : pattern).split(/\*+/)
  const last = isWhole ? parts.pop() : undefined
  return (path) => {
    if (!path.startsWith(first)) return false
    let at = first.length
    for (const part of parts) {
      const found = path.indexOf(part, at)
      if (found < 0) return false
      at = found + part.length
    }
    if (!isWhole) return true
    return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last)
  }
}
