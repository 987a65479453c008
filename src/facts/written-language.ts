import { mainLines } from './main-text.ts'
import type { Page } from './page.ts'

/**
 * How a page for readers of English is written. `both`: much of it in each language; `placeholder`: words that stand in
 * for a text; `too-little`: it says too little to tell.
 */
export type WrittenForm = 'english' | 'chinese' | 'both' | 'placeholder' | 'too-little'

/** Text by which designers fill a page that has none yet. */
const DUMMY =
  /lorem\s+ipsum|dolor\s+sit\s+amet|(?:content|text)\s+goes\s+here|(?:your|insert|enter|sample)\s+(?:content|text)(?:\s+here)?\b/i
/** Words that promise a text. */
const PROMISE =
  /under\s+construction|coming\s+soon|to\s+be\s+(?:translated|added|updated)|translation\s+(?:pending|in\s+progress)|(?:英文|内容|页面)(?:版|页面)?(?:正在)?(?:建设|翻译|完善)中|敬请期待/i
/** A promise is all that a page says: with more English words than these it has something to say itself. */
const LITTLE = 60
/** Frames of Chinese systems round an English page: clocks, paths, menus in one line. */
const FRAME =
  /今天是|当前位置|现在的位置|首页|农历|登录|用户名|上一[篇条]|下一[篇条]|打印|关闭|点击|查看|阅读全文|更多/
/** Chinese names in brackets behind their translation. */
const IN_BRACKETS = /[([（【《“"][^()[\]（）【】《》“”"\n]{0,40}[)\]）】》”"]/g
/** Fewer characters and words than these say nothing of a language. */
const LEAST = 15
/** From this share of Chinese characters among characters and words on, a page is Chinese … */
const CHINESE = 0.8
/** … and from this one on, where it has a paragraph of English all the same. */
const NEARLY_ALL = 0.95
const PARAGRAPH = 40
/** Up to this share it is English, with some names. */
const ENGLISH = 0.35

function countsOf(text: string): { readonly han: number; readonly words: number } {
  const bare = text.replaceAll(IN_BRACKETS, (words) => (/[a-z]{3}/i.test(words) ? words : ' '))
  return {
    han: bare.match(/\p{Script=Han}/gu)?.length ?? 0,
    words: bare.match(/[a-z]{2,}/gi)?.length ?? 0,
  }
}

/** The words of a page's content: its own lines and the titles of its list, without what frames every page. */
export function contentWords(page: Page): string {
  const titles = page.listing.kind === 'entries' ? page.listing.entries.map((entry) => entry.title) : []
  return [...mainLines(page).filter((line) => !FRAME.test(line)), ...titles].join('\n')
}

/** In which language a page's content is written, or that it is none yet. */
export function writtenForm(page: Page): WrittenForm {
  const text = contentWords(page)
  const { han, words } = countsOf(text)
  if (DUMMY.test(text) || (words <= LITTLE && PROMISE.test(text))) return 'placeholder'
  if (han + words < LEAST) return 'too-little'
  const share = han / (han + words)
  if (share >= (words < PARAGRAPH ? CHINESE : NEARLY_ALL)) return 'chinese'
  return share <= ENGLISH ? 'english' : 'both'
}
