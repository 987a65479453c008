import Handlebars from 'handlebars'
import * as z from 'zod'
import type { MessageData } from '../../core/message.ts'

/** Every text of a picture, with the names that it may fill in. */
const NAMES = {
  average: [],
  median: [],
  notScored: [],
  now: [],
  month: ['month'],
  quarter: ['quarter'],
  year: ['year'],
  trendTitle: ['name'],
  trendText: ['name', 'points'],
  trendPoint: ['period', 'score'],
  distributionTitle: [],
  distributionText: ['grades'],
  gradeCount: ['grade', 'units'],
  vetoed: [],
  incomplete: [],
  marked: ['name', 'score'],
  heatMapTitle: [],
  heatMapText: ['units', 'sections', 'findings', 'most'],
  unit: [],
  total: [],
  notOwed: [],
  notJudged: [],
  noFindings: [],
  kindsTitle: [],
  kindsText: ['kinds'],
  kindCount: ['findings', 'units'],
  kindPart: ['kind', 'findings', 'units'],
  completionTitle: [],
  completionText: ['periods'],
  completionRate: ['rate', 'done', 'all'],
  completionPart: ['period', 'rate', 'done', 'all', 'open', 'overdue', 'withdrawn'],
  fixed: [],
  withdrawn: [],
  open: [],
  overdue: [],
  nothing: [],
} as const satisfies Record<string, readonly string[]>

/** The name of a picture's text. */
export type PictureWord = keyof typeof NAMES

const text = z.string().min(1)
const bilingual = z.strictObject({ zh: text, en: text })

/** The part `picture` of reports/catalogue.yaml: Handlebars over the names that each text may fill in. */
export const pictureWordsShape = z
  .strictObject(
    Object.fromEntries(Object.keys(NAMES).map((name) => [name, bilingual])) as Record<
      PictureWord,
      typeof bilingual
    >,
  )
  .superRefine((words, context) => {
    for (const [name, said] of Object.entries(words)) {
      const data = Object.fromEntries(NAMES[name as PictureWord].map((one) => [one, '']))
      for (const [language, template] of Object.entries(said)) {
        try {
          Handlebars.compile(template, { strict: true })(data)
        } catch (fault) {
          const message = `“${template}”: ${fault instanceof Error ? fault.message : String(fault)}; it may name ${Object.keys(data).join(', ') || 'nothing'}.`
          context.addIssue({ code: 'custom', path: [name, language], message })
        }
      }
    }
  })

/** A text of a picture, filled in. */
export type PictureWords = (word: PictureWord, data?: MessageData) => string

/** The texts of pictures in one language. */
export function pictureWords(
  labels: z.output<typeof pictureWordsShape>,
  language: 'zh' | 'en',
): PictureWords {
  const compiled = new Map<PictureWord, (data: MessageData) => string>()
  return (word, data = {}) => {
    const fill =
      compiled.get(word) ??
      Handlebars.compile<MessageData>(labels[word][language], { strict: true, noEscape: true })
    compiled.set(word, fill)
    return fill(data)
  }
}
