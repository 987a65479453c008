import type { MessageData } from '../core/message.ts'
import { withoutSecrets } from '../core/secrets.ts'
import type { Evidence } from '../core/verdict.ts'

/** Words of a finding without what would let their reader in anywhere: addresses stand in them as pages write them. */
export const dataWithoutSecrets = (data: MessageData): MessageData =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value === 'string' ? withoutSecrets(value) : value,
    ]),
  )

/** Evidence of a finding without the same. */
export const evidenceWithoutSecrets = (evidence: readonly Evidence[]): readonly Evidence[] =>
  evidence.map((one) => ({
    ...one,
    ...(one.quote === undefined ? {} : { quote: withoutSecrets(one.quote) }),
    ...(one.locator === undefined ? {} : { locator: withoutSecrets(one.locator) }),
  }))
