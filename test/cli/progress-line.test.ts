import { describe, expect, it } from 'vitest'
import { progressLine, progressText } from '../../src/cli/progress-line.ts'

describe('one line of progress', () => {
  it.each([
    ['nothing yet', { done: 0, known: 10, round: 1 }, 0, 0, '0/10', '0/s', 'ETA 0:00'],
    ['half in a second', { done: 5, known: 10, round: 1 }, 1000, 0, '5/10', '5/s', 'ETA 0:01'],
    ['minutes to go', { done: 10, known: 1210, round: 2 }, 1000, 0, '10/1210', '10/s', 'ETA 2:00'],
    [
      'what was there before does not speed it up',
      { done: 105, known: 110, round: 3 },
      5000,
      100,
      '105/110',
      '1/s',
      'ETA 0:05',
    ],
  ])('%s', (_what, progress, elapsed, before, ...words) => {
    const text = progressText({ phase: 'asking', ...progress }, elapsed, before)
    for (const word of words) expect(text).toContain(word)
    expect(text).toContain(`round ${progress.round}`)
  })

  const shownOn = (errIsTerminal: boolean, quiet: boolean): string => {
    let shown = ''
    let now = 0
    const terminal = {
      out: () => undefined,
      err: (text: string) => {
        shown += text
      },
      environment: {},
      errIsTerminal,
    }
    const line = progressLine(terminal, quiet, () => now)
    for (const done of [1, 2, 3]) {
      now += 150
      line.onProgress({ phase: 'asking', done, known: 3, round: 1 })
    }
    line.finish()
    return shown
  }

  it('is redrawn on a terminal and cleared at the end', () => {
    expect(shownOn(true, false)).toContain('3/3')
    expect(shownOn(true, false).endsWith('\r\u001b[K')).toBe(true)
  })

  it.each([
    ['a file', false, false],
    ['a quiet terminal', true, true],
  ])('is not shown on %s', (_what, terminal, quiet) => expect(shownOn(terminal, quiet)).toBe(''))
})
