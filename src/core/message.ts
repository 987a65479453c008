import type { CheckId, MessageId } from './ids.ts'

/** One sentence in both languages. */
export interface Bilingual {
  /** Simplified Chinese: what officials read. */
  readonly zh: string
  readonly en: string
}

/** What a template may be filled with. Days are `YYYY-MM-DD`, counts are numbers, lists are already joined. */
export type MessageData = Readonly<Record<string, string | number>>

/**
 * One thing that a check can say. `text` is a Handlebars template over the finding's data: what was seen, as a
 * clerk can act on it; `remedy` is what to do about it.
 */
export interface Message {
  readonly text: Bilingual
  readonly remedy: Bilingual
}

/** Every message of every check: `catalogue[check][message]`. */
export type MessageCatalogue = Readonly<Record<CheckId, Readonly<Record<MessageId, Message>>>>
