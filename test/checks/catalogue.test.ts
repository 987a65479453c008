import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { catalogue } from '../../src/checks/catalogue.ts'
import { checks } from '../../src/checks/index.ts'
import { readPack } from '../../src/policy/read-pack.ts'

const CHECKS = join(import.meta.dirname, '..', '..', 'src', 'checks')
const HELPERS = new Set([
  'any-check.ts',
  'catalogue.ts',
  'certificate-messages.ts',
  'check.ts',
  'consultation.ts',
  'consultations.ts',
  'download-messages.ts',
  'event-entry.ts',
  'general-entry.ts',
  'late-publication-messages.ts',
  'log-messages.ts',
  'search-messages.ts',
  'index.ts',
  'mailbox-cases.ts',
  'missing-feedback-messages.ts',
  'outdated-copy-messages.ts',
  'overdue-disclosure-messages.ts',
  'owed-report.ts',
  'unread.ts',
])

describe('every check', () => {
  const files = readdirSync(CHECKS).filter((name) => !HELPERS.has(name))

  it('has a file of its own name and stands in the index', () => {
    expect(files.map((name) => name.replace(/\.ts$/, '')).sort()).toEqual([...checks.keys()].sort())
  })

  it('has a test of its own name', () => {
    const tests = readdirSync(import.meta.dirname)
    expect(files.filter((name) => !tests.includes(name.replace(/\.ts$/, '.test.ts')))).toEqual([])
  })

  it.each([...checks.values()].map((check) => [check.id, check] as const))(
    '%s is documented in both languages',
    (id, check) => {
      expect(id).toMatch(/^(?!no-|check-|is-)[a-z0-9]+(-[a-z0-9]+)+$/)
      for (const words of [check.applicability, check.expectation, check.assumptions])
        expect(words.length).toBeGreaterThan(15)
      for (const message of Object.values(catalogue[id] ?? {})) {
        for (const part of [message.text, message.remedy]) {
          expect(part.zh).toMatch(/[\u4e00-\u9fff]/)
          expect(part.en).not.toMatch(/[\u4e00-\u9fff]/)
          expect(part.en.length).toBeGreaterThan(5)
        }
      }
    },
  )

  it('is applied by a rule of the pack', async () => {
    const pack = await readPack(join(CHECKS, '..', '..', 'rules', 'portal-content'), checks)
    const applied = new Set([...pack.rules.values()].map((rule) => rule.check))
    expect([...checks.keys()].filter((id) => !applied.has(id))).toEqual([])
    expect([...pack.rules.values()].filter((rule) => rule.basis.trim().length < 4)).toEqual([])
  })
})
