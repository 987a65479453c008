import { readFile } from 'node:fs/promises'
import { rootCertificates } from 'node:tls'
import { InputError, type Problem } from '../core/errors.ts'
import type { MailServer } from '../mail/send-mail.ts'
import type { Config } from './config.ts'
import type { Environment } from './config-environment.ts'

/** Where mail is handed over, and who it is from. */
export interface MailSettings {
  readonly server: MailServer
  readonly from: string
}

/** The settings for sending. Throws {@link InputError} that names every one that is missing. */
export async function mailSettings(config: Config, environment: Environment): Promise<MailSettings> {
  const { from, smtp, timeoutSeconds } = config.mail
  const { host, port, secure, certificateName, user, passwordVariable } = smtp
  const password = environment[passwordVariable] ?? ''
  const file = config.file ?? 'audit.yaml'
  const lacks = (what: string): Problem => ({
    file,
    message: `发送邮件需要设置 ${what} / sending mail needs the setting ${what}.`,
  })
  const problems: Problem[] = []
  if (from === null) problems.push(lacks('mail.from'))
  if (host === null) problems.push(lacks('mail.smtp.host'))
  if (user !== null && password === '')
    problems.push({
      file: passwordVariable,
      message: `环境变量 ${passwordVariable} 应为 ${user} 的密码 / the environment variable must hold the password of ${user} (mail.smtp.passwordVariable).`,
    })
  if (from === null || host === null || problems.length > 0) throw new InputError(problems)
  const { ca } = config.fetch
  const own = ca === null ? null : await readFile(ca, 'utf8')
  return {
    from,
    server: {
      host,
      port,
      secure,
      certificateName,
      login: user === null ? null : { user, password },
      ca: own === null ? null : [...rootCertificates, own],
      timeoutMilliseconds: timeoutSeconds * 1000,
    },
  }
}
