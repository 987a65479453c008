import * as z from 'zod'
import type { SearchTry } from '../facts/facts.ts'
import { cantTell, type Defect, defineCheck, failed, passed } from './check.ts'
import { searchMessages } from './search-messages.ts'
import { unreadMessages, whyUnread } from './unread.ts'

type Miss = 'none' | 'elsewhere' | 'dead'

const isMiss = (result: SearchTry['result']): result is Miss =>
  result === 'none' || result === 'elsewhere' || result === 'dead'

/** A unit's search that does not find what the unit has published (五(七)1). */
export const searchGap = defineCheck({
  id: 'search-gap',
  subject: 'column',
  needs: ['landing', 'search'],
  options: z.strictObject({
    /** Titles that must all be missed before a search is held to be broken. */
    titles: z.int().min(1).max(2).default(2),
  }),
  applicability: 'Every column registered for the search of a unit’s site whose page could be read.',
  expectation:
    'The page or the unit’s home page has a search form, and a search for a title that the unit has published finds it on the first page of results.',
  assumptions:
    'An index may take a week, so that titles a week older than the newest are searched for; one that is found suffices. Forms that send by POST or script, and results that do not say what they answer, are not held against anyone.',
  messages: { ...searchMessages, ...unreadMessages },
  judge: ({ facts: { landing, search }, options }) => {
    const { form, tries } = search
    if (form === 'none' && landing.kind === 'page') {
      return failed({ message: 'form-absent', data: {}, evidence: [{ observation: landing.observation.id }] })
    }
    if (form === 'none' || form === 'unknown') return whyUnread(landing) ?? cantTell('unclear')
    if (form !== 'ask') return cantTell('unusable')
    if (tries.some(({ result }) => result === 'found')) return passed()
    if (tries.length < options.titles) return cantTell('no-titles')
    const misses = tries.flatMap(({ title, results, result, observation }): readonly Defect<Miss>[] => {
      if (!isMiss(result) || observation === null) return []
      return [{ message: result, data: { title, results }, evidence: [{ observation: observation.id }] }]
    })
    const [first] = misses
    return first === undefined || misses.length < tries.length ? cantTell('unclear') : failed(first)
  },
})
