/** What kind of unit answers for content: 区县政府, 市政府部门, or 公共企事业单位. */
export const UNIT_KINDS = ['district', 'department', 'enterprise'] as const

/** One of {@link UNIT_KINDS}. */
export type UnitKind = (typeof UNIT_KINDS)[number]
