import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { catalogueFacts, catalogueParts, type CatalogueFacts } from '../../../shared/archive/catalogue'
import { catalogueOfYear, filingProposal } from '../../../shared/archive/catalogueAnswers'
import { catalogueCsv, catalogueJson, csvCell } from '../../../shared/archive/catalogueText'
import { emptyScheme } from '../../../shared/archive/archiveScheme'
import { layoutReport } from '../../../shared/print/layoutReport'
import { contentPages } from '../../../shared/print/contentPages'
import { paginate } from '../../../shared/print/paginate'
import type { ArchivalNumber, Filing } from '../../../shared/report/filing'
import type { Report } from '../../../shared/report/report'

const number: ArchivalNumber = { fonds: 'Z109', category: 'WS', year: 2025, retention: 'Y', unit: 'BGS', item: 1 }
const filing: Filing = { filedAt: '2026-01-20T08:00:00.000Z', contentSha256: 'a'.repeat(64), word: { name: 'a.docx', sha256: 'b'.repeat(64), bytes: 1 }, number, retention: 'Y', pages: 6 }
const id = (at: number): string => `r-${String(at).padStart(26, '0')}`

function report(change: Partial<Report> = {}): Report {
  return {
    id: id(1), kind: 'safety', year: 2025, unit: '清河县应急管理局', state: 'filed', title: ['关于2025年度', '安全生产工作情况的报告'], addressee: '', blocks: [], attachments: [], signature: ['清河县应急管理局'],
    date: '2026年1月5日', note: '', numbering: 'restart', setAside: [], origin: { kind: 'blank' }, filing, ...change,
  }
}
function facts(change: Partial<CatalogueFacts> = {}): CatalogueFacts {
  const made = catalogueFacts(report())
  if (made === null) throw new Error('not filed')
  return { ...made, ...change }
}

describe('the rows of the catalogue', () => {
  it('ARCHNO-10: a filed report is one row with the columns of the standard; one that is not filed is none', () => {
    const issued = report({ issuing: { profile: 'redHead', documentNumber: '清应急[2026]第3号', secrecy: '机密★ 1年' } })
    expect(catalogueFacts(issued)).toEqual({
      id: id(1), year: 2025, number, retention: 'Y', documentNumber: '清应急〔2026〕3号', responsible: '清河县应急管理局', title: '关于2025年度安全生产工作情况的报告', date: '20260105', secrecy: '机密★1年', pages: 6, filedAt: filing.filedAt,
    })
    expect(catalogueFacts(report({ state: 'final' }))).toBeNull()
    expect(catalogueParts([facts()])[0]?.rows[0]).toEqual({
      id: id(1), order: 1, number: 'Z109-WS·2025-Y-BGS-0001', item: 1, documentNumber: '', responsible: '清河县应急管理局', title: '关于2025年度安全生产工作情况的报告', date: '20260105', secrecy: '', pages: 6, note: '',
    })
  })

  it('ARCHNO-10: the parts come in the order of the 档号, each counted from 1, what has no number last', () => {
    const { number: _number, ...without } = facts({ id: id(9) })
    const shuffled = [without, facts({ id: id(2), number: { ...number, retention: 'D10' } }), facts({ id: id(3), number: { ...number, item: 2 } }), facts()]
    const parts = catalogueParts(shuffled)
    expect(parts.map(({ class: of, rows }) => [of?.retention, rows.map(({ id: row, order }) => [row, order])])).toEqual([
      ['Y', [[id(1), 1], [id(3), 2]]], ['D10', [[id(2), 1]]], [undefined, [[id(9), 1]]],
    ])
    expect(catalogueParts([...shuffled].reverse())).toEqual(parts)
  })

  it.each([
    [['清河县应急管理局', '清河县消防救援大队'], undefined, '清河县应急管理局、清河县消防救援大队'],
    [['本局'], undefined, '清河县应急管理局'],
    [[], ['清河县安委会'], '清河县安委会'],
    [[], undefined, '清河县应急管理局'],
    [['', ' '], undefined, '清河县应急管理局'],
  ] as const)('ARCHNO-11: signed by %j, issued by %j: 责任者 is %s', (signature, mark, responsible) => {
    const made = catalogueFacts(report({ signature, ...(mark === undefined ? {} : { issuing: { profile: 'redHead' as const, mark } }) }))
    expect(made?.responsible).toBe(responsible)
  })

  it('ARCHNO-11: a title that is missing is made up in [ ]', () => {
    expect(catalogueFacts(report({ title: [] }))?.title).toBe('[清河县应急管理局2025年安全生产工作材料]')
    expect(catalogueFacts(report({ title: [' '], kind: 'other' }))?.title).toBe('[清河县应急管理局2025年材料]')
  })

  it('ARCHNO-12: a correction and what it corrects name each other, in another year too', () => {
    const corrected = facts()
    const correction = facts({ id: id(2), year: 2026, number: { ...number, year: 2026 }, corrects: id(1) })
    const all = [corrected, correction]
    expect(catalogueOfYear(all, 2025).parts[0]?.rows[0]?.note).toBe('已由Z109-WS·2026-Y-BGS-0001更正')
    expect(catalogueOfYear(all).parts[0]?.rows[0]?.note).toBe('更正Z109-WS·2025-Y-BGS-0001')
    expect(catalogueOfYear(all).years).toEqual([{ year: 2026, count: 1 }, { year: 2025, count: 1 }])
    const { number: _number, ...without } = correction
    expect(catalogueOfYear([corrected, without], 2025).parts[0]?.rows[0]?.note).toBe('已由《关于2025年度安全生产工作情况的报告》更正')
  })

  it('ARCHNO-13: an empty page before 版记 is no page of the item', () => {
    const issued = report({
      blocks: [{ kind: 'text', id: 'b1', level: 0, runs: [{ text: '一年来，各项工作有序推进。' }] }], issuing: { profile: 'redHead', mark: ['清河县应急管理局'], printer: '清河县应急管理局办公室', printDate: '2026年1月5日', copies: ['县委办公室'], endsOnEvenPage: true },
    })
    const document = layoutReport(issued)
    const model = paginate(document)
    expect([model.pages, contentPages(document, model)]).toEqual([2, 2])
    // With the right length of body, 版记 stands on an even page behind an empty one.
    const empty = [20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40, 42, 44].map((lines) => {
      const long = layoutReport({ ...issued, blocks: Array.from({ length: lines }, (_, at) => ({ kind: 'text', id: `b${at}`, level: 0, runs: [{ text: '一年来，各项工作有序推进。' }] }) as const) })
      const longModel = paginate(long)
      return longModel.pages - contentPages(long, longModel)
    })
    expect([...new Set(empty)].sort()).toEqual([0, 1])
  })

  it('ARCHNO-15: what would be recorded is known before filing', () => {
    const scheme = { ...emptyScheme, fonds: 'Z109', units: [{ code: 'BGS', name: '办公室' }] }
    const final = report({ state: 'final' })
    expect(filingProposal(final, scheme, {}, [facts({ number: { ...number, retention: 'D30' } })], {})).toMatchObject({ number: 'Z109-WS·2025-D30-BGS-0002', suggested: 'D30', retention: 'D30', year: 2025, pages: 1, unit: 'BGS' })
    expect(filingProposal(final, scheme, { retention: 'Y' }, [facts()], {})).toMatchObject({ number: 'Z109-WS·2025-Y-BGS-0002', suggested: 'D30', retention: 'Y' })
    expect(filingProposal(final, emptyScheme, {}, [], {})).toMatchObject({ number: 'WS·2025-D30-0001', hasFonds: false })
  })
})

describe('the catalogue for other programs', () => {
  it('ARCHNO-14: every cell is quoted, formulas are disarmed, a byte order mark stands in front', () => {
    const csv = catalogueCsv(catalogueParts([facts({ title: '=HYPERLINK("x")' }), facts({ id: id(2), number: { ...number, retention: 'D10' } })]))
    expect(csv.startsWith('\ufeff"序号","档号","文号","责任者","题名","日期","密级","页数","备注"\r\n"1","Z109-WS·2025-Y-BGS-0001","","清河县应急管理局","\'=HYPERLINK(""x"")","20260105","","6",""\r\n"2",')).toBe(true)
    for (const start of ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) expect(csvCell(`${start}1`)).toBe(`"'${start}1"`)
  })

  it('ARCHNO-14: whatever stands in the cells, the CSV is read back as the same cells', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (titles) => {
      const csv = catalogueCsv(catalogueParts(titles.map((title, at) => facts({ id: id(at), title, number: { ...number, item: at + 1 } }))))
      const cells = [...csv.slice(1).matchAll(/"((?:[^"]|"")*)"(?:,|\r\n)/g)].map(([, cell = '']) => cell.replace(/""/g, '"'))
      expect(cells).toHaveLength((titles.length + 1) * 9)
      expect(titles.map((_, at) => cells[(at + 1) * 9 + 4]?.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, ''))).toEqual(titles)
    }))
  })

  it('ARCHNO-14: the JSON holds the rows of every part', () => {
    expect(JSON.parse(catalogueJson(catalogueParts([facts()])))).toMatchObject({ parts: [{ class: { fonds: 'Z109' }, rows: [{ number: 'Z109-WS·2025-Y-BGS-0001', title: '关于2025年度安全生产工作情况的报告' }] }] })
  })

  it('ARCHNO-10: 100,000 filed reports become a catalogue', () => {
    const many = Array.from({ length: 100_000 }, (_, at) => facts({ id: id(at), number: { ...number, item: at + 1 } })).reverse()
    const answer = catalogueOfYear(many)
    const csv = catalogueCsv(answer.parts)
    expect([answer.problems.length, answer.parts[0]?.rows.length, csv.length > 5_000_000]).toEqual([0, 100_000, true])
  })
})
