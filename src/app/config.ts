import { dirname, isAbsolute, join } from 'node:path'
import type { Address } from '../core/address.ts'
import type { Day } from '../core/day.ts'
import { EXIT, type Problem } from '../core/errors.ts'
import type { Severity } from '../core/outcome.ts'
import type { ReliabilityLimits } from '../judge/reliability.ts'
import type { EscalationLimits } from '../period/escalation.ts'
import type { RetentionRules } from '../period/retention.ts'
import type { SealLimits } from '../period/seal-limits.ts'
import type { OfficeSettings } from '../report/circular/office.ts'
import type { FormatName } from '../report/format-names.ts'
import { checkSettings } from './config-check.ts'
import { CONFIG_VARIABLE, type Environment, settingsFromEnvironment } from './config-environment.ts'
import { readConfigFile } from './config-file.ts'
import { type RawSettings, type SettingPath, withSetting } from './config-settings.ts'
import { packageRoot } from './package-root.ts'
import type { Language } from './write-report.ts'

/** How the web is asked, in the words of audit.yaml. */
export interface FetchConfig {
  /** E-mail, telephone or address of whoever answers for the audit; part of the User-Agent. */
  readonly contact: string | null
  /** Replaces the whole User-Agent; null = portal-audit's own. */
  readonly userAgent: string | null
  /** Connections over all hosts. */
  readonly concurrency: number
  readonly perHost: {
    readonly connections: number
    readonly gapMilliseconds: number
    /** Between two requests at least so many times what the last answer took, up to a limit. */
    readonly delayFactor: number
    readonly longestDelayMilliseconds: number
    /** What is heeded of a Crawl-delay in robots.txt. */
    readonly longestCrawlDelayMilliseconds: number
    /** Waited for by Retry-After; a host that asks for more is left alone. */
    readonly longestRestMilliseconds: number
    /** What a host may cost in a run; null = no limit. */
    readonly mostRequests: number | null
    readonly mostBytes: number | null
  }
  /** For all host names that share a network address. */
  readonly perAddress: { readonly connections: number }
  /** `HH:MM-HH:MM` in Asia/Shanghai, in which nothing is begun. */
  readonly quietHours: readonly string[]
  readonly inQuietHours: 'wait' | 'end'
  readonly timeouts: {
    readonly connectMilliseconds: number
    readonly headersMilliseconds: number
    /** Between two pieces of a body. */
    readonly bodyMilliseconds: number
    readonly totalMilliseconds: number
  }
  /** How often a failure that may pass is tried, in all, and the first pause, which doubles. */
  readonly retries: { readonly attempts: number; readonly delayMilliseconds: number }
  /** What is kept of a page, after decompression. */
  readonly bodyLimitBytes: number
  /** `HOST=ADDR:PORT`; of two that fit equally well the first one counts. */
  readonly resolve: readonly string[]
  /** File of certificate authorities that are trusted beside the public ones (PEM); null = none. */
  readonly ca: string | null
  /** After so many days a page is read whole again, though its server says that it has not changed; 0 = every time. */
  readonly wholeAfterDays: number
  /** Whether links that were found, not registered, obey robots.txt. */
  readonly robots: 'discovered-only' | 'ignore'
  /** Hosts, with those below them, of which links are not asked for, beside the standard footer links. */
  readonly syntaxOnly: readonly string[]
  /** Networks, addresses and hosts of the city's own network that may be asked. */
  readonly allow: readonly string[]
  /** Whether every private and loopback address may be asked. */
  readonly allowPrivate: boolean
}

/** When a fault counts, in the words of audit.yaml (DESIGN §5.1). */
export interface ConfirmationsConfig {
  /** Of at most `of` answers of an address that looks dead, so many must be those of a dead one. */
  readonly needed: number
  readonly of: number
  /** Between two answers that count, the second request of a run aside. */
  readonly delayMinutes: number
  /** On so many days, and at so many hours of the day, must 5xx, time-outs and TLS faults have been seen. */
  readonly days: number
  readonly hours: number
  /** `HH:MM-HH:MM` in Asia/Shanghai: one of these answers must be from then, on a working day. */
  readonly officeHours: string
  /** How long after a refused connection the second request is made. */
  readonly refusedSeconds: number
}

/** How units are written to, in the words of audit.yaml. */
export interface MailConfig {
  readonly from: string | null
  readonly replyTo: string | null
  readonly smtp: {
    readonly host: string | null
    readonly port: number
    /** `starttls`: TLS that the server must offer; `tls`: from the first byte; `none`: never. */
    readonly secure: 'starttls' | 'tls' | 'none'
    /** The name on the server's certificate where it is not `host`. */
    readonly certificateName: string | null
    /** Null = the server wants no AUTH. */
    readonly user: string | null
    /** The environment variable that holds the password. */
    readonly passwordVariable: string
  }
  /** The longest that one mail may take. */
  readonly timeoutSeconds: number
  /** The pause after the first failure of a mail, the second …; the last one holds for all that follow. */
  readonly retryMinutes: readonly number[]
}

/** Everything that can be configured. Paths are ready to use. */
export interface Config {
  /** The configuration file; null when there is none. */
  readonly file: string | null
  readonly city: string
  /** Folder of the rule pack. */
  readonly pack: string
  /** Folder of the registry. */
  readonly registry: string
  /** File of the database. */
  readonly store: string
  /** Folder for reports. */
  readonly out: string
  /** The day judged; null = today in Asia/Shanghai. */
  readonly asOf: Day | null
  readonly lang: Language
  /** Findings as bad as this or worse end the audit with exit code 2. */
  readonly failOn: Severity
  readonly formats: readonly FormatName[]
  /** Folder of report templates; null = those that come with the program. */
  readonly templates: string | null
  /** Addresses that always work, to tell whether our own network does. */
  readonly canaries: readonly Address[]
  /** What may be sealed. */
  readonly seal: SealLimits
  /** Working days within which a circulated finding must be mended. */
  readonly rectification: {
    readonly workdays: number
    /** Working days past the deadline before office and leader are told. */
    readonly escalate: EscalationLimits
  }
  /** How long runs and crawls are kept by `history prune`. */
  readonly retention: RetentionRules
  readonly mail: MailConfig
  /** Who issues circulars and sheets; null = made from the city's name. */
  readonly office: OfficeSettings
  /** The Chromium that prints PDF; null = that of the npm package. */
  readonly print: { readonly browser: string | null }
  readonly fetch: FetchConfig
  readonly confirmations: ConfirmationsConfig
  readonly unreliable: ReliabilityLimits
}

/** What the command line may set. */
export interface ConfigFlags {
  readonly pack?: string
  readonly registry?: string
  readonly store?: string
  readonly out?: string
  readonly asOf?: string
  readonly lang?: Language
  readonly failOn?: Severity
  readonly formats?: readonly FormatName[]
  /** Counted before those of the file. */
  readonly resolve?: readonly string[]
}

/** Where a configuration comes from: each one overrides those before it. */
export interface ConfigSources {
  /** The file; else `PORTAL_AUDIT_CONFIG`; else `audit.yaml` of the folder, where there is one. */
  readonly file?: string
  readonly environment: Environment
  readonly flags: ConfigFlags
  /** The folder that paths of environment and flags start from; the working directory by default. */
  readonly directory?: string
}

const FLAGS: readonly {
  readonly key: keyof ConfigFlags
  readonly flag: string
  readonly path: SettingPath
}[] = [
  { key: 'pack', flag: '--rules', path: ['pack'] },
  { key: 'registry', flag: '--registry', path: ['registry'] },
  { key: 'store', flag: '--store', path: ['store'] },
  { key: 'out', flag: '--out', path: ['out'] },
  { key: 'asOf', flag: '--as-of', path: ['asOf'] },
  { key: 'lang', flag: '--lang', path: ['lang'] },
  { key: 'failOn', flag: '--fail-on', path: ['failOn'] },
  { key: 'formats', flag: '--format', path: ['formats'] },
  { key: 'resolve', flag: '--resolve', path: ['fetch', 'resolve'] },
]

/** The rule pack that comes with the program. */
const BUILT_IN_PACK = 'portal-content'

type PathKey = 'pack' | 'registry' | 'store' | 'out' | 'templates'

interface Layer {
  readonly path: SettingPath
  readonly name: string
  readonly value: unknown
}

const overlaid = (tree: RawSettings, layers: readonly Layer[]): RawSettings =>
  layers.reduce((sum, { path, value }) => withSetting(sum, path, value), tree)

const problemIn =
  (layers: readonly Layer[]) =>
  (path: readonly PropertyKey[], message: string): Problem => {
    const found = layers.find((layer) => layer.path.every((part, index) => part === path[index]))
    return { file: found?.name ?? path.join('.'), message }
  }

const flagLayers = (flags: ConfigFlags, resolve: readonly string[]): readonly Layer[] =>
  FLAGS.filter(({ key }) => flags[key] !== undefined).map(({ key, flag, path }) => ({
    path,
    name: flag,
    value: key === 'resolve' ? [...(flags.resolve ?? []), ...resolve] : flags[key],
  }))

/**
 * The configuration from audit.yaml, then the environment (`PORTAL_AUDIT_*`), then flags. Relative paths of the file
 * start from its folder. Throws {@link InputError}: of the file with line and column, of a flag with the usage exit code.
 */
export function loadConfig({ file, environment, flags, directory = '.' }: ConfigSources): Config {
  const variables: readonly Layer[] = settingsFromEnvironment(environment).map((one) => ({
    ...one,
    name: one.variable,
  }))
  const named = file ?? (environment[CONFIG_VARIABLE] || undefined)
  const read = readConfigFile(named, directory)
  const withVariables = overlaid(read?.settings ?? {}, variables)
  const { resolve } = checkSettings(withVariables, problemIn(variables)).fetch
  const options = flagLayers(flags, resolve)
  const values = checkSettings(overlaid(withVariables, options), problemIn(options), EXIT.usage)

  const overridden = new Set([...variables, ...options].map((layer) => layer.path.join('.')))
  const placed = (value: string, key: string): string => {
    const base = read === null || overridden.has(key) ? directory : dirname(read.file)
    return isAbsolute(value) ? value : join(base, value)
  }
  const pathOf = (key: PathKey): string => placed(values[key] ?? '', key)
  const { ca } = values.fetch
  const { browser } = values.print
  return {
    ...values,
    file: read?.file ?? null,
    pack: values.pack === BUILT_IN_PACK ? join(packageRoot(), 'rules', BUILT_IN_PACK) : pathOf('pack'),
    registry: pathOf('registry'),
    store: pathOf('store'),
    out: pathOf('out'),
    templates: values.templates === null ? null : pathOf('templates'),
    print: { browser: browser === null ? null : placed(browser, 'print.browser') },
    fetch: { ...values.fetch, ca: ca === null ? null : placed(ca, 'fetch.ca') },
  }
}
