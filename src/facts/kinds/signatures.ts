/** A mark that software leaves on the error pages it writes, and on hardly any other page. */
export interface Signature {
  /** What left the mark; stable. */
  readonly name: string
  readonly pattern: RegExp
}

/** Lines by which servers, caches and gateways sign what they write themselves; held against single short lines. */
export const SERVER_LINES: readonly Signature[] = [
  {
    name: 'server',
    pattern:
      /^(?:powered by |power by )?(?:nginx|apache|openresty|tengine|caddy|lighttpd|litespeed(?: web server)?|jetty:?(?:\/\/)?|apache tomcat|tomcat|glassfish[\w ]*|jboss ?web|jbossas|wildfly|resin|weblogic[\w ]*|websphere[\w ]*|ibm_http_server|microsoft-iis|iis|squid|varnish(?: cache server)?|haproxy|envoy|traefik|cowboy|mod_perl|gunicorn|werkzeug|kestrel|cloudflare(?:-nginx)?|akamaighost|awselb|bigip|zeus|boa|thttpd|mini_httpd|goahead[\w-]*|cherrypy|twisted[\w.]*|webrick|puma|phusion passenger|unicorn|oracle[\w -]*server|tongweb|宝塔|堡塔|apusic|bes ?[\w ]*)(?:[\s/([:v-].{0,80})?$/i,
  },
  {
    name: 'server',
    pattern:
      /\b(?:apache|nginx|jetty|tomcat|iis|openresty|squid)\/\d[\w.+-]*.{0,90}(?:server at \S+ port \d+|port \d+)/i,
  },
  {
    name: 'server',
    pattern:
      /^(?:.{0,40}\(squid(?:\/[\w.]+)?\)|.{0,60}\bby \S+ \((?:squid\/?[\w.]*|%s)\).{0,40}|.{0,60} \(%s\).{0,40})$/i,
  },
  {
    name: 'status-report',
    pattern:
      /^(?:type )?status report$|^exception report$|^etat http|^xid: \d+$|guru meditation:?$|varnish cache server/i,
  },
  {
    name: 'iis',
    pattern:
      /internet information services|detailed error information|server error in ['‘]?\/|\.net framework version|asp\.net version|http error 4\d\d\.\d+|错误代码\s*0x[0-9a-f]{8}|error code\s*0x[0-9a-f]{8}/i,
  },
  { name: 'whitelabel', pattern: /whitelabel error page|there was an unexpected error \(type=/i },
]

/** Numbers by which a gateway, a firewall or a cache lets its operator find the case. */
export const REFERENCES: readonly Signature[] = [
  { name: 'ray-id', pattern: /\bray id:?\s*[0-9a-f]{6,}/i },
  {
    name: 'reference',
    pattern:
      /reference\s*(?:#|number|id|code)?\s*:?\s*#?\d+\.[0-9a-f.]{6,}|support id\W{0,4}[\w-]{4,}|incident id\W{0,4}[\w-]{4,}|(?:event|request|trace|error|transaction|block) id\s*[:：]\s*[\w-]{6,}|(?:事件|请求|拦截|错误|日志|traceid|追踪)\s*(?:id|编号|号)\s*[:：]\s*[\w-]{4,}|attack id|your ip(?: address)?(?: is)?\s*:?\s*\d{1,3}(?:\.\d{1,3}){3}|您的\s*ip[^\d]{0,8}\d{1,3}(?:\.\d{1,3}){3}|client ip\s*:|request_?id/i,
  },
]

/** Scripts of bot checks, which leave few visible words behind or none (domain.md §4). */
const CHALLENGE =
  /__jsl_clearance|__jsluid|\$_ts\b|acw_sc__v2|cf-mitigated|_cf_chl_opt|__cf_chl_|\/cdn-cgi\/l\/chk|<!--\s*event[_ ]id|\/_sec\/cp_challenge|captcha-delivery\.com|px-captcha|aliyun_waf|gokuProps|\$\$_cdn_guard|wzwschallenge|(?:创宇盾|安全狗|云锁|玄武盾|网防G01|雷池)[^<]{0,12}(?:拦截|阻断)/i
/** Scripts that also run beside content: they are the page only where there is hardly anything else. */
const BESIDE_CONTENT = /\/cdn-cgi\/(?:challenge-platform|bm\/)|__CF\$cv\$params|_Incapsula_Resource/i
const MOST_WIDTH = 600
/** Room for the number of the incident. */
const LITTLE = 150
const FEWEST_ELEMENTS = 12

const markIn = (pieces: readonly string[], pattern: RegExp): string | null => {
  for (const piece of pieces) {
    const found = pattern.exec(piece)
    if (found !== null) return found[0]
  }
  return null
}

/** The mark of a bot check that stands in place of a page; null when there is none or the page has more to show. */
export function challengeIn(pieces: readonly string[], width: number, elements: number): string | null {
  if (width > MOST_WIDTH) return null
  const sure = markIn(pieces, CHALLENGE)
  if (sure !== null) return sure
  return width <= LITTLE && elements <= FEWEST_ELEMENTS ? markIn(pieces, BESIDE_CONTENT) : null
}
