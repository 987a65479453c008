import { describe, expect, it } from 'vitest'
import { FORBIDDEN_PORTS } from '../../src/fetch/forbidden-ports.ts'
import { type Standing, standingOf } from '../../src/fetch/guard.ts'
import { startServer } from '../support/server.ts'
import { failure } from './asking.ts'

describe('an IP address', () => {
  it.each<readonly [string, Standing]>([
    ['8.8.8.8', 'public'],
    ['101.226.4.6', 'public'],
    ['2400:3200::1', 'public'],
    ['::ffff:8.8.8.8', 'public'],
    ['64:ff9b::808:808', 'public'],
    ['127.0.0.1', 'inside'],
    ['127.8.8.8', 'inside'],
    ['2130706433', 'inside'],
    ['0x7f000001', 'inside'],
    ['0177.1', 'inside'],
    ['0.0.0.0', 'inside'],
    ['0.1.2.3', 'inside'],
    ['10.1.2.3', 'inside'],
    ['172.16.0.1', 'inside'],
    ['172.31.255.255', 'inside'],
    ['172.32.0.1', 'public'],
    ['192.168.1.1', 'inside'],
    ['100.64.0.1', 'inside'],
    ['169.254.1.1', 'inside'],
    ['192.0.0.1', 'inside'],
    ['192.0.2.1', 'inside'],
    ['192.88.99.1', 'inside'],
    ['198.18.0.1', 'inside'],
    ['198.19.255.255', 'inside'],
    ['203.0.113.1', 'inside'],
    ['224.0.0.1', 'inside'],
    ['240.0.0.1', 'inside'],
    ['255.255.255.255', 'inside'],
    ['::', 'inside'],
    ['::1', 'inside'],
    ['::2', 'inside'],
    ['::127.0.0.1', 'inside'],
    ['::808:808', 'inside'],
    ['::ffff:127.0.0.1', 'inside'],
    ['::ffff:7f00:1', 'inside'],
    ['::ffff:0:127.0.0.1', 'inside'],
    ['64:ff9b::10.0.0.1', 'inside'],
    ['64:ff9b:1::808:808', 'inside'],
    ['2002:7f00:1::', 'inside'],
    ['2002:808:808::', 'inside'],
    ['2001:0:1::1', 'inside'],
    ['2001:db8::1', 'inside'],
    ['2400:3200::5efe:a00:1', 'inside'],
    ['2400:3200::200:5efe:c0a8:1', 'inside'],
    ['fe80::1', 'inside'],
    ['fe80::1%eth0', 'inside'],
    ['fec0::1', 'inside'],
    ['fc00::1', 'inside'],
    ['fd12:3456::1', 'inside'],
    ['ff02::1', 'inside'],
    ['100::1', 'inside'],
    ['4000::1', 'inside'],
    ['', 'inside'],
    ['www.gov.example', 'inside'],
    ['169.254.169.254', 'secret'],
    ['0xa9fea9fe', 'secret'],
    ['::ffff:169.254.169.254', 'secret'],
    ['::169.254.169.254', 'secret'],
    ['64:ff9b::169.254.169.254', 'secret'],
    ['2002:a9fe:a9fe::', 'secret'],
    ['169.254.170.2', 'secret'],
    ['100.100.100.200', 'secret'],
    ['168.63.129.16', 'secret'],
    ['fd00:ec2::254', 'secret'],
    ['fd00:0ec2:0::0254', 'secret'],
  ])('%s is %s', (text, expected) => {
    expect(standingOf(text)).toBe(expected)
  })
})

describe('a port', () => {
  it.each([1, 22, 25, 110, 143, 587, 2049, 6000, 6667, 10080])('%i is never asked', async (port) => {
    expect(await failure(`http://127.0.0.1:${port}/`)).toBe('forbidden-address')
  })

  it.each([80, 443, 8080, 8443, 7001, 81, 9080])('%i is', (port) => {
    expect(FORBIDDEN_PORTS.has(port)).toBe(false)
  })

  it('that browsers would ask is', async () => {
    const server = await startServer((_request, response) => void response.end('hello'))
    expect(await failure(`${server.origin}/`)).toBe(200)
    await server.close()
  })
})
