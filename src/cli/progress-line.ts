import type { OnProgress, Progress } from '../app/progress.ts'
import type { Terminal } from './terminal.ts'

const clock = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.round(milliseconds / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** One line of progress: counts, rate and the time left of this round. */
export function progressText(progress: Progress, elapsed: number, doneAtStart: number): string {
  const here = progress.done - doneAtStart
  const left = here > 0 ? ((progress.known - progress.done) * elapsed) / here : 0
  const rate = elapsed > 0 ? Math.round((here * 1000) / elapsed) : 0
  return `第${progress.round}轮 round ${progress.round}  ${progress.done}/${progress.known}  ${rate}/s  剩余 ETA ${clock(left)}`
}

/** Shows progress on a terminal, at most ten times a second; says nothing elsewhere. `finish` clears the line. */
export function progressLine(terminal: Terminal, quiet: boolean, now: () => number) {
  const shown = terminal.errIsTerminal && !quiet
  const startedAt = now()
  let doneAtStart: number | null = null
  let lastAt = 0
  const onProgress: OnProgress = (progress) => {
    const { quietUntil } = progress
    if (quietUntil !== undefined) {
      if (!quiet)
        terminal.err(
          `安静时段，${quietUntil} 后继续 / quiet hours: going on at ${quietUntil} (Asia/Shanghai)\n`,
        )
      return
    }
    doneAtStart ??= progress.done - 1
    if (!shown || now() - lastAt < 100) return
    lastAt = now()
    terminal.err(`\r\u001b[K${progressText(progress, now() - startedAt, doneAtStart)}`)
  }
  return { onProgress, finish: () => shown && terminal.err('\r\u001b[K') }
}
