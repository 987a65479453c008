import { z } from 'zod'
import { hostNameOf, toAddress } from '../core/address.ts'
import { dayAt } from '../core/day.ts'
import type { Observation } from '../core/observation.ts'
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
function faultIn({ answer, observedAt }: Observation): Fault | null {
  const certificate = answer.kind === 'failure' ? answer.certificate : undefined
  if (certificate === undefined) return null
  if (observedAt > certificate.validTo + DAY) return 'expired'
  if (observedAt < certificate.validFrom - DAY) return 'not-yet-valid'
  if (!certificate.matchesHost) return 'other-host'
  return certificate.isSelfSigned ? 'self-signed' : null
}

function defectOf(message: Fault, { id, answer }: Observation): Defect<Fault> | null {
  const certificate = answer.kind === 'failure' ? answer.certificate : undefined
  if (certificate === undefined) return null
  const { host, names, validFrom, validTo } = certificate
  const data = { host, names: names.slice(0, 5).join(', '), from: dayAt(validFrom), to: dayAt(validTo) }
  const address = toAddress(`https://${host.includes(':') ? `[${host}]` : host}/`)
  return { message, data, ...(address === null ? {} : { address }), evidence: [{ observation: id }] }
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
    const { answer } = visit
    if (answer.kind !== 'failure' || answer.reason !== 'tls-fault') {
      if (!isSecure(visit)) return inapplicable('not-https')
      return answer.kind === 'response' ? passed() : cantTell('unreached', { cause: reachability.cause })
    }
    const fault = faultIn(visit)
    const host = answer.certificate?.host ?? hostNameOf(visit.address)
    if (fault === null) return cantTell('untrusted', { host, cause: answer.message })
    const defect = repeat !== undefined && faultIn(repeat) === fault ? defectOf(fault, visit) : null
    return defect === null ? cantTell('untrusted', { host, cause: answer.message }) : failed(defect)
  },
})
