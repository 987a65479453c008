import { expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { unlistedAddress } from '../../src/checks/unlisted-address.ts'
import type { PortalLinks } from '../../src/facts/portal-links.ts'
import { address, ask, listPage, told } from '../support/check-cases.ts'

const check = anyCheck(unlistedAddress)
const landing = listPage('2026-11-01', '2026-11-02', '2026-11-03')
const link = (text: string, final: string | null, isNamed = false): PortalLinks['others'][number] => {
  const to = address(`http://a.gov.example/${text}`)
  return { text, address: to, isNamed, final: final === null ? null : address(final) }
}
const judged = (isListed: boolean, ...others: PortalLinks['others']): string =>
  told(ask(check, { landing, portalLinks: { landing, isListed, others } }))

it.each<[string, string, string]>([
  ['listed', judged(true), 'passed'],
  ['no link', judged(false), 'failed none'],
  [
    'another address under its name',
    judged(false, link('网上咨询', 'http://a.gov.example/x', true)),
    'failed other',
  ],
  ['other pages of the unit', judged(false, link('通知', 'http://a.gov.example/y')), 'failed none'],
  [
    'a link not followed',
    judged(false, link('网上咨询', 'http://a.gov.example/x', true), link('通知', null)),
    'cantTell unfollowed',
  ],
  ['not linked', told(ask(check, { landing, portalLinks: null })), 'inapplicable not-linked'],
])('%s', (_what, got, want) => {
  expect(got).toBe(want)
})
