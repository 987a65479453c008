#!/usr/bin/env node
import { EXIT } from '../core/errors.ts'
import { run } from './run.ts'

/** Whoever reads us may stop: `portal-audit rules matrix | head` is no fault. */
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault
  process.exit()
})

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  environment: process.env,
  errIsTerminal: process.stderr.isTTY === true,
})

// Whoever was told to stop does not wait for requests that it has given up.
if (process.exitCode === EXIT.interrupted || process.exitCode === EXIT.terminated) process.exit()
