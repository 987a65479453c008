import { readDocumentTemplates } from '../../src/app/document-templates.ts'
import { NO_CALENDAR } from '../../src/core/work-calendar.ts'
import type { AuditReport } from '../../src/report/audit-report.ts'
import { buildCircular } from '../../src/report/circular/build-circular.ts'
import type { CircularInput } from '../../src/report/circular/circular-input.ts'
import { type Circular, circularShape } from '../../src/report/circular/circular-shape.ts'
import { officeOf } from '../../src/report/circular/office.ts'
import { type Block, plainWords } from '../../src/report/official/block.ts'
import type { SealedPeriod } from '../../src/report/sealed-shape.ts'
import { cityWorkspace } from './city-workspace.ts'
import { portalAudit } from './command-line.ts'
import { sealedPeriod } from './sealed-period.ts'

const UNITS = ['市民政局', '市环保局', '市公安局', '市教委', '白沙区', '青山区'] as const

/** What an audit of six units of the fixture city found; the run is kept in `store` where one is named. */
export async function sixUnits(store?: string): Promise<AuditReport> {
  const space = await cityWorkspace()
  try {
    const units = UNITS.flatMap((unit) => ['--unit', unit])
    const kept = store === undefined ? [] : ['--store', store]
    const ended = await portalAudit('audit', '-c', space.config, ...units, ...kept, '--json', '--quiet')
    return JSON.parse(ended.out) as AuditReport
  } finally {
    await space.close()
  }
}

/** The office of the fixture city, with nothing said about it. */
export const OFFICE = officeOf(
  {
    name: null,
    numberPrefix: null,
    addressee: null,
    copyTo: null,
    contactPerson: null,
    contactTelephone: null,
  },
  '云川市',
)

/** What a circular of November 2026 is made from. */
export const inputOf = (sealed: SealedPeriod, change: Partial<CircularInput> = {}): CircularInput => ({
  sealed,
  earlier: [],
  calendar: NO_CALENDAR,
  office: OFFICE,
  number: 9,
  issuedOn: '2026-11-26' as CircularInput['issuedOn'],
  ...change,
})

/** The circular, held against its shape. */
export const circularOf = (input: CircularInput): Circular => circularShape.parse(buildCircular(input))

/** The report a month earlier: every score lower, by more the further down the list a unit stands. */
export const earlierPeriod = (report: AuditReport, change: Partial<SealedPeriod> = {}): SealedPeriod =>
  sealedPeriod(
    {
      ...report,
      units: report.units.map((unit, at) => ({
        ...unit,
        score: unit.score === null ? null : Math.max(0, Math.round((unit.score - at - 1) * 100) / 100),
      })),
    },
    '2026-10',
    { sealedAt: '2026-10-26T08:00:00.000Z', sealedOn: '2026-10-26', ...change },
  )

/** The words of a block. */
function wordsIn(block: Block): string {
  if (block.kind === 'table')
    return [...block.columns.map((column) => column.title), ...block.rows.flat()].map(plainWords).join(' | ')
  if (block.kind === 'form') return block.rows.flat().map(plainWords).join(' | ')
  if (block.kind === 'attachments') return block.titles.map(plainWords).join(' | ')
  if (block.kind === 'signature') return `${plainWords(block.office)} ${plainWords(block.day)}`
  if (block.kind === 'imprint') return [block.copyTo, block.office, block.day].map(plainWords).join(' | ')
  if (block.kind === 'pagebreak') return ''
  return `${block.kind === 'attachment' ? `${block.label} ` : ''}${plainWords(block.words)}`
}

/** The words of a document, a line a block. */
export const linesOf = (blocks: readonly Block[]): string => blocks.map(wordsIn).join('\n')

/** The templates that come with the program. */
export const templates = readDocumentTemplates
