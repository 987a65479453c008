/** An item of the policy: `2.18` is section 五, part (二), item 18. */
export type ItemId = string
/** A unit, as the registry's `id` column spells it. */
export type UnitId = string
/** A portal column, as the registry's `id` column spells it. */
export type ColumnId = string
/** A service (办事事项), as the registry's `id` column spells it. */
export type ServiceId = string
/** A rule of the pack: a check applied to items, e.g. `stale-news-column`. */
export type RuleId = string
/** A check: a noun in the failing form, e.g. `stale-column`. */
export type CheckId = string
/** A message of a check, unique inside that check. */
export type MessageId = string
/** One run of the audit. */
export type RunId = string
/** An observation, unique inside its run: `<purpose> <address>`. */
export type ObservationId = string
/** Lower-case hexadecimal SHA-256 of a body's bytes. */
export type Digest = string
/** Identity of a finding, stable from run to run: 16 lower-case hexadecimal digits. */
export type Fingerprint = string
