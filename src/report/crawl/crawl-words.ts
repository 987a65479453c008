import type { Language } from '../format-names.ts'
import type { CrawlEntry, CrawlEntryState } from './crawl-report.ts'

/** What is said of an address, and what to do about it. */
interface Words {
  readonly name: Readonly<Record<Language, string>>
  readonly remedy: Readonly<Record<Language, string>>
}

/** Each state in both languages. */
export const CRAWL_WORDS: Readonly<Record<CrawlEntryState, Words>> = {
  dead: {
    name: { zh: '死链', en: 'dead link' },
    remedy: { zh: '请更正或删除链接。', en: 'Mend the link or take it out.' },
  },
  'missing-fragment': {
    name: { zh: '页内位置不存在', en: 'no such place on the page' },
    remedy: {
      zh: '请更正 # 后的名称，或在目标页面补上该位置。',
      en: 'Mend the name after the #, or add the place to the page.',
    },
  },
  'soft-404': {
    name: { zh: '页面不存在（返回正常状态）', en: 'says “not found” with a good status' },
    remedy: {
      zh: '请更正链接；并让服务器对不存在的页面返回 404。',
      en: 'Mend the link, and have the server answer 404 for pages that do not exist.',
    },
  },
  malformed: {
    name: { zh: '网址错误', en: 'malformed address' },
    remedy: { zh: '请按 http://… 或站内路径改正网址。', en: 'Write the address as http://… or as a path.' },
  },
  wall: {
    name: { zh: '需登录', en: 'behind a login' },
    remedy: { zh: '公开内容不应要求登录，请核实。', en: 'Public content needs no login; please check.' },
  },
  suspected: {
    name: { zh: '疑似故障', en: 'suspected' },
    remedy: { zh: '请稍后复查，尚不能认定。', en: 'Check again later; this is not certain.' },
  },
  disputed: {
    name: { zh: '结果不一', en: 'disputed' },
    remedy: { zh: '多次或不同程序访问结果不一，请人工核实。', en: 'Askings differ; please look yourself.' },
  },
  blocked: {
    name: { zh: '被拦截', en: 'blocked' },
    remedy: { zh: '对方拦截自动访问，请人工核实。', en: 'The host turns robots away; please look yourself.' },
  },
  untested: {
    name: { zh: '未检查', en: 'not checked' },
    remedy: { zh: '未访问，不作判断。', en: 'It was not asked; nothing is said of it.' },
  },
  alive: {
    name: { zh: '正常', en: 'alive' },
    remedy: { zh: '', en: '' },
  },
}

/** An entry in one sentence. */
export function entryWords({ state, cause, quote, endsAt, guessed }: CrawlEntry, language: Language): string {
  const name = CRAWL_WORDS[state].name[language]
  const why = cause === '' || cause === state ? '' : language === 'zh' ? `（${cause}）` : ` (${cause})`
  const words = quote === '' ? '' : language === 'zh' ? `：“${quote}”` : `: “${quote}”`
  const end = endsAt === null ? '' : language === 'zh' ? `，转至 ${endsAt}` : `, redirected to ${endsAt}`
  const guess = guessed ? (language === 'zh' ? '，推测的链接' : ', a guessed link') : ''
  return `${name}${why}${words}${end}${guess}`
}
