import type { UnitId } from '../core/ids.ts'
import type { Subject } from '../plan/subject.ts'

/** Of a subject, all subjects of the same unit, itself among them, in the order in which they were given. */
export function siblingsIn(subjects: readonly Subject[]): (subject: Subject) => readonly Subject[] {
  const byUnit = new Map<UnitId, Subject[]>()
  for (const subject of subjects) {
    const { id } = subject.duty.unit
    const known = byUnit.get(id)
    if (known === undefined) byUnit.set(id, [subject])
    else known.push(subject)
  }
  return (subject) => byUnit.get(subject.duty.unit.id) ?? []
}
