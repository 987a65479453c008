/** Every format. */
export const FORMAT_NAMES = ['html', 'json', 'csv', 'junit', 'sarif', 'text'] as const

/** The name of a format. */
export type FormatName = (typeof FORMAT_NAMES)[number]

/** The language of a report's single-language formats. */
export type Language = 'zh' | 'en'
