import { describe, expect, it } from 'vitest'
import { addressFault } from '../../src/registry/address-fault.ts'

describe('addressFault', () => {
  it.each([
    'http://www.yunchuan.gov.example/',
    'https://fgw.yunchuan.gov.example:8443/list.jsp?code=01#top',
    'HTTP://WWW.YUNCHUAN.GOV.EXAMPLE/',
    'http://a.example/规划/计划.html',
    'http://a.example/?back=http://b.example/',
    'http://a.example/x/http://b.example/',
    'http://127.0.0.1:8080/',
  ])('accepts %s', (text) => {
    expect(addressFault(text)).toBeNull()
  })

  it.each([
    ['file:/C:/wwwroot/index.html', 'own computer'],
    ['C:\\wwwroot\\index.html', 'own computer'],
    ['d:/wwwroot/index.html', 'own computer'],
    ['\\\\server\\share', 'own computer'],
    ['http:\\\\a.example\\x', 'back-slashes'],
    ['http://a.example\\x', 'back-slashes'],
    ['http://http://a.example/', 'stands twice'],
    ['http://https://a.example/', 'stands twice'],
    ['http://http//a.example/', 'stands twice'],
    ['http:///a.example/', 'too many slashes'],
    ['http://a.example/a b.html', 'a space'],
    ['http://a.example/a\u200bb.html', 'invisible'],
    ['http：//a.example/', 'full-width'],
    ['http://a.example／x', 'full-width'],
    ['http://a。example/x', 'full-width'],
    ['http://a.example/x？id=1', 'full-width'],
    ['ｈｔｔｐ://a.example/', 'must start with http://'],
    ['www.a.example', 'must start with http://'],
    ['http:a.example', 'must start with http://'],
    ['http:/a.example/', 'must start with http://'],
    ['ftp://a.example/', 'must start with http://'],
    ['mailto:a@b.example', 'must start with http://'],
    ['无', 'must start with http://'],
    ['http://', 'not an address'],
    ['http://a.example:99999/', 'not an address'],
    ['http://[a]/', 'not an address'],
    ['http://../', 'no host'],
    ['http://user:word@a.example/', 'user name or password'],
  ])('refuses %s', (text, words) => {
    expect(addressFault(text)).toContain(words)
  })
})
