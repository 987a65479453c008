import type { Observation } from '../../core/observation.ts'
import type { Page } from '../page.ts'
import type { Reachability } from '../reachability.ts'
import type { FileHead } from './file-head.ts'
import type { FileType } from './file-type.ts'
import { type FilePromise, keepsPromise } from './promise.ts'

/** What is wrong with a download. `page`: a web page stands where a file was promised. */
export type DownloadFault = 'empty' | 'cut' | 'login' | 'not-found' | 'page' | 'wrong-type'

/** One look at a download: the answer, and what was read from it. */
export interface DownloadLook {
  readonly observation: Observation
  readonly file: FileHead | null
  readonly page: Page | null
}

/** What is known of a download after one look. */
export type LookResult = 'good' | 'unclear' | DownloadFault

/** The code of a body that is shorter than its Content-Length says. */
const CUT_ON_THE_WAY = 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'

const GONE = new Set<Page['kind']>(['not-found', 'parked', 'not-filed'])
const UNSETTLED = new Set<Page['kind']>([
  'blocked',
  'maintenance',
  'server-error',
  'script-rendered',
  'empty',
])
/** Words of pages that show the file themselves. */
const VIEWER = /预览|阅读器|viewer|preview/i

/** Old systems send a table as HTML and call it a spreadsheet: office programs open it. */
function isSentAsFile({ answer }: Observation): boolean {
  if (answer.kind !== 'response') return false
  const type = answer.headers['content-type'] ?? ''
  const disposition = answer.headers['content-disposition'] ?? ''
  return (
    /ms-?(?:word|excel|powerpoint)|officedocument|octet-stream/i.test(type) || /attachment/i.test(disposition)
  )
}

function htmlResult(promise: FilePromise, file: FileHead, { observation, page }: DownloadLook): LookResult {
  if (page?.kind === 'login' || page?.kind === 'registration') return 'login'
  if (page !== null && GONE.has(page.kind)) return 'not-found'
  if (promise.ending === null) return 'good'
  if (isSentAsFile(observation)) {
    const isOffice = promise.family === 'sheets' || promise.family === 'words'
    if (file.asksPassword) return 'login'
    return isOffice && file.hasTable ? 'good' : 'unclear'
  }
  if (page === null || UNSETTLED.has(page.kind) || page.jump !== null) return 'unclear'
  return VIEWER.test(`${page.title} ${page.address}`) ? 'unclear' : 'page'
}

/** What one look at a download says. */
export function lookResult(promise: FilePromise, look: DownloadLook): LookResult {
  const { answer } = look.observation
  if (answer.kind === 'failure') return answer.message === CUT_ON_THE_WAY ? 'cut' : 'unclear'
  if (answer.kind !== 'response' || answer.status !== 200) return 'unclear'
  if (answer.bytes === 0) return 'empty'
  if (look.file === null || look.file.type === 'unknown') return 'unclear'
  if (look.file.type === 'html') return htmlResult(promise, look.file, look)
  if (!keepsPromise(promise, look.file.type)) return 'wrong-type'
  return look.file.isCut ? 'cut' : 'good'
}

/** A download, judged from every look at it. A fault counts when a second look shows the same one. */
export interface DownloadState {
  readonly result: LookResult | 'dead'
  /** What the file is; null where no file came. */
  readonly type: FileType | null
}

/** Whether a download must be looked at again before anything is said against it. */
export const needsSecondLook = (result: LookResult): boolean => result !== 'good' && result !== 'unclear'

/** What is known of a download from its first look, its second where there was one, and whether it is dead. */
export function downloadState(
  promise: FilePromise,
  first: DownloadLook | null,
  second: DownloadLook | null,
  reachability: Reachability,
): DownloadState {
  if (reachability.state === 'dead') return { result: 'dead', type: null }
  if (first === null) return { result: 'unclear', type: null }
  const result = lookResult(promise, first)
  const type = first.file?.type ?? null
  if (!needsSecondLook(result)) return { result, type }
  const isAgain = second !== null && lookResult(promise, second) === result
  return { result: isAgain ? result : 'unclear', type }
}
