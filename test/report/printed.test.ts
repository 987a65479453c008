import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CircularPeriod } from '../../src/core/circular-period.ts'
import { pagesOf } from '../../src/print/fixed-pdf.ts'
import { openPrintRoom } from '../../src/print/print-room.ts'
import type { DocumentTemplates } from '../../src/report/document-templates.ts'
import type { OfficialDocument } from '../../src/report/official/official-document.ts'
import { officialDocx } from '../../src/report/official/official-docx.ts'
import { officialHtml } from '../../src/report/official/official-html.ts'
import type { SealedPeriod } from '../../src/report/sealed-shape.ts'
import { openPeriodStore } from '../../src/store/open-store.ts'
import { seenIn } from '../store/period-examples.ts'
import { portalAudit } from '../support/command-line.ts'
import { circularOf, inputOf, OFFICE, sixUnits, templates } from '../support/printed-city.ts'
import { sealedPeriod } from '../support/sealed-period.ts'
import { type Workspace, workspace } from '../support/workspace.ts'

let sealed: SealedPeriod
let texts: DocumentTemplates
let space: Workspace

async function sealInto(store: string): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify(sealed))
  const digest = createHash('sha256').update(bytes).digest('hex')
  const opened = await openPeriodStore(store)
  const sealing = {
    period: sealed.period as CircularPeriod,
    edition: 1,
    run: sealed.report.run.id,
    sealedAt: Date.parse(sealed.sealedAt),
    sealedBy: sealed.sealedBy,
    reason: '',
    document: digest,
    chain: digest,
  }
  const rows = { sealing, document: { digest, bytes }, cases: [], events: [] }
  expect(await opened.seal(rows, await seenIn(opened))).toEqual({ ok: true })
  await opened.close()
}

beforeAll(async () => {
  space = await workspace()
  sealed = sealedPeriod(await sixUnits(space.path('store.sqlite')), '2026-11')
  texts = await templates()
  await sealInto(space.path('store.sqlite'))
})

afterAll(() => space.remove())

function document(): OfficialDocument {
  const circular = circularOf(inputOf(sealed, { office: { ...OFFICE, copyTo: '市委办公厅' } }))
  return {
    title: '通报',
    author: '云川',
    madeAt: sealed.sealedAt,
    blocks: texts.circular(circular),
    pictures: {},
  }
}

describe('the .docx after GB/T 9704-2012', () => {
  const parts: Record<string, string> = {}
  beforeAll(async () => {
    for (const [name, bytes] of Object.entries(unzipSync(await officialDocx(document()))))
      parts[name] = strFromU8(bytes)
  })
  const body = () => parts['word/document.xml'] ?? ''

  it.each<[string, RegExp]>([
    ['A4', /<w:pgSz w:w="11906" w:h="16838"/],
    ['margins of 37, 35, 28 and 26 mm', /<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/],
    ['22 lines of 28.99 pt', /<w:docGrid w:type="lines" w:linePitch="580"\/>/],
    ['a red issuer of 36 pt', /<w:color w:val="E60012"\/><w:sz w:val="72"\/>.{0,60}云川市人民政府办公厅文件/],
    ['a red rule', /<w:pBdr><w:bottom w:val="single" w:color="E60012"/],
    ['the number in 六角括号', /云政办函〔2026〕9号/],
    ['a title in 小标宋 of 22 pt', /w:eastAsia="方正小标宋简体".{0,160}<w:sz w:val="44"\/>/],
    ['一、 in 黑体', /w:eastAsia="黑体"[^<]*\/>(?:(?!<w:p>).)*一、/],
    ['（一） in 楷体', /w:eastAsia="楷体_GB2312"[^<]*\/>(?:(?!<w:p>).)*（一）/],
    [
      'body of 16 pt in 仿宋, Latin letters beside it',
      /w:ascii="Times New Roman"[^/]*w:eastAsia="仿宋_GB2312"[^/]*\/>(?:(?!<w:p>).)*<w:sz w:val="32"\/>/,
    ],
    ['two characters of indent', /<w:ind w:firstLine="640" w:firstLineChars="200"\/>/],
    ['attachments on new pages', /<w:pageBreakBefore\/>(?:(?!<\/w:p>).)*附件1/],
    ['the date without padding', /2026年11月26日/],
    ['版记 at the foot of the page', /relativeFrom="margin"><wp:align>bottom.*市委办公厅/],
  ])('%s', (_what, pattern) => expect(body()).toMatch(pattern))

  it('has 28 characters in a line, no more and no less', () => {
    const tighter = Number(/<w:spacing w:val="(-?\d+)"\/>/.exec(body())?.[1])
    const pitch = 16 + tighter / 20
    const width = (11906 - 1588 - 1474) / 20
    expect(Math.floor(width / pitch)).toBe(28)
  })

  it('repeats the head of every table', () => {
    const tables = body().match(/<w:tbl>(?:(?!<\/w:tbl>).)*<\/w:tbl>/gs) ?? []
    expect(tables.length).toBe(document().blocks.filter((block) => block.kind === 'table').length)
    for (const table of tables) expect(table).toContain('<w:tblHeader/>')
  })

  it('numbers odd pages at the right and even ones at the left', () => {
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>')
    const footers = Object.entries(parts).filter(([name]) => /^word\/footer\d/.test(name))
    const sides = footers.map(([, xml]) => /<w:jc w:val="(\w+)"/.exec(xml)?.[1]).sort()
    expect(sides).toEqual(['left', 'right'])
    for (const [, xml] of footers) expect(xml).toMatch(/— .*PAGE.* —/s)
  })

  it('names what stands in for a missing face', () => {
    expect(parts['word/fontTable.xml']).toMatch(/仿宋_GB2312"><w:altName w:val="FangSong_GB2312,仿宋/)
  })

  it('is the same for the same document', async () => {
    const [one, two] = [await officialDocx(document()), await officialDocx(document())]
    expect(Buffer.compare(Buffer.from(one), Buffer.from(two))).toBe(0)
    expect(parts['docProps/core.xml']).toContain('2026-11-25T08:00:00.000Z')
  })
})

describe('the PDF', () => {
  it('holds its own Chinese fonts, has A4 pages and the time of sealing, and is the same in another browser', async () => {
    const html = officialHtml(document(), texts.css)
    const print = async (before: string | null): Promise<string> => {
      const room = await openPrintRoom(null)
      try {
        if (before !== null) await room.pdf(before, sealed.sealedAt)
        return Buffer.from(await room.pdf(html, sealed.sealedAt)).toString('latin1')
      } finally {
        await room.close()
      }
    }
    const pdf = await print(null)
    for (const face of ['NotoSerifSC', 'NotoSansSC', 'LXGWWenKai'])
      expect(pdf).toMatch(new RegExp(`/FontName /\\w+\\+${face}`))
    const faces = [...pdf.matchAll(/\/FontName \/\w+\+(\w+)/g)].map(([, name = '']) => name)
    expect(faces.filter((name) => !/^(NotoSerifSC|NotoSansSC|LXGWWenKai)/.test(name))).toEqual([])
    expect(pagesOf(Buffer.from(pdf, 'latin1'))).toBeGreaterThan(4)
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45]\.\d+ 841\.\d+\]/)
    expect(pdf).toContain("/CreationDate (D:20261125080000+00'00')")
    expect(await print('<html><head></head><body>别的文件</body></html>')).toBe(pdf)
  })
})

describe('portal-audit circular and sheets', () => {
  const run = (...args: readonly string[]) =>
    portalAudit(...args, '--store', space.path('store.sqlite'), '--out', space.path('out'))
  const out = (name: string): string => space.path(`out/2026-11/${name}`)

  it('writes every format that needs no browser, and ends with 73 when that does not start', async () => {
    const config = await space.write('audit.yaml', 'print: { browser: no-such-browser }\n')
    const ended = await run('circular', '--period', '2026-11', '--number', '9', '-c', config)
    expect(ended.code).toBe(73)
    expect(ended.err).toContain('PDF 未生成')
    expect(['docx', 'html', 'json', 'pdf'].map((format) => existsSync(out(`circular.${format}`)))).toEqual([
      true,
      true,
      true,
      false,
    ])
    expect(JSON.parse(readFileSync(out('circular.json'), 'utf8'))).toMatchObject({
      schema: 'portal-audit/circular',
      number: '云政办函〔2026〕9号',
      issuedOn: '2026-11-25',
    })
  })

  it('puts pictures into the .docx as SVG and as PNG, the same bytes each time', async () => {
    const made = async (): Promise<Buffer> => {
      expect(await run('circular', '--period', '2026-11', '--format', 'docx')).toMatchObject({
        code: 0,
        err: '',
      })
      return readFileSync(out('circular.docx'))
    }
    const first = await made()
    const media = Object.keys(unzipSync(first)).filter((name) => name.startsWith('word/media/'))
    expect(media.map((name) => name.replace(/.*\./, '')).sort()).toEqual([
      'png',
      'png',
      'png',
      'svg',
      'svg',
      'svg',
    ])
    expect(Buffer.compare(first, await made())).toBe(0)
  })

  it('writes the sheets of the units that are named', async () => {
    const ended = await run('sheets', '--unit', '市民政局', '--format', 'docx,html,json')
    expect(ended).toMatchObject({ code: 0, err: '' })
    const html = readFileSync(out('sheets/mzj.html'), 'utf8')
    const unit = sealed.report.units.find(({ id }) => id === 'mzj')
    for (const finding of unit?.findings ?? []) expect(html).toContain(finding.fingerprint)
    for (const words of ['监管工作提示单', '整改情况回执', '整改措施', '单位盖章'])
      expect(html).toContain(words)
    expect(existsSync(out('sheets/hbj.html'))).toBe(false)
  })

  it.each<[string, readonly string[], number, string]>([
    ['a period that is not sealed', ['circular', '--period', '2026-10'], 64, '2026-10 尚未封存'],
    ['no period', ['circular', '--period', 'May'], 64, '不是通报期'],
    ['a unit that nobody knows', ['sheets', '--unit', '市某局'], 64, '没有这个单位'],
    ['a day of issue before the sealing', ['circular', '--issued-on', '2026-11-01'], 64, '早于封存日期'],
    ['a number that is none', ['circular', '--number', '09号'], 64, '应为正整数'],
  ])('refuses %s', async (_what, args, code, words) => {
    expect(await run(...args, '--format', 'json')).toMatchObject({
      code,
      err: expect.stringContaining(words),
    })
  })
})
