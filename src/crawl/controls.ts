import type { Address } from '../core/address.ts'
import { controlAddress } from '../core/control-address.ts'
import type { ControlPage } from '../facts/likeness.ts'
import type { Fetched, Fetcher } from '../fetch/fetcher.ts'

/** How hosts answer to addresses that cannot exist (DESIGN §5.4), each asked once. */
export interface Controls {
  /** The control page of an address: one for each folder and form of name. */
  of(address: Address): Promise<ControlPage>
}

/** `onAsked` is told of each answer, for the store. */
export function controlsOf(fetcher: Fetcher, token: string, onAsked: (fetched: Fetched) => void): Controls {
  const known = new Map<Address, Promise<ControlPage>>()
  const ask = async (address: Address): Promise<ControlPage> => {
    const fetched = await fetcher.fetch({ purpose: 'control', address, origin: 'discovered', wants: 'page' })
    onAsked(fetched)
    const { pageIn } = await import('./closer-look.ts')
    return { observation: fetched.observation, page: pageIn(fetched) }
  }
  return {
    of: (address) => {
      const control = controlAddress(address, token)
      const asked = known.get(control) ?? ask(control)
      known.set(control, asked)
      return asked
    },
  }
}
