import type { Certificate, Tls } from '../core/observation.ts'
import type { Connect } from './connections.ts'
import type { Dispatch } from './pools.ts'
import { type Get, getThrough, type RequestOptions } from './request.ts'
import { withoutTrust } from './security.ts'

/** What is wrong with a connection, with the certificate that was seen later where none was seen at first. */
const withCertificate = (tls: Tls, later: Certificate | undefined): Tls =>
  tls.certificate !== undefined || later === undefined ? tls : { ...tls, certificate: later }

/**
 * GET requests through `dispatch`, and where the connection is not to be trusted once more without trust, to find what else is wrong
 * with the page (DESIGN §4): over a connection of its own, without cookies, and none are taken. Such an answer says
 * what is wrong with its connection; where none comes, the failure stays what it was.
 */
export const getAnyway = (dispatch: Dispatch, connect: Connect, options: RequestOptions): Get =>
  getThrough(dispatch, options, async (question, got) => {
    const shown: Certificate[] = []
    const connections = connect(withoutTrust((certificate) => shown.push(certificate)))
    const ask = getThrough(connections.dispatch, options)
    const untrusted = await ask({ ...question, cookie: null }).finally(connections.destroy)
    if (untrusted.kind === 'failure') return got
    return { ...untrusted, setCookie: [], tls: withCertificate(got.tls, shown[0]) }
  })
