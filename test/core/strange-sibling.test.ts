import { expect, it } from 'vitest'
import { toAddress } from '../../src/core/address.ts'
import { strangeSibling } from '../../src/core/strange-sibling.ts'
import { SYNTAX_ONLY_HOSTS, syntaxOnly } from '../../src/core/syntax-only-hosts.ts'

it.each([
  ['http://www.mzj.sh.gov.cn/a?b', 'http://portal-audit-0a1b.mzj.sh.gov.cn/'],
  ['https://sh.gov.cn:8443/', 'http://portal-audit-0a1b.gov.cn/'],
  ['http://10.1.2.3/', null],
  ['http://[2001:db8::1]/', null],
  ['http://intranet/', null],
])('a host beside that of %s that cannot exist: %s', (text, want) => {
  const address = toAddress(text)
  expect(address === null ? null : strangeSibling(address, '0a1b')).toBe(want)
})

it.each([
  ['beian.miit.gov.cn', true],
  ['WWW.Beian.Gov.cn', true],
  ['bszs.conac.cn', true],
  ['www.12377.cn', true],
  ['miit.gov.cn', false],
  ['notbeian.gov.cn', false],
  ['footer.example.cn', true],
  ['www.gov.cn', false],
])('%s is only read, never asked: %s', (host, want) => {
  expect(syntaxOnly([...SYNTAX_ONLY_HOSTS, 'example.cn'])(host)).toBe(want)
})
