import Handlebars from 'handlebars'
import type { CheckId, MessageId } from '../core/ids.ts'
import type { Bilingual, MessageCatalogue, MessageData } from '../core/message.ts'

type Render = (check: CheckId, message: MessageId, part: 'text' | 'remedy', data: MessageData) => Bilingual

/** Fills messages in. Throws for an unknown message or missing data: both are faults of a check. */
export function messageRenderer(catalogue: MessageCatalogue): Render {
  const compiled = new Map<string, (data: MessageData) => string>()
  const render = (template: string, data: MessageData): string => {
    const known =
      compiled.get(template) ?? Handlebars.compile<MessageData>(template, { strict: true, noEscape: true })
    compiled.set(template, known)
    return known(data)
  }
  return (check, message, part, data) => {
    const found = catalogue[check]?.[message]
    if (found === undefined) throw new Error(`No message ${message} of check ${check}.`)
    return { zh: render(found[part].zh, data), en: render(found[part].en, data) }
  }
}
