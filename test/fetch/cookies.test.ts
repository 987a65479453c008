import { describe, expect, it } from 'vitest'
import { cookieJar } from '../../src/fetch/cookies.ts'
import { address } from './asking.ts'

const FROM = 'https://www.city.example/gov/login/start?x=1'

/** What an address is sent after `FROM` set these. */
function sent(setCookie: readonly string[], to: string, from = FROM): string | null {
  const jar = cookieJar()
  jar.store(address(from), setCookie)
  return jar.header(address(to))
}

describe('a cookie', () => {
  it.each<readonly [string, string, string, string | null]>([
    ['goes to where it was set', 'a=1', FROM, 'a=1'],
    ['goes to its folder', 'a=1', 'https://www.city.example/gov/login/', 'a=1'],
    ['goes below its folder', 'a=1', 'https://www.city.example/gov/login/a/b', 'a=1'],
    ['does not go beside its folder', 'a=1', 'https://www.city.example/gov/logins', null],
    ['does not go above its folder', 'a=1', 'https://www.city.example/gov/', null],
    ['goes everywhere with Path=/', 'a=1; Path=/', 'https://www.city.example/', 'a=1'],
    ['goes where its Path says', 'a=1; path=/gov', 'https://www.city.example/gov?x', 'a=1'],
    ['does not go where its Path does not say', 'a=1; Path=/other', FROM, null],
    ['takes its folder for a Path that is none', 'a=1; Path=gov', FROM, 'a=1'],
    ['goes to the host on plain http, too', 'a=1; Path=/', 'http://www.city.example/', 'a=1'],
    ['does not when it is secure', 'a=1; Path=/; Secure', 'http://www.city.example/', null],
    ['does not go to another port', 'a=1; Path=/', 'https://www.city.example:8443/', null],
    ['does not go to a host beside', 'a=1; Path=/; Domain=city.example', 'https://sso.city.example/', null],
    ['does not go to a host above', 'a=1; Path=/; Domain=city.example', 'https://city.example/', null],
    [
      'does not go to a host below',
      'a=1; Path=/; Domain=.www.city.example',
      'https://a.www.city.example/',
      null,
    ],
    ['goes home whatever Domain above it says', 'a=1; Path=/; Domain=.City.example', FROM, 'a=1'],
    ['is void with a Domain of others', 'a=1; Path=/; Domain=evil.example', FROM, null],
    ['is void with a Domain below', 'a=1; Path=/; Domain=a.www.city.example', FROM, null],
    ['is void with a Domain that only ends alike', 'a=1; Path=/; Domain=ty.example', FROM, null],
    ['is gone with Max-Age=0', 'a=1; Path=/; Max-Age=0', FROM, null],
    ['is gone with a day long ago', 'a=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT', FROM, null],
    ['stays with a day to come', 'a=1; Path=/; Expires=Fri, 01 Jan 2100 00:00:00 GMT', FROM, 'a=1'],
    [
      'stays when Max-Age says so, whatever the day',
      'a=1; Max-Age=9; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
      FROM,
      'a=1',
    ],
    ['may be empty', 'a=; Path=/', FROM, 'a='],
    ['may hold an equals sign', 'a=b=c', FROM, 'a=b=c'],
    ['needs a name', '=1', FROM, null],
    ['needs an equals sign', 'secret', FROM, null],
    ['must not end the header', 'a=1\u0001\nX: y', FROM, null],
  ])('%s', (_what, setCookie, to, expected) => {
    expect(sent([setCookie], to)).toBe(expected)
  })

  it('that is secure is not taken from plain http', () => {
    expect(sent(['a=1; Path=/; Secure'], FROM, 'http://www.city.example/')).toBeNull()
  })

  it('takes the place of the one before', () => {
    expect(sent(['a=1; Path=/', 'b=2; Path=/', 'a=3; Path=/'], FROM)).toBe('a=3; b=2')
    expect(sent(['a=1; Path=/', 'a=; Path=/; Max-Age=-1'], FROM)).toBeNull()
  })

  it('with the longer path comes first', () => {
    expect(sent(['a=1; Path=/', 'a=2; Path=/gov'], FROM)).toBe('a=2; a=1')
  })

  it('is one of fifty at most', () => {
    const many = Array.from({ length: 60 }, (_, at) => `c${at}=1; Path=/`)
    expect(sent(many, FROM)?.split('; ')).toHaveLength(50)
  })
})
