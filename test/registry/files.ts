import { InputError } from '../../src/core/errors.ts'
import { parseRegistryFiles } from '../../src/registry/read-registry.ts'
import type { Registry } from '../../src/registry/registry.ts'

/** Items that the tests' policy has. */
export const ITEMS: ReadonlySet<string> = new Set(['1.1', '2.1', '2.8', '2.10', '3.1', '4.1'])

export const UNITS_HEADER = 'id,name,aliases,kind,site,active_from,active_to,successor,relevant_items,contact'
export const COLUMNS_HEADER = 'id,unit,item,name,maintenance,portal_address,unit_address'
export const SERVICES_HEADER =
  'id,unit,name,page_address,application_address,status_address,result_address,guide_address,forms_address,consultation_address,complaint_address,faq_address,laws_address,agency_address'
export const EVENTS_HEADER = 'id,unit,item,kind,name,aliases,on,note'
export const NOTICES_HEADER = 'id,unit,kind,from,to,covers,new_address,reason'
export const WAIVERS_HEADER = 'id,unit,item,rule,address,fingerprint,reason,approver,from,to,measured'
export const ATTESTATIONS_HEADER = 'id,unit,clause,by,on,note'

const UNITS = ['fgw,市发展改革委,市发改委,department,,,,,2.8,', 'qingxi,清溪区,,district,,,,,,']

/** The rows of each file; units are two good ones and the others none unless given. */
export interface Rows {
  readonly units?: readonly string[]
  readonly columns?: readonly string[]
  readonly services?: readonly string[]
  readonly events?: readonly string[]
  readonly notices?: readonly string[]
  readonly waivers?: readonly string[]
  readonly attestations?: readonly string[]
}

/** The files of a registry with these rows under good headers. */
export const filesOf = (rows: Rows): Readonly<Record<string, string>> => ({
  'units.csv': [UNITS_HEADER, ...(rows.units ?? UNITS)].join('\n'),
  'columns.csv': [COLUMNS_HEADER, ...(rows.columns ?? [])].join('\n'),
  'services.csv': [SERVICES_HEADER, ...(rows.services ?? [])].join('\n'),
  'events.csv': [EVENTS_HEADER, ...(rows.events ?? [])].join('\n'),
  'notices.csv': [NOTICES_HEADER, ...(rows.notices ?? [])].join('\n'),
  'waivers.csv': [WAIVERS_HEADER, ...(rows.waivers ?? [])].join('\n'),
  'attestations.csv': [ATTESTATIONS_HEADER, ...(rows.attestations ?? [])].join('\n'),
})

/** Reads files as a registry. */
export const read = (files: Readonly<Record<string, string>>): Registry => parseRegistryFiles(files, ITEMS)

/** What is wrong with files, as `file:line:column` and the message; empty when they are good. */
export function problemsOf(files: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  try {
    read(files)
    return []
  } catch (fault) {
    if (!(fault instanceof InputError)) throw fault
    return fault.problems.map(({ file, line, column, message }) => [
      [file, line, column].filter((part) => part !== undefined).join(':'),
      message,
    ])
  }
}
