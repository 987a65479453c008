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

const NAMED =
  /(?:^|[/_.=-])(?:log-?(?:in|on)|sign-?(?:in|up|on)|regist(?:er|ration|rieren)?|(?:create|new)[_-]?account|account[_/-](?:create|new)|authentication|authentification|auth|sso|cas|passport)(?:[/_.?&=;-]|$)/i

/** Whether path or query name logging in or registering: a hint beside what the page itself shows, no evidence alone. */
export function namesAuthentication(address: Address): boolean {
  const url = new URL(address)
  return NAMED.test(url.pathname.slice(0, 300)) || NAMED.test(url.search.slice(0, 100))
}
