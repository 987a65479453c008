import { type Day, dayAt, parseDay } from '../core/day.ts'
import { EXIT, InputError, type Problem } from '../core/errors.ts'
import { type AttestedDuty, attestedDuties, type ManualClause, manualClauses } from '../plan/manual-duties.ts'
import type { Pack } from '../policy/pack.ts'
import type { Attestation } from '../registry/attestation.ts'
import { attestationRegister } from '../registry/attestations.ts'
import { csvText } from '../registry/csv-text.ts'
import { nearestHint, unitFinder } from '../registry/find-unit.ts'
import type { Registry } from '../registry/registry.ts'
import type { Config } from './config.ts'
import type { Edges } from './edges.ts'
import { loadInputs } from './inputs.ts'
import { changingRegistry } from './registry-lock.ts'
import { writeFiles } from './write-files.ts'

/** What a person attests, as typed. */
export interface AttestRequest {
  readonly unit: string
  readonly clause: string
  readonly by: string
  readonly on: string
  readonly note: string
}

const FILE = attestationRegister.file

/** Why the clause is none that can be attested; null when it is one. */
function faultOfClause(id: string, pack: Pack, clauses: readonly ManualClause[]): string | null {
  if (clauses.some((one) => one.clause === id)) return null
  const general = pack.general.find((duty) => duty.id === id)
  if (general?.owedBy === 'office')
    return `${id} 是办公厅自己的责任，不由单位核查 / ${id} is the General Office’s own duty; no unit attests it.`
  if (general !== undefined || pack.items.has(id))
    return `${id} 由规则检查，无须人工核查 / ${id} is checked by rules; nothing is attested of it.`
  return `没有条款“${id}”/ no clause ${id}; expected one of ${clauses.map((one) => one.clause).join(', ')}.`
}

function faultOfDay(text: string, today: Day): string | null {
  const day = parseDay(text)
  if (day === null) return `“${text}”不是日期，应如 2026-03-31 / not a day; write it like 2026-03-31.`
  return day <= today
    ? null
    : `核查日期 ${day} 晚于今天 ${today} / ${day} is in the future; today is ${today}.`
}

function checked(
  request: AttestRequest,
  pack: Pack,
  registry: Registry,
  today: Day,
): Omit<Attestation, 'id'> {
  const { clause: id, by, note } = request
  const unit = unitFinder(registry.units)(request.unit)
  const clauses = manualClauses(pack, registry, today)
  const clause = clauses.find((one) => one.clause === id)
  const owes = unit === null || clause === undefined || clause.units.has(unit.id)
  const faults = [
    unit === null
      ? `没有单位“${request.unit}”/ no unit ${request.unit}; give an id, name or alias of units.csv.${nearestHint(request.unit, registry.units)}`
      : null,
    faultOfClause(id, pack, clauses),
    owes
      ? null
      : `${unit?.name}不承担 ${id} / ${unit?.name} does not owe ${id}; see portal-audit attest list.`,
    by.trim() === '' ? '核查人不能为空 / --by must name who attests.' : null,
    faultOfDay(request.on, today),
  ]
  const problems: readonly Problem[] = faults.flatMap((message) =>
    message === null ? [] : [{ file: 'attest', message }],
  )
  const on = parseDay(request.on)
  if (problems.length > 0 || unit === null || on === null) throw new InputError(problems, EXIT.usage)
  return { unit: unit.id, clause: id, by: by.trim(), on, note: note.trim() }
}

/** An id that no row has: the day, and a number. */
function freshId(on: Day, taken: ReadonlySet<string>): string {
  const next = (at: number): string => (taken.has(`a-${on}-${at}`) ? next(at + 1) : `a-${on}-${at}`)
  return next(1)
}

/**
 * Adds a row to attestations.csv, whole or not at all, and returns it. Throws {@link InputError} with everything that is
 * wrong: the unit, the clause, the unit does not owe it, nobody, no day or one in the future.
 */
export const attest = (config: Config, request: AttestRequest, edges: Edges): Promise<Attestation> =>
  changingRegistry(config.registry, () => addAttestation(config, request, edges))

async function addAttestation(config: Config, request: AttestRequest, edges: Edges): Promise<Attestation> {
  const today = dayAt(edges.now())
  const { pack, registry } = await loadInputs(config, today)
  const row = checked(request, pack, registry, today)
  const added = { id: freshId(row.on, new Set(registry.attestations.map((one) => one.id))), ...row }
  const headings = attestationRegister.headings.map((heading) => heading.id)
  const rows = [...registry.attestations, added].map(attestationRegister.cells)
  await writeFiles(config.registry, [{ path: FILE, content: csvText(headings, rows) }])
  return added
}

/** Every manual clause at every unit, or at one, as it stands on the day judged, today unless configured. Throws {@link InputError} for an unknown unit. */
export async function listAttested(
  config: Config,
  unit: string | null,
  edges: Edges,
): Promise<readonly (AttestedDuty & { readonly unitName: string })[]> {
  const asOf = config.asOf ?? dayAt(edges.now())
  const { pack, registry } = await loadInputs(config, asOf)
  const found = unit === null ? null : unitFinder(registry.units)(unit)
  if (unit !== null && found === null) {
    const message = `没有单位“${unit}”/ no unit ${unit}; give an id, name or alias of units.csv.${nearestHint(unit, registry.units)}`
    throw new InputError([{ file: 'attest', message }], EXIT.usage)
  }
  return attestedDuties(pack, registry, asOf)
    .filter((one) => found === null || one.unit === found.id)
    .map((one) => ({ ...one, unitName: registry.units.get(one.unit)?.name ?? one.unit }))
}
