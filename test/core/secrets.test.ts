import { describe, expect, it } from 'vitest'
import { withoutSecrets } from '../../src/core/secrets.ts'

const LONG = 'a1'.repeat(16)

describe('what is stored of an address', () => {
  it.each<readonly [string, string, string]>([
    ['a ticket', 'http://a.example/x?ticket=ST-1&id=2', 'http://a.example/x?id=2'],
    ['a relative Location', '/x?SAMLResponse=fZ', '/x'],
    ['a query alone', '?token=1', ''],
    ['a session id in the path', '/x.do;jsessionid=AB.n1?id=1', '/x.do?id=1'],
    ['another in the path', '/x;sid=AB/y', '/x/y'],
    ['ASP.NET’s', '/(S(lit3py55t21z5v55vlm25s55))/x.aspx', '/x.aspx'],
    ['a code that a sign-on hands out', `/cb?code=${LONG}&state=${LONG}`, '/cb'],
    ['a password', '/x?user=me&password=secret&pwd=1', '/x?user=me'],
    ['a token in the fragment', `/x?a=1#access_token=${LONG}&a=1`, '/x?a=1#a=1'],
    ['a user with a password', 'http://me:secret@a.example/x', 'http://a.example/x'],
    ['a user behind back-slashes', '\\\\me:secret@a.example\\x', '\\\\a.example\\x'],
    ['a token behind a second question mark', '/x?u=http://b.example/?token=1', '/x?u=http://b.example/'],
    [
      'a token in an address in a parameter',
      `/login?service=${encodeURIComponent('http://b.example/y?ticket=ST-1&c=2')}`,
      `/login?service=${encodeURIComponent('http://b.example/y?c=2')}`,
    ],
    [
      'one address deeper',
      `/login?a=${encodeURIComponent(`/b?c=${encodeURIComponent('/d?token=1')}`)}`,
      `/login?a=${encodeURIComponent(`/b?c=${encodeURIComponent('/d')}`)}`,
    ],
    ['addresses in other text', '0; url="/x?token=1"', '0; url="/x"'],
    ['several', '</a?token=1>; rel=next, </b?c=1&sessionId=2>', '</a>; rel=next, </b?c=1>'],
  ])('is nothing of %s', (_what, text, expected) => {
    expect(withoutSecrets(text)).toBe(expected)
  })

  it.each([
    '',
    'http://a.example/',
    '/list.jsp?code=0102&sid=5&state=1',
    '/x?a=%B9%E6&b=%E8%A7%84',
    '/x?a=1&a=2&&b',
    '/x?',
    '/x#top',
    '/login?service=http%3A%2F%2Fb.example%2Fy%3Fc%3D2',
    'mailto:office@a.example',
    '/a@b/c',
    '/x?mail=a@b.example',
    '/公开/(年报)/x',
    '/100%/x?y=50%',
  ])('is everything of “%s”', (text) => {
    expect(withoutSecrets(text)).toBe(text)
  })
})
