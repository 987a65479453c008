import type { Address } from '../core/address.ts'
import type { Stage } from '../core/service-parts.ts'
import { contentAddress, type PortalColumn } from '../registry/portal-column.ts'
import type { Service } from '../registry/service.ts'
import type { Duty } from './duty.ts'
import type { AddressRole, Subject } from './subject.ts'

const ROLE_LABELS: Readonly<Record<AddressRole, (name: string) => string>> = {
  portal: (name) => `${name}（门户栏目）`,
  unit: (name) => `${name}（单位网站）`,
  application: (name) => `${name} · 在线受理`,
  status: (name) => `${name} · 状态查询`,
  result: (name) => `${name} · 结果反馈`,
}

function addressSubject(
  duty: Duty,
  owner: string,
  name: string,
  role: AddressRole,
  address: Address,
): Subject {
  const ref = {
    kind: 'address',
    key: `address:${owner}:${role}`,
    label: ROLE_LABELS[role](name),
    address,
  } as const
  return { kind: 'address', duty, ref, role, address }
}

function ofColumn(duty: Duty, column: PortalColumn): readonly Subject[] {
  const roles = [
    ['portal', column.portalAddress],
    ['unit', column.unitAddress],
  ] as const
  const addresses = roles.flatMap(([role, address]) =>
    address === null ? [] : [addressSubject(duty, column.id, column.name, role, address)],
  )
  const content = contentAddress(column)
  if (content === null) return addresses
  const ref = { kind: 'column', key: `column:${column.id}`, label: column.name, address: content } as const
  return [{ kind: 'column', duty, ref, column, address: content }, ...addresses]
}

function serviceSubject(duty: Duty, service: Service): Subject {
  const ref = { kind: 'service', key: `service:${service.id}`, label: service.name, address: null } as const
  return { kind: 'service', duty, ref, service }
}

function ofStage(duty: Duty, service: Service, stage: Stage): readonly Subject[] {
  const address = service.stages[stage]
  return address === null ? [] : [addressSubject(duty, service.id, service.name, stage, address)]
}

/**
 * Two subjects of one kind at one address of one duty would be one fault told twice: the first one stands. Stages come
 * before columns, because what a wall means depends on the stage.
 */
function withoutTwins(subjects: readonly Subject[]): readonly Subject[] {
  const seen = new Set<string>()
  return subjects.filter((subject) => {
    const { address } = subject.ref
    const key = `${subject.kind} ${address}`
    if (address !== null && seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/**
 * What rules are applied to. Each duty is a subject itself; each column is one, at the address whose content is judged;
 * each registered address is one; and each service is one, once, at the duty of its application stage (3.1).
 */
export const subjects = (duties: readonly Duty[]): readonly Subject[] =>
  duties.flatMap((duty) => {
    const label = duty.item.title
    const self: Subject = { kind: 'duty', duty, ref: { kind: 'duty', key: 'duty', label, address: null } }
    const { stage } = duty.item
    return withoutTwins([
      self,
      ...duty.unitServices.map((service) => serviceSubject(duty, service)),
      ...(stage === null ? [] : duty.services.flatMap((service) => ofStage(duty, service, stage))),
      ...duty.columns.flatMap((column) => ofColumn(duty, column)),
    ])
  })
