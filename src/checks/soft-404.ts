import * as z from 'zod'
import { cantTell, defineCheck, failed, inapplicable, passed, untested } from './check.ts'

const remedy = {
  zh: '请恢复该页面，或将新网址报门户网站更新；页面不存在时服务器应返回 404。',
  en: 'Bring the page back, or report its new address; a page that is gone should answer 404.',
}

/** A page that says "not found" while its status says that all is well (DESIGN §5.4). */
export const soft404 = defineCheck({
  id: 'soft-404',
  subject: 'address',
  needs: ['reachability', 'landing', 'likeness'],
  options: z.strictObject({}),
  applicability: 'Every registered address that answers with a page.',
  expectation:
    'The page is not what its host shows for a path that cannot exist, and its own visible words do not refuse.',
  assumptions:
    'Refusal wording counts in the visible text of a short page, in a title or a heading; never in scripts or footers.',
  messages: {
    refusal: {
      text: { zh: '网页能打开，但内容为“{{quote}}”。', en: 'The page opens, and says “{{quote}}”.' },
      remedy,
    },
    same: {
      text: {
        zh: '网页能打开，但与该网站“页面不存在”的提示页相同（相似度 {{percent}}%）。',
        en: 'The page opens, and is what this host shows for pages that do not exist ({{percent}} % alike).',
      },
      remedy,
    },
    'not-alive': {
      text: {
        zh: '网址本身未能正常访问，见“网址无法访问”一项。',
        en: 'The address itself does not answer well; see dead-link.',
      },
      remedy: { zh: '请先处理网址访问问题。', en: 'Mend the address first.' },
    },
    'not-asked': {
      text: { zh: '该网址尚未检查。', en: 'The address was not asked for.' },
      remedy: { zh: '无需整改，下次检查时补查。', en: 'Nothing to do; it is asked for next time.' },
    },
    unreadable: {
      text: { zh: '页面未能读取（{{why}}），暂无法判定。', en: 'The page could not be read ({{why}}).' },
      remedy: { zh: '请人工查看该页面。', en: 'Look at the page by hand.' },
    },
  },
  judge: ({ facts: { reachability, landing, likeness } }) => {
    if (reachability.state === 'untested') return untested('not-asked')
    if (reachability.state !== 'alive') return inapplicable('not-alive')
    if (landing.kind === 'unread')
      return landing.why === 'not-html'
        ? inapplicable('unreadable', { why: landing.why })
        : cantTell('unreadable', { why: landing.why })
    const quote = { observation: landing.observation.id, quote: likeness.quote, locator: landing.page.title }
    if (likeness.kind === 'refusal')
      return failed({ message: 'refusal', data: { quote: likeness.quote }, evidence: [quote] })
    if (likeness.kind !== 'same') return passed()
    const control = likeness.control === null ? [] : [{ observation: likeness.control.id }]
    const percent = Math.round((likeness.similarity ?? 0) * 100)
    return failed({ message: 'same', data: { percent }, evidence: [quote, ...control] })
  },
})
