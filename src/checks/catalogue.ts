import type { MessageCatalogue } from '../core/message.ts'
import { checks } from './index.ts'

/** Every message of every check. */
export const catalogue: MessageCatalogue = Object.fromEntries(
  [...checks].map(([id, check]) => [id, check.messages]),
)
