import { existsSync, mkdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { InputError } from '../../src/core/errors.ts'
import { lockWork } from '../../src/store/work-lock.ts'
import { type Workspace, workspace } from '../support/workspace.ts'

let space: Workspace

beforeAll(async () => {
  space = await workspace()
})

afterAll(() => space.remove())

function refusal(path: string, work: string): InputError {
  try {
    lockWork(path, work).release()
  } catch (fault) {
    if (fault instanceof InputError) return fault
    throw fault
  }
  throw new Error('it was not refused')
}

describe('the right to do one kind of work', () => {
  it('is one process’s at a time, for each kind, and leaves no file', () => {
    const path = space.path('store.sqlite')
    const lock = lockWork(path, 'seal')
    expect(refusal(path, 'seal')).toMatchObject({ exitCode: 73, problems: [{ file: path }] })
    lockWork(path, 'audit').release()
    lock.release()
    lockWork(path, 'seal').release()
    expect(existsSync(`${path}-seal.lock`)).toBe(false)
  })

  it('is refused with what to do next where no file can be made', () => {
    const path = space.path('other.sqlite')
    mkdirSync(`${path}-seal.lock`)
    const { exitCode, message } = refusal(path, 'seal')
    expect(exitCode).toBe(73)
    expect(message).toContain('--store')
  })
})
