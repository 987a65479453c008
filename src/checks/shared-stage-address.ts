import * as z from 'zod'
import type { StageFact } from '../facts/facts.ts'
import { type Defect, defineCheck, failed, inapplicable, passed } from './check.ts'

const NAMES: Readonly<Record<StageFact['stage'], string>> = {
  application: '在线受理',
  status: '状态查询',
  result: '结果反馈',
}

/** An address at which nothing of the service is, but a login that several stages may share. */
const LOGIN = /\/(?:login|sso|cas|oauth2?|passport|auth|signin)(?:[/.;?]|$)/i

type Pair = readonly [StageFact, StageFact]

const pairsOf = (stages: readonly StageFact[]): readonly Pair[] =>
  stages.flatMap((one, at) => stages.slice(at + 1).map((other): Pair => [one, other]))

function sharedBy([one, other]: Pair): Defect<'same-address' | 'same-after-redirects'> | null {
  const stages = `${NAMES[one.stage]}、${NAMES[other.stage]}`
  const evidence = [one, other].flatMap(({ observation }) =>
    observation === null ? [] : [{ observation: observation.id }],
  )
  const aspect = `${one.stage}+${other.stage}`
  if (one.registered === other.registered) {
    return { message: 'same-address', data: { stages, address: one.registered ?? '' }, aspect, evidence }
  }
  const works = [one, other].every(
    ({ observation }) => observation?.answer.kind === 'response' && observation.answer.status === 200,
  )
  if (!works || one.final === null || one.final !== other.final || LOGIN.test(one.final)) return null
  return { message: 'same-after-redirects', data: { stages, address: one.final }, aspect, evidence }
}

/** Stages of a service that share an address: the portal cannot link them apart (五(三)). */
export const sharedStageAddress = defineCheck({
  id: 'shared-stage-address',
  subject: 'service',
  needs: ['stages'],
  options: z.strictObject({}),
  applicability: 'Every service with at least two registered stage addresses.',
  expectation:
    'Application, status and result have an address each, also after redirects. A fragment does not make an address another one.',
  assumptions:
    'Two stages that both redirect to a login are not held to be one: what lies behind it was not seen.',
  messages: {
    'same-address': {
      text: {
        zh: '{{stages}}登记了同一网址：{{address}}。',
        en: 'Two stages ({{stages}}) are registered with one address: {{address}}.',
      },
      remedy: {
        zh: '三大环节要分开，请为每个环节提供独立的网络地址。',
        en: 'Give each stage an address of its own.',
      },
    },
    'same-after-redirects': {
      text: {
        zh: '{{stages}}的网址跳转到同一页面：{{address}}。',
        en: 'Two stages ({{stages}}) redirect to one page: {{address}}.',
      },
      remedy: {
        zh: '三大环节要分开，请为每个环节提供独立的页面。',
        en: 'Give each stage a page of its own.',
      },
    },
    'too-few': {
      text: { zh: '登记的环节网址不足两个。', en: 'Fewer than two stage addresses are registered.' },
      remedy: { zh: '请补齐三大环节的网址。', en: 'Register the missing stages.' },
    },
  },
  judge: ({ facts: { stages } }) => {
    const registered = stages.filter((stage) => stage.registered !== null)
    if (registered.length < 2) return inapplicable('too-few')
    const [first, ...more] = pairsOf(registered).flatMap((pair) => sharedBy(pair) ?? [])
    return first === undefined ? passed() : failed(first, ...more)
  },
})
