import * as z from 'zod'
import type { ElementFact } from '../facts/facts.ts'
import { cantTell, type Defect, defineCheck, failed, passed } from './check.ts'
import { causeWords } from './dead-link.ts'

const NAMES: Readonly<Record<ElementFact['element'], readonly [zh: string, en: string]>> = {
  guide: ['办事指南', 'guide'],
  forms: ['表格下载', 'forms'],
  consultation: ['网上咨询', 'consultation'],
  complaint: ['网上投诉', 'complaint'],
  faq: ['便民问答', 'questions and answers'],
  laws: ['法律法规', 'laws'],
  agency: ['办理机构', 'responsible office'],
}

function defectOf(fact: ElementFact, page: string | null): Defect<'absent' | 'dead'> | null {
  const [element, elementEnglish] = NAMES[fact.element]
  if (fact.found === 'absent') {
    const evidence = page === null ? [] : [{ observation: page }]
    return { message: 'absent', data: { element, elementEnglish }, aspect: fact.element, evidence }
  }
  if (fact.reachability?.state !== 'dead' || fact.address === null) return null
  const evidence = fact.reachability.observations.map(({ id }) => ({ observation: id, locator: element }))
  const data = { element, elementEnglish, address: fact.address, ...causeWords(fact.reachability) }
  return { message: 'dead', data, aspect: fact.element, evidence }
}

const isUnsettled = (fact: ElementFact): boolean =>
  fact.found === 'unknown' ||
  (fact.reachability !== null && fact.reachability.state !== 'alive' && fact.reachability.state !== 'dead')

/** The seven elements of a service: each present, and its link working (五(三)). */
export const missingElement = defineCheck({
  id: 'missing-element',
  subject: 'service',
  needs: ['elements', 'elementsPage'],
  options: z.strictObject({}),
  applicability: 'Every registered service.',
  expectation:
    'Each of the seven elements is registered with an address or linked from the service’s page, and its link works.',
  assumptions: 'A link whose text names the element leads to it.',
  messages: {
    absent: {
      text: { zh: '缺少“{{element}}”要素。', en: 'The element “{{elementEnglish}}” is missing.' },
      remedy: {
        zh: '请在办事页面补充“{{element}}”，或登记其网址。',
        en: 'Link “{{elementEnglish}}” from the service’s page, or register its address.',
      },
    },
    dead: {
      text: {
        zh: '“{{element}}”的链接无法访问：{{cause}}（{{address}}）。',
        en: 'The link of “{{elementEnglish}}” is dead: {{causeEnglish}} ({{address}}).',
      },
      remedy: { zh: '请修复“{{element}}”的链接。', en: 'Mend the link of “{{elementEnglish}}”.' },
    },
    unsettled: {
      text: {
        zh: '部分要素暂无法判定：{{elements}}。',
        en: 'Some elements could not be judged: {{elements}}.',
      },
      remedy: { zh: '请人工查看这些要素。', en: 'Look at these elements by hand.' },
    },
  },
  judge: ({ facts: { elements, elementsPage } }) => {
    const page = elementsPage.observation?.id ?? null
    const [first, ...more] = elements.flatMap((fact) => defectOf(fact, page) ?? [])
    if (first !== undefined) return failed(first, ...more)
    const unsettled = elements.filter(isUnsettled).map((fact) => NAMES[fact.element][0])
    return unsettled.length > 0 ? cantTell('unsettled', { elements: unsettled.join('、') }) : passed()
  },
})
