import type { Address } from '../core/address.ts'

/** Pages of one script before it is looked at, and between two looks. */
const ENOUGH_PAGES = 500
const BETWEEN_LOOKS = 100
/** Parameters and values of a script that are looked at: one with more values numbers things, and filters nothing. */
const MOST_PARAMETERS = 12
const MOST_VALUES = 30
/** The share of all pairs of two parameters' values that occurs where a site lets its readers mix them freely. */
const MIXED = 0.75
/** Parameters that are mixed freely with one another, and the ways to do so, from which on it is a filter. */
const FEWEST_MIXED = 3
const FEWEST_WAYS = 64
/** Orders of parameters' names in which one script is asked. */
const MOST_ORDERS = 100
/** Scripts that are watched. */
const MOST_SCRIPTS = 2_000

interface Script {
  pages: number
  isFacets: boolean
  readonly orders: Set<string>
  readonly values: Map<string, Set<string>>
  readonly pairs: Map<string, Set<string>>
}

/** Watches scripts that show one list in all ways to filter and sort it. */
export interface FacetWatch {
  /** Whether an address is one more way of a list that was shown in so many ways that it is not worth asking. */
  isPointless(address: Address): boolean
  /** Takes note of a page whose links are followed. */
  saw(address: Address): void
}

type Parameters = readonly (readonly [name: string, value: string])[]

function partsOf(address: Address): { readonly script: string; readonly parameters: Parameters } {
  const [script = '', query = ''] = address.split(/\?(.*)/s, 2)
  const parameters = query.split('&').map((one): readonly [string, string] => {
    const [name = '', value = ''] = one.split(/=(.*)/s, 2)
    return [name, value]
  })
  return { script, parameters }
}

const emptyScript = (): Script => ({
  pages: 0,
  isFacets: false,
  orders: new Set(),
  values: new Map(),
  pairs: new Map(),
})

function setOf(sets: Map<string, Set<string>>, key: string): Set<string> {
  const found = sets.get(key) ?? new Set<string>()
  sets.set(key, found)
  return found
}

/** Takes note of the values of a query; of a parameter that is not there the value is empty. */
function note({ values, pairs }: Script, parameters: Parameters): void {
  const given = new Map(parameters)
  for (const name of given.keys()) if (values.size < MOST_PARAMETERS) setOf(values, name)
  const names = [...values.keys()]
  names.forEach((name, at) => {
    const seen = setOf(values, name)
    if (seen.size <= MOST_VALUES) seen.add(given.get(name) ?? '')
    for (const other of names.slice(at + 1)) {
      const both = setOf(pairs, `${name}&${other}`)
      if (both.size <= MOST_VALUES * MOST_VALUES)
        both.add(`${given.get(name) ?? ''}&${given.get(other) ?? ''}`)
    }
  })
}

/** Whether several parameters of a script are mixed freely with one another, in many ways. */
function isMixedFreely({ values, pairs }: Script): boolean {
  const sizes = [...values]
    .map(([name, seen]) => [name, seen.size] as const)
    .filter(([, size]) => size >= 2 && size <= MOST_VALUES)
  const isMixed = (one: string, other: string): boolean => {
    const both = pairs.get(`${one}&${other}`) ?? pairs.get(`${other}&${one}`)
    const all = (values.get(one)?.size ?? 0) * (values.get(other)?.size ?? 0)
    return (both?.size ?? 0) >= all * MIXED
  }
  return sizes.some(([name]) => {
    const mixed: (readonly [string, number])[] = []
    for (const one of sizes) {
      if (one[0] === name || isMixed(one[0], name)) {
        if (mixed.every(([other]) => isMixed(one[0], other))) mixed.push(one)
      }
    }
    return mixed.length >= FEWEST_MIXED && mixed.reduce((ways, [, size]) => ways * size, 1) >= FEWEST_WAYS
  })
}

/** A watch that has seen nothing. */
export function facetWatch(): FacetWatch {
  const scripts = new Map<string, Script>()
  return {
    isPointless: (address) => {
      if (!address.includes('&')) return false
      const { script, parameters } = partsOf(address)
      const known = scripts.get(script)
      if (known === undefined) return false
      const order = parameters.map(([name]) => name).join('&')
      return known.isFacets || (known.orders.size >= MOST_ORDERS && !known.orders.has(order))
    },
    saw: (address) => {
      if (!address.includes('&')) return
      const { script, parameters } = partsOf(address)
      const known = scripts.get(script) ?? emptyScript()
      if (known.isFacets || (known.pages === 0 && scripts.size >= MOST_SCRIPTS)) return
      scripts.set(script, known)
      known.pages += 1
      if (known.orders.size < MOST_ORDERS) known.orders.add(parameters.map(([name]) => name).join('&'))
      note(known, parameters)
      if (known.pages >= ENOUGH_PAGES && known.pages % BETWEEN_LOOKS === 0)
        known.isFacets = isMixedFreely(known)
    },
  }
}
