import type { Address } from '../../src/core/address.ts'
import type { ObservationId } from '../../src/core/ids.ts'
import type { Hop, Observation } from '../../src/core/observation.ts'
import type { Landing } from '../../src/facts/facts.ts'
import { landingOf } from '../../src/facts/landing.ts'
import type { Page } from '../../src/facts/page.ts'
import { routeOf, type Step } from '../../src/facts/route.ts'
import { address, HERE, landing, response } from './check-cases.ts'

/** How a place sends its reader on: a redirect's status, or what a page does itself. */
export type Sent = readonly [how: number | 'refresh' | 'script' | 'frame', to: string]

const JUMPS = {
  refresh: (to: string) => `<meta http-equiv="refresh" content="0;url=${to}"><p>正在跳转</p>`,
  script: (to: string) => `<script>window.location.href = "${to}"</script>`,
  frame: (to: string) => `<frameset><frame name="main" src="${to}"></frameset>`,
}

/** A page that has something to say. */
export const CONTENT = `<title>栏目</title><div class="article"><p>${'本栏目公布工作情况。'.repeat(40)}</p></div>`

/** Where a reader ends up who opens `from` and is sent on, step by step, to a page that holds `html`. */
export function walked(
  from: string,
  sent: readonly Sent[],
  html = CONTENT,
): { readonly landing: Landing; readonly route: readonly Step[] } {
  const observations = new Map<ObservationId, Observation>()
  const pages = new Map<ObservationId, Page>()
  let start: Address = address(from)
  let at = start
  let hops: Hop[] = []
  const arrive = (text: string): void => {
    const observation = { ...response(200, start, 'visit', at), hops }
    const read = landing(text, at)
    observations.set(observation.id, observation)
    if (read.kind === 'page') pages.set(observation.id, read.page)
    hops = []
  }
  for (const [how, to] of sent) {
    if (typeof how === 'number') hops.push({ address: at, status: how, location: to })
    else arrive(JUMPS[how](to))
    at = address(to)
    if (typeof how !== 'number') start = at
  }
  arrive(html)
  const seen = {
    observation: (id: ObservationId) => observations.get(id),
    page: (id: ObservationId) => pages.get(id),
  }
  const where = landingOf(address(from), seen)
  return { landing: where, route: routeOf(where, seen.page) }
}

/** The column's address, as it is registered. */
export const FROM: string = HERE
