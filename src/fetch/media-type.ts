const NEVER_A_PAGE = /^(?:image|audio|video|font|model)\//
const APPLICATION = /^application\//
const PAGE_APPLICATION =
  /[/+](?:xhtml|xml|json|javascript|ecmascript|x-javascript|x-httpd-php)$|^application\/vnd\.wap\./

/**
 * Whether a Content-Type may hold a page or other text that is worth reading whole. An empty or unknown type may:
 * old servers forget or misspell it.
 */
export function isPageType(contentType: string): boolean {
  const [type = ''] = contentType.toLowerCase().split(';')
  const trimmed = type.trim()
  if (NEVER_A_PAGE.test(trimmed)) return false
  return !APPLICATION.test(trimmed) || PAGE_APPLICATION.test(trimmed)
}
