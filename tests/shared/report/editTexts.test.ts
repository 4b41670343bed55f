import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, editTexts, mannerOf, type TextEdit, type TextPlace } from '../../../shared/report/editTexts'
import { blockText } from '../../../shared/report/blockText'
import type { Block, Report } from '../../../shared/report/report'

const blocks: readonly Block[] = [
  { kind: 'text', id: 'h', level: 1, runs: [{ text: '主要工作' }], form: 'heading', target: 300 },
  { kind: 'text', id: 'p', level: 0, runs: [{ text: '完成' }, { text: '46', stale: true, bold: true }, { text: '家' }], taken: 'r-0123456789abcdefghjkmnpqrs' },
  { kind: 'pageBreak', id: 'x' },
  { kind: 'table', id: 't', headerRows: 1, rows: [['工作', ''], ['合计', '46']], merges: [{ row: 0, column: 0, rows: 1, columns: 2 }] },
]
const report: Report = {
  id: 'r-00000000000000000000000001', kind: 'general', year: 2025, unit: '某局', state: 'draft', title: ['某局', '工作总结'], addressee: '县局', blocks, attachments: ['工作表'], signature: ['某局'], date: '2025年', note: '',
  numbering: 'restart', setAside: [{ line: 3, text: '工作' }], origin: { kind: 'blank' },
}

/** The report with every text written out as its place and content. */
function texts(given: Report): readonly string[] {
  const all: string[] = []
  editTexts(given, (text, place) => { all.push(`${Object.values(place).join(' ')}=${text}`); return [] })
  return all
}

describe('editing the texts of a report', () => {
  it('FIND-5: every text is asked once, in printed order', () => {
    expect(texts(report)).toEqual([
      'title 0=某局', 'title 1=工作总结', 'addressee=县局', 'block h=主要工作', 'block p=完成46家', 'cell t 0 0=工作', 'cell t 0 1=', 'cell t 1 0=合计', 'cell t 1 1=46', 'attachment 0=工作表', 'signature 0=某局', 'date=2025年', 'note=',
    ])
  })

  it('FIND-5: the text of the places changes and nothing else; what does not change is the same object', () => {
    const edited = editTexts(report, (text) => (text.includes('工作') ? [{ from: text.indexOf('工作'), to: text.indexOf('工作') + 2, text: '业务' }] : []))
    expect(edited.blocks.map(blockText)).toEqual(['主要业务', '完成46家', '', '业务\t\n合计\t46'])
    expect(edited.blocks[1]).toBe(blocks[1])
    expect(edited).toEqual({ ...report, title: ['某局', '业务总结'], attachments: ['业务表'], blocks: [{ ...blocks[0], runs: [{ text: '主要业务' }] }, blocks[1], blocks[2], { ...blocks[3], rows: [['业务', ''], ['合计', '46']] }] })
    expect(edited.setAside).toBe(report.setAside)
  })

  it('FIND-5: the manner is that of the first character, and 待更新 of any part', () => {
    const runs = [{ text: '甲', bold: true as const }, { text: '乙', stale: true as const }, { text: '丙' }]
    expect(mannerOf(runs, 0, 2)).toEqual({ bold: true, stale: true })
    expect(mannerOf(runs, 1, 3)).toEqual({ stale: true })
    expect(mannerOf(runs, 2, 3)).toEqual({})
    expect(mannerOf(runs, 0, 1)).toEqual({ bold: true })
  })

  it('FIND-5: whatever is replaced, no block, level, row or cell comes or goes, and every text is the edited one', () => {
    const edits = fc.uniqueArray(fc.nat(12), { maxLength: 6 }).map((cuts) => [...cuts].sort((a, b) => a - b))
    fc.assert(fc.property(edits, fc.string({ maxLength: 4 }), (cuts, words) => {
      const own = (text: string): readonly TextEdit[] => cuts.slice(1).flatMap((to, index) => (index % 2 === 0 && to <= text.length ? [{ from: cuts[index] ?? 0, to, text: words }] : []))
      const asked: string[] = []
      const edited = editTexts(report, (text, place: TextPlace) => { if (place.kind === 'block' || place.kind === 'cell') asked.push(applyEdits(text, own(text))); return own(text) })
      const shape = (block: Block): unknown => (block.kind === 'text' ? { ...block, runs: [] } : block.kind === 'table' ? { ...block, rows: block.rows.map((row) => row.length) } : block)
      expect(edited.blocks.map(shape)).toEqual(report.blocks.map(shape))
      expect(edited.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : block.kind === 'text' ? [blockText(block)] : []))).toEqual(asked)
    }))
  })

  it('FIND-5: without edits the report is the same object', () => {
    expect(editTexts(report, () => [])).toBe(report)
  })
})
