import type * as z from 'zod'
import type { CheckId } from '../core/ids.ts'
import type { Message } from '../core/message.ts'
import type { FactName, Facts } from '../facts/facts.ts'
import type { CadenceKind } from '../policy/cadence.ts'
import type { Check, CheckSubject, Judgement, SubjectView, Times } from './check.ts'

/** Hands over a fact when it is asked for. */
export type FactProvider = <Name extends FactName>(name: Name) => Facts[Name]

/** A check whose own types are kept inside, so that checks of every kind stand in one index. */
export interface AnyCheck {
  readonly id: CheckId
  readonly subject: CheckSubject
  readonly needs: readonly FactName[]
  readonly options: z.ZodType
  readonly cadences: readonly CadenceKind[]
  readonly applicability: string
  readonly expectation: string
  readonly assumptions: string
  readonly messages: Readonly<Record<string, Message>>
  /** Judges one subject. The check sees the facts that it declares and no others. */
  run(subject: SubjectView, fact: FactProvider, options: unknown, times: Times): Judgement
}

/** Puts a check behind the common face. */
export function anyCheck<Needs extends FactName, Schema extends z.ZodType, M extends string>(
  check: Check<Needs, Schema, M>,
): AnyCheck {
  const { id, subject, needs, options, applicability, expectation, assumptions, messages } = check
  return {
    id,
    subject,
    needs,
    options,
    cadences: check.cadences ?? [],
    applicability,
    expectation,
    assumptions,
    messages,
    run: (view, fact, given, times) => {
      const facts = Object.fromEntries(needs.map((name) => [name, fact(name)])) as Pick<Facts, Needs>
      return check.judge({
        subject: view,
        facts,
        options: options.parse(given) as z.output<Schema>,
        ...times,
      })
    },
  }
}
