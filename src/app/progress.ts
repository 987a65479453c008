/** How far a run has come: what the command line shows while it waits. */
export interface Progress {
  readonly phase: 'asking' | 'judging' | 'writing'
  /** Answers stored so far. */
  readonly done: number
  /** Questions known so far; grows as pages lead to further ones. */
  readonly known: number
  /** Round of questions, 1-based. */
  readonly round: number
  /** `HH:MM` in Asia/Shanghai, when the run has begun to wait for the end of the quiet hours; nothing else is said then. */
  readonly quietUntil?: string
}

/** Told now and then how far a run has come. */
export type OnProgress = (progress: Progress) => void
