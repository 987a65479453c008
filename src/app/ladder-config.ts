import { DEFAULT_LADDER, type LadderRules } from '../facts/ladder/ladder.ts'
import type { Config } from './config.ts'
import { parseOfficeHours } from './office-hours.ts'

/** What it takes until a fault counts, from a configuration. */
export function ladderOf({ confirmations }: Pick<Config, 'confirmations'>): LadderRules {
  const { needed, of, delayMinutes, days, hours, officeHours } = confirmations
  const office = parseOfficeHours(officeHours) ?? DEFAULT_LADDER.office
  return { needed, of, delay: delayMinutes * 60_000, days, hours, office }
}
