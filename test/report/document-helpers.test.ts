import { expect, it } from 'vitest'
import { briefly } from '../../src/report/document-helpers.ts'

it.each([
  ['no way', '栏目无内容', '栏目无内容'],
  ['a short way', '跳转：http://a/ → http://b/ → http://c/', '跳转：http://a/ → http://b/ → http://c/'],
  [
    'a long way',
    '经 3 次跳转：http://a/ → http://b/ → http://c/ → http://d/，过多',
    '经 3 次跳转：http://a/ → … → http://d/，过多',
  ],
])('%s is told briefly', (_what, text, told) => {
  expect(briefly(text)).toBe(told)
})
