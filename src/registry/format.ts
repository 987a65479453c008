import { SERVICE_ELEMENTS, STAGES } from '../core/service-parts.ts'
import { COLUMN_COLUMNS } from './columns.ts'
import { csvText } from './csv-text.ts'
import type { Notice } from './notice.ts'
import { NOTICE_COLUMNS } from './notices.ts'
import type { PortalColumn } from './portal-column.ts'
import type { Registry } from './registry.ts'
import type { Service } from './service.ts'
import { SERVICE_COLUMNS } from './services.ts'
import type { Unit } from './unit.ts'
import { UNIT_COLUMNS } from './units.ts'

type Cells = readonly (string | null)[]

const unitCells = (unit: Unit): Cells => [
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
]

const columnCells = (column: PortalColumn): Cells => [
  column.id,
  column.unit,
  column.item,
  column.name,
  column.maintenance,
  column.portalAddress,
  column.unitAddress,
]

const serviceCells = (service: Service): Cells => [
  service.id,
  service.unit,
  service.name,
  service.page,
  ...STAGES.map((stage) => service.stages[stage]),
  ...SERVICE_ELEMENTS.map((element) => service.elements[element]),
]

const coversCell = (covers: Notice['covers']): string | null => {
  if (covers === null) return null
  return covers.kind === 'host' ? covers.host : covers.address
}

const noticeCells = (notice: Notice): Cells => [
  notice.id,
  notice.unit,
  notice.kind,
  notice.from,
  notice.to,
  coversCell(notice.covers),
  notice.newAddress,
  notice.reason,
]

/** A registry as CSV files, by name, that Excel opens with Chinese intact. Reading them gives the same registry again. */
export const formatRegistry = (registry: Registry): Readonly<Record<string, string>> => ({
  'units.csv': csvText(UNIT_COLUMNS, [...registry.units.values()].map(unitCells)),
  'columns.csv': csvText(COLUMN_COLUMNS, registry.columns.map(columnCells)),
  'services.csv': csvText(SERVICE_COLUMNS, registry.services.map(serviceCells)),
  'notices.csv': csvText(NOTICE_COLUMNS, registry.notices.map(noticeCells)),
})
