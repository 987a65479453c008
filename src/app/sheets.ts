import type { Day } from '../core/day.ts'
import { EXIT, InputError } from '../core/errors.ts'
import type { UnitId } from '../core/ids.ts'
import { sheetPictures } from '../report/circular/circular-pictures.ts'
import { type Office, officeOf } from '../report/circular/office.ts'
import type { DocumentTemplates } from '../report/document-templates.ts'
import type { OfficialDocument } from '../report/official/official-document.ts'
import type { SealedPeriod } from '../report/sealed-shape.ts'
import { buildSheet } from '../report/sheet/build-sheet.ts'
import type { Sheet } from '../report/sheet/sheet-shape.ts'
import { issueDay } from './circular.ts'
import type { Config } from './config.ts'
import { readDocumentTemplates } from './document-templates.ts'
import { type DocumentFormat, type Printed, printDocuments } from './print-documents.ts'
import { readSealed, type SealedWithEarlier } from './sealed-periods.ts'

/** Which sheets are to be made. */
export interface SheetsRequest {
  /** A period that is sealed, or `latest`. */
  readonly period: string
  /** Ids or names of units; empty = all. */
  readonly units: readonly string[]
  /** 成文日期; null = the day of sealing. */
  readonly issuedOn: Day | null
  readonly formats: readonly DocumentFormat[]
}

/** Where the files of a unit's sheet lie, without the ending. */
export const sheetPath = (period: string, unit: UnitId): string => `${period}/sheets/${unit}`

/** Ids of units of a sealed period, by id or name; all where none is named. Throws {@link InputError} (usage). */
export function unitsNamed({ report, period }: SealedPeriod, named: readonly string[]): readonly UnitId[] {
  if (named.length === 0) return report.units.map(({ id }) => id)
  const ids = named.map((name) => {
    const found = report.units.find((unit) => unit.id === name || unit.name === name)
    if (found !== undefined) return found.id
    const message = `${period} 没有这个单位 / has no unit “${name}”.`
    throw new InputError([{ file: '--unit', message }], EXIT.usage)
  })
  return [...new Set(ids)]
}

/** A unit's sheet as data and as the document that is printed. */
export interface UnitSheet {
  readonly unit: UnitId
  readonly sheet: Sheet
  readonly document: OfficialDocument
}

/** The sheets of units of a sealed period. */
export function unitSheets(
  { sealed, earlier }: SealedWithEarlier,
  units: readonly UnitId[],
  office: Office,
  issuedOn: Day,
  templates: DocumentTemplates,
): readonly UnitSheet[] {
  return units.map((unit) => {
    const sheet = buildSheet({ sealed, earlier, office, issuedOn }, unit)
    const document = {
      title: `${sheet.unit.name}监管工作提示单（${sheet.number}）`,
      author: office.name,
      madeAt: sealed.sealedAt,
      blocks: templates.sheet(sheet),
      pictures: sheetPictures([...earlier, sealed], sheet.unit, templates.labels),
    }
    return { unit, sheet, document }
  })
}

/**
 * The sheets (监管工作提示单) of a sealed period, below `<period>/sheets/`. Throws {@link InputError} for a period that is
 * not sealed, an unknown unit and a broken template.
 */
export async function sheets(config: Config, request: SheetsRequest): Promise<Printed> {
  const read = await readSealed(config, request.period)
  const { sealed } = read
  const templates = await readDocumentTemplates(config.templates ?? undefined)
  const office = officeOf(config.office, sealed.report.city)
  const issuedOn = issueDay(sealed, request.issuedOn)
  const units = unitsNamed(sealed, request.units)
  const jobs = unitSheets(read, units, office, issuedOn, templates).map(({ unit, sheet, document }) => ({
    path: sheetPath(sealed.period, unit),
    document,
    data: sheet,
  }))
  return printDocuments(jobs, request.formats, templates.css, config.print.browser)
}
