import * as z from 'zod'

/** Words, at least one. */
export const text = z.string().min(1)

/** The same words in both languages. */
export const bilingual = z
  .strictObject({ zh: text, en: text })
  .describe('The same words in Simplified Chinese and English')

/** The id of a rule. */
export const ruleId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: 'expected lower-case words joined by -, such as stale-news',
})
