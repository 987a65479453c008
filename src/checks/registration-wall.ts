import * as z from 'zod'
import { cantTell, defineCheck, failed, inapplicable, passed } from './check.ts'

const remedy = {
  zh: '请取消该环节的登录或注册要求；只有在线受理环节可以要求注册。',
  en: 'Let readers in without an account; only the application stage may ask for one.',
}

/** Login or registration that is asked for before the application stage (五(三)). */
export const registrationWall = defineCheck({
  id: 'registration-wall',
  subject: 'address',
  needs: ['wall'],
  options: z.strictObject({}),
  applicability:
    'Every registered address that could be read, but for the application stage, where registration is allowed.',
  expectation: 'A reader is not stopped by a login or registration.',
  assumptions:
    'A login link or box in a header is no wall; a wall is the page itself, or a redirect to an authentication address.',
  messages: {
    redirect: {
      text: {
        zh: '打开后跳转到登录认证页面（{{quote}}）。',
        en: 'It leads to an authentication page ({{quote}}).',
      },
      remedy,
    },
    form: {
      text: {
        zh: '打开后即为登录或注册页面（“{{quote}}”）。',
        en: 'It is a login or registration page (“{{quote}}”).',
      },
      remedy,
    },
    words: {
      text: {
        zh: '页面要求先登录或注册（“{{quote}}”）。',
        en: 'The page asks to log in or register first (“{{quote}}”).',
      },
      remedy,
    },
    'application-stage': {
      text: { zh: '在线受理环节可以要求注册。', en: 'The application stage may ask for registration.' },
      remedy: { zh: '无需整改。', en: 'Nothing to do.' },
    },
    unreadable: {
      text: { zh: '页面未能读取，暂无法判定。', en: 'The page could not be read.' },
      remedy: { zh: '请人工查看该页面。', en: 'Look at the page by hand.' },
    },
  },
  judge: ({ subject, facts: { wall } }) => {
    if (subject.stage === 'application') return inapplicable('application-stage')
    if (wall.kind === 'unknown') return cantTell('unreadable')
    if (wall.kind === 'open' || wall.sign === null) return passed()
    const evidence =
      wall.observation === null ? [] : [{ observation: wall.observation.id, quote: wall.quote }]
    return failed({ message: wall.sign, data: { quote: wall.quote }, evidence })
  },
})
