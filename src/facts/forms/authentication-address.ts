import type { Address } from '../../core/address.ts'

const HOST = /^(?:sso|cas|passport|auth|login|uc|ids|iam|account|oauth)\d*\./i
const PATH =
  /\/(?:login|logon|signin|sso|cas|oauth2?|passport|auth|authorize|register|regist|signup)(?:[/.;?]|$)/i
const QUERY = /[?&](?:service|returnurl|redirect_uri|goto|backurl|target)=/i

/** Whether an address is one of logging in or registering, by its host, path or query (domain.md §4). */
export function isAuthentication(address: Address): boolean {
  const url = new URL(address)
  return (
    HOST.test(url.hostname) ||
    PATH.test(url.pathname) ||
    (QUERY.test(url.search) && /log|auth|sso|cas/i.test(url.href))
  )
}

const SAYS_SO =
  /(?:^|[/_.=-])(?:log-?(?:in|on)|sign-?(?:in|up|on)|regist(?:er|ration|rieren)?|registrarse|create[_-]?(?:new[_-]?)?account|new[_-]?account|create|auth\w*|join|connexion|account|membre?s?|sso|cas|passport|user[_-]?(?:login|register))(?:[/_.?&=;-]|$)/i

/** Whether path or query name logging in or registering: a hint beside what the page itself shows, no evidence alone. */
export function namesAuthentication(address: Address): boolean {
  const url = new URL(address)
  return SAYS_SO.test(url.pathname) || /(?:^|[?&])\w+=(?:log-?in|register|sign-?(?:in|up))\b/i.test(url.search)
}
