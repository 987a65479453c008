#!/usr/bin/env node
import { EXIT } from '../core/errors.ts'
import { run } from './run.ts'
import { standardStreams } from './standard-streams.ts'

const { terminal, endedWith } = standardStreams(process)

const code = await run(process.argv.slice(2), {
  ...terminal,
  environment: process.env,
  errIsTerminal: process.stderr.isTTY === true,
})
// What was printed last may fail a moment later.
await new Promise((resolve) => setImmediate(resolve))
process.exitCode = endedWith(code)

// Whoever was told to stop does not wait for requests that it has given up.
if (process.exitCode === EXIT.interrupted || process.exitCode === EXIT.terminated) process.exit()
