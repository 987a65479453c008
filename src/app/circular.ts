import { type Day, parseDay } from '../core/day.ts'
import { EXIT, InputError } from '../core/errors.ts'
import { buildCircular } from '../report/circular/build-circular.ts'
import { circularPictures } from '../report/circular/circular-pictures.ts'
import type { Circular } from '../report/circular/circular-shape.ts'
import { officeOf } from '../report/circular/office.ts'
import type { SealedPeriod } from '../report/sealed-shape.ts'
import type { Config } from './config.ts'
import { readDocumentTemplates } from './document-templates.ts'
import { loadPackOf } from './inputs.ts'
import { type DocumentFormat, type Printed, printDocuments } from './print-documents.ts'
import { readSealed } from './sealed-periods.ts'

/** Which circular is to be made. */
export interface CircularRequest {
  /** A period that is sealed, or `latest`. */
  readonly period: string
  /** The serial number of the document in its year; null while it has none. */
  readonly number: number | null
  /** 成文日期; null = the day of sealing. */
  readonly issuedOn: Day | null
  readonly formats: readonly DocumentFormat[]
}

/**
 * The day on which a document is issued: the day given, else that of sealing. Throws {@link InputError} (usage) for a day
 * before the sealing.
 */
export function issueDay(sealed: SealedPeriod, given: Day | null): Day {
  const sealedOn = parseDay(sealed.sealedOn)
  if (sealedOn === null) throw new Error(`${sealed.period} was sealed on no day.`)
  if (given === null || given >= sealedOn) return given ?? sealedOn
  const message = `成文日期早于封存日期 ${sealedOn} / the day of issue is before the day of sealing, ${sealedOn}.`
  throw new InputError([{ file: '--issued-on', message }], EXIT.usage)
}

/**
 * The circular of a sealed period, below `<period>/`. Throws {@link InputError} for a period that is not sealed and for a
 * broken template.
 */
export async function circular(
  config: Config,
  request: CircularRequest,
): Promise<Printed & { readonly circular: Circular }> {
  const { sealed, earlier } = await readSealed(config, request.period)
  const templates = await readDocumentTemplates(config.templates ?? undefined)
  const { calendar } = await loadPackOf(config)
  const office = officeOf(config.office, sealed.report.city)
  const issuedOn = issueDay(sealed, request.issuedOn)
  const made = buildCircular({ sealed, earlier, calendar, office, number: request.number, issuedOn })
  const document = {
    title: `${office.name}关于${made.period.name.zh}门户网站内容保障检查情况的通报`,
    author: office.name,
    madeAt: sealed.sealedAt,
    blocks: templates.circular(made),
    pictures: circularPictures(sealed, earlier, templates.labels),
  }
  const jobs = [{ path: `${sealed.period}/circular`, document, data: made }]
  const printed = await printDocuments(jobs, request.formats, templates.css, config.print.browser)
  return { ...printed, circular: made }
}
