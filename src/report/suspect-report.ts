import * as z from 'zod'
import { minuteAt } from '../core/day.ts'
import type { Bilingual } from '../core/message.ts'
import type { Observation } from '../core/observation.ts'
import { bilingualShape } from './finding-shape.ts'
import { chainOf, shown } from './seen.ts'

/** An address whose fault counts only once it was seen again, or did. */
export const suspectShape = z
  .strictObject({
    address: z.string(),
    state: z.enum(['open', 'confirmed', 'cleared', 'undecided']),
    cause: z.string(),
    missing: bilingualShape.nullable().describe('What has still to be seen; null when nothing has'),
    next: z
      .string()
      .nullable()
      .describe('When it may be asked again (Asia/Shanghai); null when it need not be'),
    answers: z
      .array(
        z
          .strictObject({
            at: z.string().describe('Asia/Shanghai'),
            purpose: z.string(),
            chain: z.array(z.string()).readonly(),
            counts: z.boolean(),
            why: bilingualShape.nullable().describe('Why the answer does not count'),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()

/** A suspect, ready to be shown. */
export type SuspectReport = z.output<typeof suspectShape>

type Ignored = 'too-soon' | 'our-network' | 'declared'

/** What a suspect is shown from; the ladder is that of its reachability. */
export interface SuspectInput {
  readonly address: string
  readonly isOpen: boolean
  readonly reachability: {
    readonly state: string
    readonly cause: string
    readonly ladder?: {
      readonly kind: 'gone' | 'failing'
      readonly rungs: readonly {
        readonly observation: Observation
        readonly kind: string
        readonly ignored: Ignored | null
      }[]
      readonly missing: {
        readonly answers: number
        readonly days: number
        readonly hours: number
        readonly office: boolean
      }
      readonly nextAt: number | null
    }
  }
}

const WHY: Readonly<Record<Ignored, Bilingual>> = {
  'too-soon': { zh: '与上次间隔太短', en: 'too soon after the one before' },
  'our-network': { zh: '检查方网络不正常', en: 'our own network was not well' },
  declared: { zh: '在报备期内', en: 'notice had been given' },
}
const UNCLEAR: Bilingual = { zh: '不能说明问题', en: 'tells nothing' }

type LadderInput = NonNullable<SuspectInput['reachability']['ladder']>

function missingWords({ kind, missing }: LadderInput): Bilingual {
  if (kind === 'gone') {
    return missing.answers > 0
      ? { zh: `还需 ${missing.answers} 次确认`, en: `${missing.answers} more to confirm it` }
      : { zh: '还需另一检测引擎同意', en: 'the other engine must agree' }
  }
  const parts: readonly (readonly [boolean, string, string])[] = [
    [missing.days > 0, `${missing.days} 天`, `${missing.days} more days`],
    [missing.hours > 0, `${missing.hours} 个其他钟点`, `${missing.hours} other hours of the day`],
    [missing.office, '一次工作日办公时间', 'once in office hours of a working day'],
  ]
  const open = parts.filter(([isOpen]) => isOpen)
  return {
    zh: `还需 ${open.map(([, zh]) => zh).join('、')}`,
    en: `still needs ${open.map(([, , en]) => en).join(', ')}`,
  }
}

const STATES: Readonly<Record<string, SuspectReport['state']>> = {
  dead: 'confirmed',
  failing: 'confirmed',
  alive: 'cleared',
}

/** A suspect with every answer that it gave, and whether it counts. */
export function suspectReport({ address, isOpen, reachability }: SuspectInput): SuspectReport {
  const { state, cause, ladder } = reachability
  const next = isOpen ? (ladder?.nextAt ?? null) : null
  return {
    address: shown(address),
    state: isOpen ? 'open' : (STATES[state] ?? 'undecided'),
    cause,
    missing: isOpen && ladder !== undefined ? missingWords(ladder) : null,
    next: next === null ? null : minuteAt(next),
    answers: (ladder?.rungs ?? []).map(({ observation, kind, ignored }) => ({
      at: minuteAt(observation.observedAt),
      purpose: observation.purpose,
      chain: chainOf(observation),
      counts: ignored === null && kind !== 'unclear',
      why: ignored === null ? (kind === 'unclear' ? UNCLEAR : null) : WHY[ignored],
    })),
  }
}
