import * as z from 'zod'
import { hostNameOf, toAddress } from '../core/address.ts'
import { dayAt } from '../core/day.ts'
import type { Observation } from '../core/observation.ts'
import { untrustedConnection } from '../facts/untrusted-connection.ts'
import { certificateMessages } from './certificate-messages.ts'
import { cantTell, type Defect, defineCheck, failed, inapplicable, passed, untested } from './check.ts'

type Fault = 'expired' | 'not-yet-valid' | 'other-host' | 'self-signed'

/** Clocks may be wrong by so much, in milliseconds. */
const DAY = 86_400_000

const isSecure = ({ address, hops, answer }: Observation): boolean =>
  [address, answer.kind === 'response' ? answer.address : '', ...hops.map((hop) => hop.location)].some(
    (one) => one.startsWith('https:'),
  )

/** What is certainly wrong with the certificate of one answer; null when nothing is. */
function faultIn(visit: Observation): Fault | null {
  const certificate = untrustedConnection(visit)?.certificate
  const { observedAt } = visit
  if (certificate === undefined) return null
  if (observedAt > certificate.validTo + DAY) return 'expired'
  if (observedAt < certificate.validFrom - DAY) return 'not-yet-valid'
  if (!certificate.matchesHost) return 'other-host'
  return certificate.isSelfSigned ? 'self-signed' : null
}

function defectOf(message: Fault, visit: Observation): Defect<Fault> | null {
  const certificate = untrustedConnection(visit)?.certificate
  if (certificate === undefined) return null
  const { host, names, validFrom, validTo } = certificate
  const data = { host, names: names.slice(0, 5).join(', '), from: dayAt(validFrom), to: dayAt(validTo) }
  const address = toAddress(`https://${host.includes(':') ? `[${host}]` : host}/`)
  return { message, data, ...(address === null ? {} : { address }), evidence: [{ observation: visit.id }] }
}

/** A registered address behind a certificate that no browser accepts: every reader meets a warning instead of the page. */
export const invalidCertificate = defineCheck({
  id: 'invalid-certificate',
  subject: 'address',
  needs: ['reachability'],
  options: z.strictObject({}),
  applicability: 'Every registered address that is https or redirects to https.',
  expectation:
    'The certificate is for the host, neither expired nor not yet valid by more than a day at the time of the visit, and not vouched for by itself alone.',
  assumptions:
    'An issuer that we do not know, or a chain that is not complete, may be known to the readers’ machines; old protocols and broken handshakes may be our doing. A second visit must show the same fault.',
  messages: certificateMessages,
  judge: ({ facts: { reachability } }) => {
    const [visit, repeat] = reachability.observations
    if (visit === undefined) return untested('not-asked')
    const connection = untrustedConnection(visit)
    if (connection === null) {
      if (!isSecure(visit)) return inapplicable('not-https')
      const isAnswered = visit.answer.kind === 'response'
      return isAnswered ? passed() : cantTell('unreached', { cause: reachability.cause })
    }
    const fault = faultIn(visit)
    const host = connection.certificate?.host ?? hostNameOf(visit.address)
    const isAgain = fault !== null && repeat !== undefined && faultIn(repeat) === fault
    const defect = isAgain ? defectOf(fault, visit) : null
    return defect === null ? cantTell('untrusted', { host, cause: connection.code }) : failed(defect)
  },
})
