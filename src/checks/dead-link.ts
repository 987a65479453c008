import * as z from 'zod'
import { dayAt, minuteAt } from '../core/day.ts'
import type { Ladder } from '../facts/ladder/ladder.ts'
import type { Reachability } from '../facts/reachability.ts'
import { cantTell, defineCheck, failed, passed, untested } from './check.ts'

const CAUSES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  '404': ['服务器回答“页面不存在”（404）', 'the server says “not found” (404)'],
  '410': ['服务器回答“页面已删除”（410）', 'the server says “gone” (410)'],
  'name-not-found': ['域名不存在', 'the domain name does not exist'],
  'connection-refused': ['服务器拒绝连接', 'the server refuses connections'],
  'lookup-timeout': ['域名解析超时', 'looking the name up takes too long'],
  'connect-timeout': ['连接超时', 'connecting takes too long'],
  'tls-timeout': ['建立安全连接超时', 'the TLS handshake takes too long'],
  'headers-timeout': ['服务器迟迟不应答', 'the server does not answer in time'],
  'body-timeout': ['网页传输中断', 'the page stops coming'],
  'tls-fault': ['无法建立安全连接', 'no secure connection comes about'],
}

const causeText = (cause: string): readonly [zh: string, en: string] =>
  CAUSES[cause] ??
  (/^5\d\d$/.test(cause) ? [`服务器内部错误（${cause}）`, `the server fails (${cause})`] : [cause, cause])

/** What a dead address is dead of, in both languages. */
export const causeWords = (
  reachability: Reachability,
): { readonly cause: string; readonly causeEnglish: string } => {
  const [cause, causeEnglish] = causeText(reachability.cause)
  return { cause, causeEnglish }
}

const remedy = {
  zh: '请恢复该页面，或将新网址报门户网站更新；确已停用的，请申请撤销登记。',
  en: 'Bring the page back, or report its new address; ask for removal if it is closed for good.',
}

/** How often, and from when to when, an address failed. */
function persistence(ladder: Ladder | undefined): Readonly<Record<string, string | number>> {
  const rungs = ladder?.rungs.filter((rung) => rung.ignored === null && rung.kind !== 'unclear') ?? []
  const times = rungs.map((rung) => rung.observation.observedAt)
  const days = new Set(times.map(dayAt))
  const [since = 0, until = 0] = [times[0], times.at(-1)]
  return { since: minuteAt(since), until: minuteAt(until), times: rungs.length, days: days.size }
}

/** A registered address that cannot be reached, for certain (DESIGN §5.1–5.3). */
export const deadLink = defineCheck({
  id: 'dead-link',
  subject: 'address',
  needs: ['reachability'],
  options: z.strictObject({}),
  applicability:
    'Every registered address: portal and unit addresses of columns, and the stage addresses of services.',
  expectation:
    'The address answers. Dead means 404, 410, no such name or a refused connection, seen so often as audit.yaml asks for, and an independent engine agrees. Server errors, time-outs and TLS faults count when every answer on several days, office hours among them, was one.',
  assumptions:
    'Server errors, timeouts and TLS faults may be our doing or pass by themselves, so that they are only listed until they persist; refusals of robots are never scored.',
  messages: {
    dead: {
      text: {
        zh: '网址无法访问：{{cause}}，经多次请求并由另一检测引擎确认。',
        en: 'The address is dead: {{causeEnglish}}, confirmed by further requests and another engine.',
      },
      remedy,
    },
    'dead-after-redirect': {
      text: {
        zh: '网址跳转到 {{final}} 后无法访问：{{cause}}，经多次请求并由另一检测引擎确认。',
        en: 'The address redirects to {{final}}, which is dead: {{causeEnglish}}, confirmed by further requests and another engine.',
      },
      remedy: {
        zh: '请修正跳转目标，或将正确网址报门户网站更新。',
        en: 'Mend the redirect, or report the right address.',
      },
    },
    failing: {
      text: {
        zh: '网址持续无法正常访问：{{cause}}；{{since}} 至 {{until}} 分 {{days}} 天共查 {{times}} 次（含工作日办公时间），每次均如此，其间检查方网络正常、未见报备。',
        en: 'The address fails persistently: {{causeEnglish}}; so it was each of the {{times}} times that it was asked on {{days}} days from {{since}} to {{until}} (office hours among them), with our own network well and no notice given.',
      },
      remedy: {
        zh: '请排查服务器、网络或证书故障并恢复访问；确需停机的，请事先报备。',
        en: 'Mend the server, its network or its certificate; give notice before an outage that is needed.',
      },
    },
    'catch-all': {
      text: {
        zh: '网址看似失效，但其域名对任意不存在的名称都作解析，应答未必来自该网站，暂不认定。',
        en: 'It looks dead, but its domain answers for any name, so that the answer may not be the site’s own; nothing is held against it.',
      },
      remedy: { zh: '请核实该网站域名是否仍在使用。', en: 'See whether the site’s name is still in use.' },
    },
    disputed: {
      text: {
        zh: '第一次请求未能访问（{{cause}}），但复查结果不一致，暂不认定。',
        en: 'It looked dead ({{cause}}), and looking again did not agree; nothing is held against it.',
      },
      remedy: { zh: '请留意该网址是否时断时续。', en: 'Watch whether the address comes and goes.' },
    },
    suspected: {
      text: {
        zh: '访问异常（{{cause}}），可能是暂时故障，不计分。',
        en: 'The answer is a fault ({{cause}}) that may pass; it is not scored.',
      },
      remedy: {
        zh: '请检查服务器是否稳定；长期如此将予以认定。',
        en: 'See whether the server is stable; it counts once it persists.',
      },
    },
    blocked: {
      text: {
        zh: '服务器拒绝自动检查（{{cause}}），无法判定，不计分。',
        en: 'The server turns automatic checks away ({{cause}}); we could not check it.',
      },
      remedy: {
        zh: '如非本意，请放行检查程序的 User-Agent。',
        en: 'If that is not meant, let the audit’s User-Agent pass.',
      },
    },
    untested: {
      text: { zh: '未检查（{{cause}}）。', en: 'Not asked for ({{cause}}).' },
      remedy: { zh: '无需整改，下次检查时补查。', en: 'Nothing to do; it is asked for next time.' },
    },
  },
  judge: ({ facts: { reachability } }) => {
    const { state, cause } = reachability
    if (state === 'alive') return passed()
    if (state === 'untested') return untested('untested', { cause })
    if (state !== 'dead' && state !== 'failing') {
      return cause === 'catch-all' ? cantTell('catch-all') : cantTell(state, { cause })
    }
    const evidence = reachability.observations.map(({ id }) => ({ observation: id }))
    if (state === 'failing') {
      const data = { ...causeWords(reachability), ...persistence(reachability.ladder) }
      return failed({ message: 'failing', data, evidence })
    }
    const [visit] = reachability.observations
    const final =
      visit?.answer.kind === 'response' ? visit.answer.address : (visit?.hops.at(-1)?.location ?? '')
    const moved = (visit?.hops.length ?? 0) > 0
    return moved
      ? failed({ message: 'dead-after-redirect', data: { ...causeWords(reachability), final }, evidence })
      : failed({ message: 'dead', data: causeWords(reachability), evidence })
  },
})
