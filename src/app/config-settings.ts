import { DEFAULT_VALUES } from './config-shape.ts'

/** Where a setting stands: `['fetch', 'perHost', 'connections']`. */
export type SettingPath = readonly string[]

/** A settings tree before it is checked. */
export type RawSettings = Readonly<Record<string, unknown>>

/** One setting. */
export interface Setting {
  readonly path: SettingPath
  /** The environment variable that sets it. */
  readonly variable: string
  readonly kind: 'text' | 'number' | 'boolean' | 'list'
}

/** Whether a value is a tree of settings, not a value of one. */
export const isTree = (value: unknown): value is RawSettings =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const variableOf = (path: SettingPath): string =>
  `PORTAL_AUDIT_${path.map((part) => part.replace(/[A-Z]/g, '_$&').toUpperCase()).join('_')}`

const kindOf = (value: unknown): Setting['kind'] => {
  if (Array.isArray(value)) return 'list'
  return typeof value === 'number' || typeof value === 'boolean'
    ? (typeof value as 'number' | 'boolean')
    : 'text'
}

const settingsIn = (tree: RawSettings, path: SettingPath): readonly Setting[] =>
  Object.entries(tree).flatMap(([key, value]) => {
    const here = [...path, key]
    return isTree(value)
      ? settingsIn(value, here)
      : [{ path: here, variable: variableOf(here), kind: kindOf(value) }]
  })

/** Every setting that there is. */
export const SETTINGS: readonly Setting[] = settingsIn({ ...DEFAULT_VALUES }, [])

/** Every name that may stand in a configuration, groups of settings among them. */
export const SETTING_PATHS: readonly SettingPath[] = [
  ...new Map(
    SETTINGS.flatMap(({ path }) => path.map((_, index) => path.slice(0, index + 1))).map((path) => [
      path.join('.'),
      path,
    ]),
  ).values(),
]

/** The tree with one value replaced; the given tree stays as it is. */
export function withSetting(tree: RawSettings, path: SettingPath, value: unknown): RawSettings {
  const [key, ...rest] = path
  if (key === undefined) return tree
  const below = tree[key]
  return { ...tree, [key]: rest.length === 0 ? value : withSetting(isTree(below) ? below : {}, rest, value) }
}

/** The tree without keys that say nothing, such as `fetch:` with every line below it commented out. */
export const withoutEmpty = (tree: RawSettings): RawSettings =>
  Object.fromEntries(
    Object.entries(tree)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([key, value]) => [key, isTree(value) ? withoutEmpty(value) : value]),
  )
