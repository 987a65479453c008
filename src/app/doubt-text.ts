import type { Bilingual } from '../core/message.ts'
import { doubtMessages } from '../judge/doubt-messages.ts'
import type { Doubt } from '../judge/reliability.ts'
import { DOUBTS } from '../report/doubts.ts'
import { messageRenderer } from '../report/messages.ts'

const render = messageRenderer({ [DOUBTS]: doubtMessages })

/** Why a run or a crawl is not believed, in both languages. */
export const doubtText = ({ message, data }: Doubt): Bilingual => render(DOUBTS, message, 'text', data)
