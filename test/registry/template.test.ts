import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseRegistryFiles, REGISTRY_FILES } from '../../src/registry/read-registry.ts'
import { registryTemplate } from '../../src/registry/template.ts'

interface Section {
  readonly items?: readonly { readonly id: string; readonly owedBy: { readonly units?: readonly string[] } }[]
}

const RULES = join(import.meta.dirname, '..', '..', 'rules', 'portal-content')
const items = readdirSync(RULES)
  .filter((name) => /^\d.*\.yaml$/.test(name))
  .flatMap((name) => (parse(readFileSync(join(RULES, name), 'utf8')) as Section).items ?? [])

const registry = parseRegistryFiles(registryTemplate(), new Set(items.map((item) => item.id)))
const names = new Set([...registry.units.values()].flatMap((unit) => [unit.name, ...unit.aliases]))

describe('registryTemplate', () => {
  it('reads without a problem, and shows each thing once', () => {
    expect(registry.columns.map((column) => column.unit)).toEqual(['qingxi', 'qingxi'])
    expect(registry.services.map((service) => service.unit)).toEqual(['gaj'])
    expect([...registry.events, ...registry.notices, ...registry.waivers]).toEqual([])
  })

  it('has every unit that the policy names, and its 29 departments and enterprises beside one district', () => {
    const named = new Set(items.flatMap((item) => item.owedBy.units ?? []))
    expect([...named].filter((name) => !names.has(name))).toEqual([])
    expect(registry.units.size).toBe(30)
    expect(
      [...registry.units.values()].filter((unit) => unit.kind === 'enterprise').map((unit) => unit.name),
    ).toEqual(['市电力公司'])
  })

  it('opens in Excel', () => {
    expect(Object.keys(registryTemplate())).toEqual(REGISTRY_FILES)
    for (const text of Object.values(registryTemplate())) expect(text.startsWith('\ufeffid,')).toBe(true)
  })
})
