import type { Address } from '../core/address.ts'
import { SERVICE_ELEMENTS, STAGES } from '../core/service-parts.ts'
import { type ParsedRows, readRowsOfUnits } from './rows-of-units.ts'
import type { Service } from './service.ts'
import type { TextFile } from './table.ts'
import type { ParsedUnits } from './units.ts'

const cellOf = (part: string): string => `${part}_address`

/** The columns of services.csv. */
export const SERVICE_COLUMNS: readonly string[] = [
  'id',
  'unit',
  'name',
  'page_address',
  ...STAGES.map(cellOf),
  ...SERVICE_ELEMENTS.map(cellOf),
]

const addressesOf = <Part extends string>(
  parts: readonly Part[],
  address: (column: string) => Address | null,
): Readonly<Record<Part, Address | null>> =>
  Object.fromEntries(parts.map((part) => [part, address(cellOf(part))])) as Record<Part, Address | null>

/** Reads services.csv. Problems: doubled ids, unknown units, impossible addresses. */
export const parseServices = (file: TextFile, units: ParsedUnits): ParsedRows<Service> =>
  readRowsOfUnits(file, SERVICE_COLUMNS, units, (cells, unit) => ({
    id: cells.text('id'),
    unit,
    name: cells.required('name'),
    page: cells.address('page_address'),
    stages: addressesOf(STAGES, cells.address),
    elements: addressesOf(SERVICE_ELEMENTS, cells.address),
  }))
