import { toAddress } from '../core/address.ts'
import type { Outline } from './outline.ts'
import type { Jump } from './page.ts'

const SCRIPT =
  /(?:^|[\s;{(])(?:(?:window|self|top|parent|document)\s*\.\s*)?location(?:\s*\.\s*href)?\s*=[\s(]*(["'])([^"'+]+)\1|location\s*\.\s*(?:replace|assign)\s*\([\s(]*(["'])([^"'+]+)\3\s*\)/
/** A page with more visible characters than this has something to say itself. */
const LITTLE = 200
/** A slower refresh is a reload or a courtesy, and the reader sees the page. */
const SOON_SECONDS = 15

function saysMore(text: string): boolean {
  let visible = 0
  for (let at = 0; at < text.length && visible <= LITTLE; at += 1) {
    const code = text.charCodeAt(at)
    if (code > 32 && code !== 0xa0 && code !== 0x3000) visible += 1
  }
  return visible > LITTLE
}

function refreshOf(outline: Outline): string | null {
  for (const meta of outline.metas.filter((one) => one.name === 'refresh')) {
    const match = /^\s*([\d.]+)\s*[;,]\s*(?:url\s*=)?\s*["']?([^"']+)/i.exec(meta.content)
    if (match?.[2] !== undefined && Number(match[1]) <= SOON_SECONDS) return match[2].trim()
  }
  return null
}

/** The frame that fills the page: the largest of a frameset by its name or place, or a lone iframe. */
function frameOf(outline: Outline): string | null {
  const frames = outline.elements.filter(
    (element) => element.name === 'frame' && element.attributes.src !== undefined,
  )
  const main =
    frames.find((frame) => /main|content|body|center|right/i.test(frame.attributes.name ?? '')) ??
    frames.at(-1)
  if (main !== undefined) return main.attributes.src ?? null
  const iframes = outline.elements.filter(
    (element) => element.name === 'iframe' && /\S/.test(element.attributes.src ?? ''),
  )
  return iframes.length === 1 ? (iframes[0]?.attributes.src ?? null) : null
}

/**
 * Where a page sends its reader without being asked; null when the page itself is what the reader gets. `base` is what
 * relative addresses start from.
 */
export function jumpOf(outline: Outline, address: string, base: string): Jump | null {
  if (saysMore(outline.text)) return null
  const as = (kind: Jump['kind'], href: string | null): Jump | null => {
    const target = href === null ? null : toAddress(href, base)
    return target === null || target === address ? null : { kind, address: target }
  }
  const script = SCRIPT.exec(outline.scripts)
  return (
    as('meta-refresh', refreshOf(outline)) ??
    as('frame', frameOf(outline)) ??
    as('script', script?.[2] ?? script?.[4] ?? null)
  )
}
