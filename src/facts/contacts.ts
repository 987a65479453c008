/** What a reader needs to bring a complaint: where, when, by telephone, by mail; in the order of the clause (五(二)5). */
export const CONTACT_PARTS = ['address', 'hours', 'telephone', 'email'] as const

/** One of {@link CONTACT_PARTS}. */
export type ContactPart = (typeof CONTACT_PARTS)[number]

interface Signs {
  /** The part itself. */
  readonly value: RegExp
  /** Words that announce it: with them and no value, it may be there in a form that we do not know. */
  readonly label: RegExp
}

const AREA = '\\(?0\\d{2,3}\\)?\\s*-?\\s*'
const LOCAL = '\\d{3,4}\\s?-?\\s?\\d{4}'
const NOT_BEFORE = '(?<![\\d./〔])(?<!传真\\s{0,3}[:：]?\\s{0,3})'
const NOT_AFTER = '(?![\\d./])'
const LABELLED = `(?:电\\s*话|热\\s*线|座\\s*机|手\\s*机|专\\s*线|拨\\s*打|号码|tel(?:ephone)?|phone|hotline)[^\\d\\n]{0,16}`

const SIGNS: Readonly<Record<ContactPart, Signs>> = {
  telephone: {
    value: new RegExp(
      [
        `${NOT_BEFORE}(?:\\+?86[- ]?)?${AREA}${LOCAL}${NOT_AFTER}`,
        `${NOT_BEFORE}1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}${NOT_AFTER}`,
        `${NOT_BEFORE}[48]00[- ]?\\d{3,4}[- ]?\\d{3,4}${NOT_AFTER}`,
        `(?<!\\d)(?:12[0-9]{3}|96\\d{3,4})(?![\\d年./-])`,
        `${LABELLED}(?:${LOCAL}|\\d{3,8})${NOT_AFTER}`,
      ].join('|'),
      'i',
    ),
    label: /电\s*话|热\s*线|座\s*机|手\s*机号|拨\s*打|(?<![a-z])tel(?![a-z])|telephone|hotline/i,
  },
  email: {
    value:
      /[\w.+-]{2,}\s*(?:@|#|\(at\)|\[at\]|\{at\}|【at】|\s+at\s+|\(a\)|☆|★)\s*[\w-]{2,}(?:\s*(?:\.|。|\(dot\)|\[dot\]|\s+dot\s+|点)\s*[a-z]{2,})+/i,
    label: /邮\s*箱|电子邮[件箱]|电子信箱|邮\s*件|(?:投诉|举报|监督)信箱|e-?mail|(?<![a-z])mail(?![a-z])/i,
  },
  hours: {
    value:
      /\d{1,2}\s*[:：时点]\s*(?:\d{1,2}分?|半)?\s*(?:[-—–~～至到]+|起至)\s*(?:上午|下午|当日|次日)?\s*\d{1,2}\s*(?:[:：时点]|$)|(?:周|星期|礼拜)[一二三四五六日天]|工作日|24\s*小时|二十四小时|全天|每[周月日天]|(?:上|下)午\s*\d|\d\s*[ap]\.?m\b|(?:mon|tues|wednes|thurs|fri)(?:day)?s?\b/i,
    label:
      /(?:接待|受理|办公|工作|服务|上班|接听|开放|值班|来访|咨询|办理)的?(?:日期和)?时\s*间|时间\s*[:：]|hours/i,
  },
  address: {
    value:
      /(?:地\s*址|地\s*点|住\s*址|接待室|接待处|来信|来访|邮寄|寄至|寄往|位于|设在)[^\n。;]{0,30}?(?:\p{Script=Han}|\d){1,20}(?:路|街|道|大道|巷|弄|里|镇|乡|村|号|楼|室|厦|院|中心|大厅|广场)|\p{Script=Han}{1,12}(?:路|街|大道|巷|弄|胡同|公路)[^\n。,;]{0,12}?[\d一二三四五六七八九十]+\s*[号弄]|[\d一二三四五六七八九十]+\s*号(?:楼|\p{Script=Han}{0,8}(?:大厦|大楼|楼|室|院))|\d+\s+[a-z]+(?:\s+[a-z]+){0,3}\s+(?:road|rd\.?|street|st\.?|avenue|ave\.?)/iu,
    label: /(?<!网|邮箱|邮件|邮|ip|电子|链接)地\s*址|地\s*点|接待室|接待处|来访|address/i,
  },
}

/** Full-width signs as plain ones, so that ＠ and 021－12345678 are read. */
const plain = (text: string): string => text.normalize('NFKC').replace(/[—–−]/g, '-')

/** Whether a text holds the part. */
export const holdsContact = (text: string, part: ContactPart): boolean => SIGNS[part].value.test(plain(text))

/** Whether a text announces the part, whether or not it holds it. */
export const announcesContact = (text: string, part: ContactPart): boolean =>
  SIGNS[part].label.test(plain(text))
