import { spawn } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { buffer, text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PROGRAM } from '../support/built.ts'
import { type CityWorkspace, cityWorkspace } from '../support/city-workspace.ts'

const SCOPE = ['--unit', '市电力公司', '--quiet']

/** Into a pipe that nobody reads; ends with the program's own code. */
const UNREAD = '| true; exit $PIPESTATUS'
const UNREAD_WITH_ERRORS = `2>&1 ${UNREAD}`

let space: CityWorkspace

beforeAll(async () => {
  space = await cityWorkspace()
})

afterAll(() => space.close())

/** Runs the real program with a shell's redirection behind it. */
async function redirected(to: string, ...args: readonly string[]) {
  const child = spawn('bash', ['-c', `"$@" ${to}`, 'bash', process.execPath, PROGRAM, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const code = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await code, out, err }
}

describe('standard output', () => {
  it('on a full disk is told, without a stack trace, and ends with 73', async () => {
    const ended = await redirected('>/dev/full', 'rules', 'list')
    expect(ended).toMatchObject({ code: 73, out: '' })
    expect(ended.err).toContain('ENOSPC')
    expect(ended.err).not.toMatch(/\n\s+at /)
  })

  it.each([
    ['a long table', ['rules', 'matrix'], 0],
    ['a misspelt command', ['frobnicate'], 64],
  ])('that nobody reads keeps its code, as errors do: %s', async (_what, args, code) => {
    const ended = await redirected(UNREAD_WITH_ERRORS, ...args)
    expect(ended).toEqual({ code, out: '', err: '' })
  })

  it('that nobody reads does not stop an audit before its reports are written', async () => {
    const out = space.path('unread')
    const audit = ['audit', '-c', space.config, '--out', out, '--format', 'text,json', ...SCOPE]
    const ended = await redirected(UNREAD, ...audit)
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(await readdir(out)).toEqual(['report.json', 'report.txt'])
  })

  it('that is closed ends the reading of a manifest that never ends', async () => {
    const child = spawn(process.execPath, [PROGRAM, 'facts', '--manifest', '-'], {
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const code = new Promise<number | null>((resolve) => child.once('exit', resolve))
    const lines = setInterval(() => child.stdin.write('{"file":"nowhere.html"}\n'), 5)
    child.stdin.on('error', () => clearInterval(lines))
    child.stdout.once('data', () => child.stdout.destroy())
    await buffer(child.stderr)
    clearInterval(lines)
    expect(await code).toBe(78)
  })
})
