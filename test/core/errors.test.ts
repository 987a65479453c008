import { describe, expect, it } from 'vitest'
import { EXIT, formatProblem, InputError } from '../../src/core/errors.ts'

describe('formatProblem', () => {
  it.each([
    [{ file: 'a.csv', message: 'm' }, 'a.csv: m'],
    [{ file: 'a.csv', line: 3, message: 'm' }, 'a.csv:3: m'],
    [{ file: 'a.yaml', line: 3, column: 7, message: 'm' }, 'a.yaml:3:7: m'],
    [{ file: 'a.csv', line: 3, column: 'unit', message: 'm' }, 'a.csv:3:unit: m'],
    [{ file: 'a.csv', column: 'unit', message: 'm' }, 'a.csv:unit: m'],
  ])('%j', (problem, text) => {
    expect(formatProblem(problem)).toBe(text)
  })
})

describe('InputError', () => {
  const problems = [
    { file: 'a.csv', line: 3, message: 'one' },
    { file: 'b.csv', message: 'two' },
  ]

  it('says every problem, a line each', () => {
    const fault = new InputError(problems)
    expect(fault.message).toBe('a.csv:3: one\nb.csv: two')
    expect(fault.problems).toEqual(problems)
    expect(fault.name).toBe('InputError')
    expect(fault).toBeInstanceOf(Error)
  })

  it('is bad input unless said otherwise', () => {
    expect(new InputError(problems).exitCode).toBe(78)
    expect(new InputError(problems, EXIT.usage).exitCode).toBe(64)
  })
})

it('keeps the exit codes that scripts rely on', () => {
  expect(EXIT).toEqual({
    clean: 0,
    programFault: 1,
    findings: 2,
    usage: 64,
    cannotCreate: 73,
    unreliable: 75,
    tryAgain: 75,
    badInput: 78,
    interrupted: 130,
    terminated: 143,
  })
})
