import type { Bilingual } from '../../core/message.ts'
import type { Labels } from '../labels.ts'
import { CAUSES } from './causes.ts'
import { cellsOf } from './problem-cells.ts'
import type { ProblemRow } from './problem-row.ts'
import type { Choice, SheetCell } from './spreadsheet/sheet.ts'

/** What a column's cells are made from beside the finding. */
export interface ColumnContext {
  readonly run: string
  readonly labels: Labels
  /** The address of a finding's evidence, as the workbook links to it; null for none. */
  readonly evidence: (row: ProblemRow) => string | null
}

/** One column of the problem workbook. */
export interface ProblemColumn {
  readonly id: string
  readonly heading: Bilingual
  readonly width: number
  /** Who fills it in; null for what the program writes. */
  readonly filledBy: 'reviewer' | 'unit' | null
  readonly hidden?: true
  readonly choice?: (labels: Labels) => Choice
  readonly help: Bilingual
  readonly cell: (row: ProblemRow, context: ColumnContext) => SheetCell
}

const written = (
  id: string,
  heading: Bilingual,
  width: number,
  help: Bilingual,
  cell: ProblemColumn['cell'],
): ProblemColumn => ({ id, heading, width, filledBy: null, help, cell })

const { text, seen, address, evidence, check } = cellsOf

/** The columns of every sheet of problems, from left to right. Reading back knows them by their headings, in either language. */
export const COLUMNS: readonly ProblemColumn[] = [
  written(
    'unit',
    { zh: '单位', en: 'unit' },
    18,
    { zh: '承担责任的单位。', en: 'The unit that owes the content.' },
    text(({ finding }) => finding.unitName),
  ),
  written(
    'item',
    { zh: '责任事项', en: 'item' },
    10,
    { zh: '责任事项编号。', en: 'Number of the item of the policy.' },
    text(({ finding }) => finding.item),
  ),
  written(
    'title',
    { zh: '事项名称', en: 'item title' },
    18,
    { zh: '责任事项名称。', en: 'Title of the item.' },
    text(({ finding }) => finding.itemTitle),
  ),
  written(
    'kind',
    { zh: '问题类型', en: 'kind' },
    22,
    { zh: '触发的检查规则。', en: 'The rule that was broken.' },
    text(({ finding }) => finding.ruleTitle.zh),
  ),
  written(
    'severity',
    { zh: '严重程度', en: 'severity' },
    10,
    { zh: '轻微、较重、严重或单项否决。', en: 'minor, serious, critical or veto.' },
    text(({ finding }, { labels }) => labels.severity[finding.severity]?.zh ?? finding.severity),
  ),
  written(
    'subject',
    { zh: '对象', en: 'subject' },
    22,
    { zh: '栏目、办事事项或网址。', en: 'The column, service or address.' },
    text(({ finding }) => finding.subject),
  ),
  written(
    'address',
    { zh: '网址', en: 'address' },
    40,
    { zh: '有问题的网址，点击打开。', en: 'The address at fault; click to open it.' },
    address,
  ),
  written(
    'problem',
    { zh: '问题', en: 'problem' },
    46,
    { zh: '检查所见。', en: 'What was found.' },
    text(({ finding }) => finding.text.zh),
  ),
  written(
    'seen',
    { zh: '所见', en: 'seen' },
    40,
    { zh: '最近一次访问的时间、状态和页面文字。', en: 'When, with which status, and the words of the page.' },
    seen,
  ),
  written(
    'evidence',
    { zh: '证据', en: 'evidence' },
    8,
    { zh: '点击打开该问题的证据页。', en: 'Click to open the evidence of the finding.' },
    evidence,
  ),
  written(
    'clause',
    { zh: '条款', en: 'clause' },
    52,
    { zh: '所依据的条款原文。', en: 'The clause, quoted.' },
    text(({ finding }) => finding.clause),
  ),
  written(
    'remedy',
    { zh: '整改建议', en: 'remedy' },
    36,
    { zh: '建议的整改办法。', en: 'What to do about it.' },
    text(({ finding }) => finding.remedy.zh),
  ),
  written(
    'movement',
    { zh: '变化', en: 'movement' },
    8,
    { zh: '与上次检查相比：新增或未整改。', en: 'Against the run before: new or unchanged.' },
    text(({ finding }, { labels }) => labels.movement[finding.movement ?? '']?.zh ?? ''),
  ),
  {
    id: 'decision',
    heading: { zh: '复核结论', en: 'decision' },
    width: 11,
    filledBy: 'reviewer',
    choice: (labels) => ({ words: decisionWords(labels), strict: true }),
    help: {
      zh: '从列表中选择：属实、不属实、暂缓；未复核的留空。',
      en: 'Choose: confirmed, dismissed or deferred; leave it empty where nothing is decided.',
    },
    cell: text(({ review }, { labels }) =>
      review === null ? '' : (labels.decision[review.decision]?.zh ?? ''),
    ),
  },
  {
    id: 'reviewer',
    heading: { zh: '复核人', en: 'reviewer' },
    width: 11,
    filledBy: 'reviewer',
    help: { zh: '作出结论的人；有结论的必填。', en: 'Who decided; needed beside every decision.' },
    cell: text(({ review }) => review?.reviewer ?? ''),
  },
  {
    id: 'reason',
    heading: { zh: '复核理由', en: 'reason' },
    width: 28,
    filledBy: 'reviewer',
    help: { zh: '不属实、暂缓的必填。', en: 'Needed for a dismissal or a deferral.' },
    cell: text(({ review }) => review?.reason ?? ''),
  },
  {
    id: 'cause',
    heading: { zh: '原因', en: 'cause' },
    width: 18,
    filledBy: 'unit',
    choice: () => ({ words: CAUSES, strict: false }),
    help: {
      zh: '由责任单位填写；可从列表中选择，也可另写。',
      en: 'For the unit; choose or write in your own words.',
    },
    cell: text(({ rectification }) => rectification?.reply?.cause ?? ''),
  },
  {
    id: 'measure',
    heading: { zh: '整改措施', en: 'measure' },
    width: 32,
    filledBy: 'unit',
    help: { zh: '由责任单位填写。', en: 'For the unit: what is done.' },
    cell: text(({ rectification }) => rectification?.reply?.measure ?? ''),
  },
  written(
    'due',
    { zh: '整改期限', en: 'due' },
    12,
    { zh: '封存通报期后才有。', en: 'Once the period is sealed.' },
    text(({ rectification }) => rectification?.dueOn ?? ''),
  ),
  {
    id: 'doneOn',
    heading: { zh: '完成时间', en: 'done on' },
    width: 12,
    filledBy: 'unit',
    help: { zh: '由责任单位填写，如 2026-03-31。', en: 'For the unit: a day such as 2026-03-31.' },
    cell: text(({ rectification }) => rectification?.reply?.doneOn ?? ''),
  },
  {
    id: 'responsible',
    heading: { zh: '责任人', en: 'responsible' },
    width: 11,
    filledBy: 'unit',
    help: { zh: '由责任单位填写。', en: 'For the unit: who answers for it.' },
    cell: text(({ rectification }) => rectification?.reply?.responsible ?? ''),
  },
  {
    ...written(
      'fingerprint',
      { zh: '指纹', en: 'fingerprint' },
      18,
      {
        zh: '隐藏列，读回时识别问题；请勿改动。',
        en: 'Hidden; tells the finding when it is read back. Leave it.',
      },
      text(({ finding }) => finding.fingerprint),
    ),
    hidden: true,
  },
  {
    ...written(
      'run',
      { zh: '检查编号', en: 'run' },
      18,
      { zh: '隐藏列；请勿改动。', en: 'Hidden; leave it.' },
      text((_row, { run }) => run),
    ),
    hidden: true,
  },
  {
    ...written(
      'check',
      { zh: '校验', en: 'check digits' },
      10,
      {
        zh: '隐藏列，读回时查验本行是否错位；请勿改动。',
        en: 'Hidden; tells whether the row is still what it was. Leave it.',
      },
      check,
    ),
    hidden: true,
  },
]

/** What decisions are called in a workbook. */
export const decisionWords = (labels: Labels): readonly string[] =>
  (['confirmed', 'dismissed', 'deferred'] as const).map(
    (decision) => labels.decision[decision]?.zh ?? decision,
  )
