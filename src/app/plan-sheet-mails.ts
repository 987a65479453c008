import { type CircularPeriod, periodName } from '../core/circular-period.ts'
import { type Mail, mailId } from '../core/mail.ts'
import { mailState } from '../period/mail-state.ts'
import { mailsDue, type Told } from '../period/mails-due.ts'
import { officeOf } from '../report/circular/office.ts'
import { officialDocx } from '../report/official/official-docx.ts'
import type { SealedPeriod } from '../report/sealed-shape.ts'
import { openPeriodStore } from '../store/open-store.ts'
import type { KeptMail } from '../store/outbox.ts'
import { issueDay } from './circular.ts'
import type { Config } from './config.ts'
import { readDocumentTemplates } from './document-templates.ts'
import { readMailTemplates } from './mail-templates.ts'
import type { MailPlan, PlannedMail } from './planned-mail.ts'
import { readRegistryOf } from './registry-of.ts'
import { readSealed, sealedDocument } from './sealed-periods.ts'
import { unitSheets, unitsNamed } from './sheets.ts'

const toldOf = (kept: readonly KeptMail[], unit: string): readonly Told[] =>
  kept.flatMap(({ mail, events }) =>
    mail.unit === unit && mail.about.kind === 'sheet' && events.at(-1)?.step.kind === 'sent'
      ? [{ period: mail.period, edition: mail.about.edition }]
      : [],
  )

/** Every sealed document that somebody was told of, by period and edition. */
async function documentsTold(
  config: Config,
  told: readonly Told[],
): Promise<(one: Told) => SealedPeriod | null> {
  const keyOf = ({ period, edition }: Told): string => `${period}/${edition}`
  const wanted = new Set(told.map(keyOf))
  const found = new Map<string, SealedPeriod>()
  const store = await openPeriodStore(config.store)
  try {
    for (const sealing of await store.sealings())
      if (wanted.has(keyOf(sealing))) found.set(keyOf(sealing), await sealedDocument(store, sealing))
  } finally {
    await store.close()
  }
  return (one) => found.get(keyOf(one)) ?? null
}

/**
 * The mails that bring units their sheets of a sealed period. Throws {@link InputError} for a period that is not sealed,
 * an unknown unit, a bad registry and a broken template.
 */
export async function planSheetMails(
  config: Config,
  request: { readonly period: string; readonly units: readonly string[] },
  kept: readonly KeptMail[],
  now: number,
): Promise<MailPlan> {
  const read = await readSealed(config, request.period)
  const { sealed } = read
  const registry = await readRegistryOf(config)
  const named = new Set(unitsNamed(sealed, request.units))
  const templates = await readDocumentTemplates(config.templates ?? undefined)
  const words = await readMailTemplates(config.templates ?? undefined)
  const office = officeOf(config.office, sealed.report.city)
  const documentOf = await documentsTold(
    config,
    sealed.report.units.flatMap(({ id }) => toldOf(kept, id)),
  )
  const decisions = mailsDue(sealed, (unit) => toldOf(kept, unit), documentOf).filter(({ unit }) =>
    named.has(unit),
  )
  const period = sealed.period as CircularPeriod
  const nameOf = (id: string): string => sealed.report.units.find((unit) => unit.id === id)?.name ?? id
  const mails = decisions.flatMap((decision): readonly PlannedMail[] => {
    if (!decision.told) return []
    const { unit, why, since } = decision
    const mail: Mail = { unit, period, rank: 'site', about: { kind: 'sheet', edition: sealed.edition } }
    const [made] = unitSheets(read, [unit], office, issueDay(sealed, null), templates)
    if (made === undefined) return []
    const moved = { new: since.new, fixed: since.fixed }
    const before = since.period === null ? null : periodName(since.period).zh
    return [
      {
        mail,
        unitName: nameOf(unit),
        to: registry.units.get(unit)?.emails.site ?? null,
        why,
        state: mailState(
          kept.find((one) => mailId(one.mail) === mailId(mail))?.events ?? [],
          now,
          config.mail.retryMinutes,
        ),
        cases: sealed.cases.filter((one) => one.unit === unit && one.state === 'open').map(({ id }) => id),
        letter: words.sheet({ ...made.sheet, since: { periodName: before, ...moved } }),
        attachments: async () => [
          {
            name: `监管工作提示单-${nameOf(unit)}-${period}.docx`,
            content: await officialDocx(made.document),
          },
        ],
      },
    ]
  })
  const unwritten = decisions.flatMap((one) =>
    one.told ? [] : [{ unit: one.unit, unitName: nameOf(one.unit), why: one.why }],
  )
  return { mails, unwritten }
}
