import { MODIFIED_WORDS, PUBLISHED_WORDS } from './label-words.ts'

/** What the words before or behind a printed date say of it. */
export type Told =
  | 'published'
  | 'shown'
  | 'modified'
  | 'template'
  | 'written'
  | 'deadline'
  | 'clock'
  | 'copyright'
  | 'event'
  | null

/** Between a label and its date: signs, a weekday, a small word. */
const GAP = String.raw`[\s:：|｜()（）\[\]【】,，.·•&>-]*(?:(?:on|am|den|le|the|at|в|il|el|em|op|dnia|vom|date|time|日期|时间|为|于|是)\s+|\p{L}{3,12},?\s+)?[\s:：|(（\[【]*$`

const ahead = (words: string): RegExp => new RegExp(`(?:${words})${GAP}`, 'u')

const MODIFIED = ahead(MODIFIED_WORDS)
/** What a template writes below every page (domain.md §4): no date of its content. */
const TEMPLATE = /最后(?:更新|修改|编辑)(?:时间|日期|于)?[\s:：]*$/
const WRITTEN = ahead(String.raw`(?:成文|生成|印发|制发|制定|签发|落款)\s*(?:日\s*期|时\s*间)`)
const PUBLISHED = ahead(PUBLISHED_WORDS)
const SHOWN = ahead(
  String.raw`日\s*期|时\s*间|作\s*者|来\s*源|稿\s*源|编辑|(?:^|[\n|·,–-])\s*(?:date|datum|fecha|data|дата)|(?<!\p{L})(?:by|von|written|author|autor|erfasst)`,
)
const PUBLISHED_BEHIND =
  /^[^\n]{0,40}?(?:veröffentlicht|publiziert|gepostet|geschrieben|eingestellt|verfasst|(?<!\p{L})(?:published|posted)(?!\p{L})|发布|发表)/u
const SOURCE = /(?:来\s*源|来源于|作\s*者|稿\s*源|出\s*处)\s*[:：]?\s*\S{1,24}\s*$/
const DEADLINE =
  /(?:截止|截至|至|到|有效期|失效|报名|期限|实施|施行|生效|起始|开始|结束|止|expires?|deadline|until|valid|bis|gültig|ab dem|from|since|seit|starting)[\s:：(（为是自从]*(?:zum |to |the )?$/u
const CLOCK =
  /(?:今天是|今天|现在是|当前时间|现在时间|今日|系统时间|today is|today|heute ist|heute)[\s:：]*$/u
const COPYRIGHT = /(?:版权|copyright|©|\(c\)|访问|统计|计数|您是第|since)[^\n]{0,20}$/u
const EVENT =
  /(?:成立于|始建|出生|生于|born|geboren|registriert|registered|joined|mitglied seit|dabei seit|member since|注册(?:时间|日期)?|founded|gegründet|页面生成(?:时间)?|生成时间)[\s:：(*]*$/u
const CLOCK_BEHIND = /^[\s，,]*(?:星期[一二三四五六日天]|农历)/u
const DEADLINE_BEHIND = /^\s*(?:起至|至|前(?!置)|以前|之前|截止|起施行|[-–]\s*\d{1,2}[./月]\s?\d|bis\b)/u

/** What is said of a date that stands between these words of its page; each side some 40 characters. */
export function toldOf(before: string, behind: string): Told {
  const [left, right] = [before.toLowerCase(), behind.toLowerCase()]
  if (WRITTEN.test(left)) return 'written'
  if (CLOCK.test(left)) return 'clock'
  if (EVENT.test(left)) return 'event'
  if (TEMPLATE.test(left)) return 'template'
  if (MODIFIED.test(left)) return 'modified'
  if (PUBLISHED.test(left)) return 'published'
  if (COPYRIGHT.test(left)) return 'copyright'
  if (DEADLINE.test(left) || DEADLINE_BEHIND.test(right)) return 'deadline'
  if (SHOWN.test(left) || SOURCE.test(left)) return 'shown'
  if (CLOCK_BEHIND.test(right)) return 'clock'
  return PUBLISHED_BEHIND.test(right) ? 'shown' : null
}
