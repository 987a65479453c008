import { mainLines } from './main-text.ts'
import type { Page } from './page.ts'

/** Titles that ask, or say that questions are answered behind them. */
const ASKS =
  /[?？]|如何|怎么|怎样|什么|是否|能否|可否|能不能|可不可以|是不是|要不要|有没有|需不需要|需要哪些|哪些|哪里|哪儿|哪个|哪种|多少|多久|几[天年月次个种]|为何|为什么|何时|何处|谁|[吗呢么]$|问答|答疑|问与答|百问|解答|答复|q\s*&\s*a|faq|常见问题|热点问题|(?:^|\s)(?:how|what|when|where|who|why|which|can|may|do|does|is|are)\b/i
/** Lines of a page that ask and answer: 问：… 答：…, a question mark at the end of a line, 咨询内容, 回复. */
const MARKS =
  /(?:^|\s|[【[(（])(?:问|答|q|a)\s*[\d一二三四五六七八九十]*\s*(?:[:：.、】\])）]|$)|(?:咨询|提问|问题)(?:内容|标题)?\s*[:：]|(?:回复|答复|解答)(?:内容|意见)?\s*[:：]|[?？]\s*$/i

/** Whether a title is a question, or promises answers. */
export const asksQuestion = (title: string): boolean => ASKS.test(title.trim())

/** Whether a page's own text is written as questions and answers. */
export const isQuestionAndAnswer = (page: Page): boolean =>
  mainLines(page).some((line) => MARKS.test(line.trim()))
