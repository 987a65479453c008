const HOME_PATH = /^\/(?:(?:index|default|home|main)(?:_?\d*)\.[a-z]{2,5})?$/i
const HOME_TITLE = /^(?:首页|网站首页|主页|门户首页|home|home ?page|startseite|accueil|главная)$/i

/** Whether a page is its site's front door: by its path, or by a title one part of which says so and nothing else. */
export const isHome = (path: string, title: string): boolean =>
  HOME_PATH.test(path) || title.split(/\s*[-|_–—·»:：]\s*|\s{2,}/).some((part) => HOME_TITLE.test(part))
