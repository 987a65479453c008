import { stringify } from 'csv-stringify/sync'
import { SERVICE_ELEMENTS, STAGES } from '../core/service-parts.ts'
import { COLUMN_COLUMNS } from './columns.ts'
import type { Notice } from './notice.ts'
import { NOTICE_COLUMNS } from './notices.ts'
import type { Registry } from './registry.ts'
import { SERVICE_COLUMNS } from './services.ts'
import { UNIT_COLUMNS } from './units.ts'

/** Rows to CSV: with a byte order mark and CRLF, so that Excel shows Chinese. */
const csv = (columns: readonly string[], rows: readonly (readonly (string | null)[])[]): string =>
  stringify([[...columns], ...rows.map((row) => row.map((cell) => cell ?? ''))], {
    bom: true,
    record_delimiter: 'windows',
  })

const coversText = (covers: Notice['covers']): string | null =>
  covers === null ? null : covers.kind === 'host' ? covers.host : covers.address

/** A registry as CSV files, by name. Reading them gives the same registry again. */
export function formatRegistry(registry: Registry): Readonly<Record<string, string>> {
  const units = [...registry.units.values()].map((unit) => [
    unit.id,
    unit.name,
    unit.aliases.join(';'),
    unit.kind,
    unit.site,
    unit.activeFrom,
    unit.activeTo,
    unit.successor,
    unit.relevantItems.join(';'),
    unit.contact,
  ])
  const columns = registry.columns.map((one) => [
    one.id,
    one.unit,
    one.item,
    one.name,
    one.maintenance,
    one.portalAddress,
    one.unitAddress,
  ])
  const services = registry.services.map((one) => [
    one.id,
    one.unit,
    one.name,
    one.page,
    ...STAGES.map((stage) => one.stages[stage]),
    ...SERVICE_ELEMENTS.map((element) => one.elements[element]),
  ])
  const notices = registry.notices.map((one) => [
    one.id,
    one.unit,
    one.kind,
    one.from,
    one.to,
    coversText(one.covers),
    one.newAddress,
    one.reason,
  ])
  return {
    'units.csv': csv(UNIT_COLUMNS, units),
    'columns.csv': csv(COLUMN_COLUMNS, columns),
    'services.csv': csv(SERVICE_COLUMNS, services),
    'notices.csv': csv(NOTICE_COLUMNS, notices),
  }
}
