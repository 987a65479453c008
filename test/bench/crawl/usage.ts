import { readFileSync, writeSync } from 'node:fs'

/**
 * Peak resident memory in bytes. Linux starts a child's `maxRSS` with its parent's, which a big parent would make wrong;
 * the high-water mark in /proc is the process's own.
 */
function peakMemory(): number {
  try {
    const [, kilobytes] = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
    if (kilobytes !== undefined) return Number(kilobytes) * 1024
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS * 1024
}

/** Loaded before a contender: tells its own CPU time and peak memory on descriptor 3 when it ends. */
process.on('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage()
  writeSync(3, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, memory: peakMemory() }))
})
