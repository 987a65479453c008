import { AsyncLocalStorage } from 'node:async_hooks'
import { Agent, type Dispatcher, getGlobalDispatcher, setGlobalDispatcher } from 'undici'
import type { Dispatch } from './pools.ts'

const chosen = new AsyncLocalStorage<Dispatch>()

/**
 * Set once and left in place: outside {@link throughDispatch} it hands everything to what was there before, untouched.
 * That may be the dispatcher of Node's own undici, whose `compose` gives interceptors handlers of an older kind, which
 * ours would never answer; so requests of ours go by an agent of our undici, which makes new ones of them.
 */
let router: Dispatcher | null = null

function installRouter(): void {
  const before = getGlobalDispatcher()
  if (before === router) return
  const ours = new Agent().compose(
    (dispatch) => (options, handler) => (chosen.getStore() ?? dispatch)(options, handler),
  )
  const dispatch: Dispatch = (options, handler) =>
    (chosen.getStore() === undefined ? before : ours).dispatch(options, handler)
  router = new Proxy(before, {
    get: (target, key) => (key === 'dispatch' ? dispatch : Reflect.get(target, key)),
  })
  setGlobalDispatcher(router)
}

const PROXY_VARIABLE = 'https_proxy'
let inside = 0
let proxyBefore: string | undefined

/** linkinator prefers a proxy named in the environment to any dispatcher; an empty first choice stands for none. */
function hideProxy(): () => void {
  if (inside === 0) {
    proxyBefore = process.env[PROXY_VARIABLE]
    process.env[PROXY_VARIABLE] = ''
  }
  inside += 1
  return () => {
    inside -= 1
    if (inside > 0) return
    if (proxyBefore === undefined) delete process.env[PROXY_VARIABLE]
    else process.env[PROXY_VARIABLE] = proxyBefore
  }
}

/**
 * Runs code that asks by the global `fetch`, with those requests, and no others of the process, sent through
 * `through`: the only way to give another engine our resolve rules and our guard.
 */
export async function throughDispatch<T>(through: Dispatch, ask: () => Promise<T>): Promise<T> {
  installRouter()
  const restoreProxy = hideProxy()
  try {
    return await chosen.run(through, ask)
  } finally {
    restoreProxy()
  }
}
