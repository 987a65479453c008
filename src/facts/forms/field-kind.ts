import type { Element } from '../outline.ts'

const SECRET_NAME = /^(?:user|login|txt)?[-_]?(?:pwd|passwd|password|passw|pass)\d?$/i
const SECRET_HINT =
  /^\s*(?:请输入)?(?:您的|登录|登陆|用户)?(?:密码|密碼|口令)\s*$|^\s*(?:your )?password\s*\*?$/i

/**
 * What a field is as its reader sees it: the type of an input (`text` when none is written), else the element's name.
 * A text field that is named or labelled as one for a password counts as one: scripts hide what is typed.
 */
export function kindOfField(element: Element): string {
  if (element.name !== 'input') return element.name
  const type = (element.attributes.type ?? 'text').trim().toLowerCase()
  if (type !== 'text') return type
  const { name = '', placeholder = '' } = element.attributes
  return SECRET_NAME.test(name) || (placeholder !== '' && SECRET_HINT.test(placeholder)) ? 'password' : type
}
