import type { ServiceElement } from '../core/service-parts.ts'
import type { Link, Page } from './page.ts'

const WORDS: Readonly<Record<ServiceElement, RegExp>> = {
  guide: /办(?:事|理|件)(?:指南|须知|流程|规程)|服务指南/,
  forms: /(?:表格|表单|资料|文件|附件)下载|下载(?:中心|专区)|申请表/,
  consultation: /(?:网上|在线|业务|办事)?咨询/,
  complaint: /投诉/,
  faq: /(?:便民|常见|热点)?(?:问答|问题|解答)/,
  laws: /(?:政策|法律)?法规|设定依据|政策文件|法律依据/,
  agency:
    /办理(?:机构|部门|单位|地点)|机构(?:职能|信息|设置|简介)|受理(?:机构|部门|单位)|承办(?:机构|单位|部门)/,
}

const NAMES: Readonly<Record<ServiceElement, string>> = {
  guide: '办事指南',
  forms: '表格下载',
  consultation: '网上咨询',
  complaint: '网上投诉',
  faq: '便民问答',
  laws: '法律法规',
  agency: '办理机构',
}

/**
 * The link of a service's page that leads to one of the seven elements; null when there is none. The policy's own name
 * comes before other words for it, so that a menu entry does not stand in for the element's link.
 */
export function elementLink(page: Page, element: ServiceElement): Link | null {
  const candidates = page.links.filter((link) => link.text.length <= 20 && WORDS[element].test(link.text))
  return candidates.find((link) => link.text.includes(NAMES[element])) ?? candidates[0] ?? null
}
