import * as z from 'zod'
import type { DownloadFact } from '../facts/facts.ts'
import { cantTell, type Defect, defineCheck, failed, inapplicable, passed } from './check.ts'
import { downloadMessages, type FaultMessage, typeWords } from './download-messages.ts'
import { unreadMessages, whyUnread } from './unread.ts'

function defectOf({
  text,
  address,
  promise,
  on,
  state,
  reachability,
}: DownloadFact): Defect<FaultMessage> | null {
  const { result, type } = state
  if (result === 'good' || result === 'unclear') return null
  const evidence = [
    { observation: on, locator: text },
    ...reachability.observations.map(({ id }) => ({ observation: id })),
  ]
  const promised = promise.ending ?? ''
  return { message: result, data: { title: text, address, promised, ...typeWords(type) }, address, evidence }
}

/** Forms and attachments that are not the files they are called (五(三)7). */
export const brokenDownload = defineCheck({
  id: 'broken-download',
  subject: 'column',
  needs: ['landing', 'downloads'],
  options: z.strictObject({
    /** Files asked for in one column, in the order in which a reader finds them. */
    most: z.int().min(1).max(200).default(20),
    /** Whether the files on the column's own page are judged, or only those on the pages of its entries. */
    listed: z.boolean().default(true),
  }),
  applicability:
    'Every column whose page could be read and that offers files, on its page or on those of its entries.',
  expectation:
    'Each of the first files is a file by its first bytes, opens in the program that its name stands for, is whole and not empty.',
  assumptions:
    'Office programs look at the bytes: a docx called doc opens, and so does an HTML table that is sent as a spreadsheet. What two requests do not both show is not held against anyone.',
  messages: { ...downloadMessages, ...unreadMessages },
  judge: ({ facts: { landing, downloads }, options }) => {
    const unread = whyUnread(landing)
    if (unread !== null) return unread
    const judged = downloads.slice(0, options.most).filter((one) => options.listed || !one.listed)
    if (judged.length === 0) return options.listed ? cantTell('none-found') : inapplicable('none-found')
    const [first, ...more] = judged.flatMap((one) => defectOf(one) ?? [])
    if (first !== undefined) return failed(first, ...more)
    const isSettled = judged.some((one) => one.state.result === 'good')
    return isSettled ? passed() : cantTell('unsettled', { count: judged.length })
  },
})
