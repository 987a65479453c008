import { createSocket } from 'node:dgram'
import { promises as dns } from 'node:dns'

/** What a name server says: RFC 1035 §4.1.1 response codes, an address, no records, or nothing at all. */
export type Reply = 'address' | 'no-records' | 'no-such-name' | 'failure' | 'refused' | 'silence'

const CODES: Readonly<Record<Exclude<Reply, 'silence'>, number>> = {
  address: 0,
  'no-records': 0,
  failure: 2,
  'no-such-name': 3,
  refused: 5,
}

/** An A record of 192.0.2.1 for the name that was asked for. */
const RECORD = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 1])

/** A name server on loopback that says the same of every name, and a resolver that asks it. */
export async function startNameServer(reply: Reply) {
  const socket = createSocket('udp4')
  socket.on('message', (question, from) => {
    if (reply === 'silence') return
    // The name ends with an empty label; type and class follow.
    const end = question.indexOf(0, 12) + 5
    const head = Buffer.from(question.subarray(0, 12))
    head.writeUInt16BE(0x8180 | CODES[reply], 2)
    head.writeUInt16BE(reply === 'address' ? 1 : 0, 6)
    head.writeUInt32BE(0, 8)
    const answer = [head, question.subarray(12, end), ...(reply === 'address' ? [RECORD] : [])]
    socket.send(Buffer.concat(answer), from.port, from.address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  const resolver = new dns.Resolver({ timeout: 100, tries: 1 })
  resolver.setServers([`127.0.0.1:${socket.address().port}`])
  return { resolver, close: () => void socket.close() }
}
