import type { Address } from '../core/address.ts'
import type { Moves } from '../registry/moves.ts'
import type { PortalColumn } from '../registry/portal-column.ts'
import type { Service } from '../registry/service.ts'
import type { Duty } from './duty.ts'

type Move = (address: Address | null) => Address | null

const movedColumn = (column: PortalColumn, move: Move): PortalColumn => ({
  ...column,
  portalAddress: move(column.portalAddress),
  unitAddress: move(column.unitAddress),
})

const movedParts = <Part extends string>(
  parts: Readonly<Record<Part, Address | null>>,
  move: Move,
): Readonly<Record<Part, Address | null>> =>
  Object.fromEntries(
    Object.entries<Address | null>(parts).map(([part, address]) => [part, move(address)]),
  ) as Record<Part, Address | null>

const movedService = (service: Service, move: Move): Service => ({
  ...service,
  page: move(service.page),
  stages: movedParts(service.stages, move),
  elements: movedParts(service.elements, move),
})

/** The duties with every address at which something is registered where its unit has declared that it has moved. */
export const movedDuties = (duties: readonly Duty[], moves: Moves): readonly Duty[] =>
  duties.map((duty) => {
    const move: Move = (address) => (address === null ? null : (moves.to(duty.unit.id, address) ?? address))
    return {
      ...duty,
      unit: { ...duty.unit, site: move(duty.unit.site) },
      columns: duty.columns.map((column) => movedColumn(column, move)),
      services: duty.services.map((service) => movedService(service, move)),
      unitServices: duty.unitServices.map((service) => movedService(service, move)),
    }
  })
