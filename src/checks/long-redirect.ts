import * as z from 'zod'
import type { Step } from '../facts/route.ts'
import { siteOf } from '../facts/same-place.ts'
import { cantTell, defineCheck, failed, inapplicable, passed, untested } from './check.ts'

const remedy = {
  zh: '请将登记网址更新为最终网址，或减少中间跳转。',
  en: 'Register the address where it ends, or take the steps between out.',
}
const steps = (zh: string, en: string) =>
  ({
    text: {
      zh: `登记网址经 {{count}} 次${zh}才到达页面（最多 {{limit}} 次）：{{way}}`,
      en: `The address reaches its page after {{count}} ${en} (at most {{limit}}): {{way}}`,
    },
    remedy,
  }) as const

const wayOf = (route: readonly Step[]): string =>
  [route[0]?.from ?? '', ...route.map(({ to }) => to)].join(' → ')

/** A registered address that sends its reader from one address to the next before there is anything to read. */
export const longRedirect = defineCheck({
  id: 'long-redirect',
  subject: 'address',
  needs: ['landing', 'route'],
  options: z.strictObject({
    /** Redirects and jumps together. */
    maximumSteps: z.int().positive().default(3),
    /** Jumps that a page makes itself: refreshes and scripts. */
    maximumJumps: z.int().positive().default(1),
    /** Hosts on the way, the first and the last included. */
    maximumHosts: z.int().positive().default(2),
  }),
  applicability: 'Every registered address on a unit’s own site that leads to a page.',
  expectation: 'A reader comes to the page in a few steps, at most one of them made by a page itself.',
  assumptions:
    'Steps to the same place in another spelling (https, www., a slash, an index page, a session), to and from a login, and frames do not count. What the portal does with its own addresses is not the unit’s doing.',
  messages: {
    steps: steps('跳转', 'redirects'),
    jumps: steps('页面自动跳转（刷新或脚本）', 'jumps by refresh or script'),
    hosts: steps('不同主机之间的转接', 'different hosts'),
    portal: {
      text: { zh: '门户网站自身的网址，不由单位负责。', en: 'An address of the portal itself.' },
      remedy: { zh: '无需整改。', en: 'Nothing to do.' },
    },
    endless: {
      text: { zh: '跳转次数过多或循环，未能到达页面。', en: 'The redirects do not end.' },
      remedy: { zh: '请人工查看该网址能否正常打开。', en: 'Look by hand whether the address opens.' },
    },
    'not-alive': {
      text: { zh: '网址本身未能正常访问。', en: 'The address itself does not answer well.' },
      remedy: { zh: '请先处理网址访问问题。', en: 'Mend the address first.' },
    },
    'not-asked': {
      text: { zh: '该网址尚未检查完毕。', en: 'The address was not asked for to its end.' },
      remedy: { zh: '无需整改，下次检查时补查。', en: 'Nothing to do; it is asked for next time.' },
    },
  },
  judge: ({ subject, facts: { landing, route }, options }) => {
    if (subject.role === 'portal') return inapplicable('portal')
    if (landing.kind === 'unread' && landing.why !== 'not-html') {
      if (landing.why === 'not-asked' || landing.why === 'jump-not-asked') return untested('not-asked')
      const { answer } = landing.observation ?? {}
      const isEndless =
        answer?.kind === 'failure' && /^(?:too-many-redirects|redirect-loop)$/.test(answer.reason)
      return isEndless ? cantTell('endless') : inapplicable('not-alive')
    }
    const walked = route.filter(({ courtesy, by }) => !courtesy && by !== 'frame')
    const jumps = walked.filter(({ by }) => by !== 'redirect')
    const hosts = new Set(walked.flatMap(({ from, to }) => [siteOf(from), siteOf(to)]))
    const found = [
      ['steps', walked.length, options.maximumSteps],
      ['jumps', jumps.length, options.maximumJumps],
      ['hosts', hosts.size, options.maximumHosts],
    ] as const
    const worst = found.find(([, count, limit]) => count > limit)
    if (worst === undefined) return passed()
    const [message, count, limit] = worst
    const evidence = [...new Set(route.map(({ observation }) => observation))].map((observation) => ({
      observation,
    }))
    return failed({ message, data: { count, limit, way: wayOf(route) }, evidence })
  },
})
