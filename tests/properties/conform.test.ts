import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clauses, conform } from '../../shared/conform/conform'
import type { BlockFacts, FooterFacts, ParagraphFacts, RuleFacts, RunFacts, SectionFacts, TableFacts, WordFacts } from '../../shared/conform/wordFacts'

const number = fc.oneof(fc.integer({ min: -100, max: 20_000 }), fc.constantFrom(0, 32, 44, 315, 579))
const words = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('', '一、主要工作', '（三）其他', '附件：1.甲', '附件1', '清水〔2025〕12号', '签发人：张三', '抄送：县委。', '2025年1月5日印发', '机密★1年', '县人民政府：', '关于工作的报告', '清源县水务局', '2025年1月5日', '\f', '#', '　　正文。'))
const run: fc.Arbitrary<RunFacts> = fc.record({ text: words, han: fc.constantFrom('', '仿宋', '黑体'), roman: fc.constantFrom('', '宋体'), size: number, bold: fc.boolean(), italic: fc.boolean(), underline: fc.boolean(), color: fc.constantFrom('auto', 'FF0000', 'xyz'), spacing: number, scale: number, isShaded: fc.boolean() })
const rule: fc.Arbitrary<RuleFacts | null> = fc.option(fc.record({ weight: number, color: fc.constantFrom('auto', 'FF0000'), isDouble: fc.boolean() }))
const indent = fc.record({ twips: number, characters: fc.option(number) })
const paragraph: fc.Arbitrary<ParagraphFacts> = fc.record({
  kind: fc.constant('paragraph' as const), runs: fc.array(run, { maxLength: 3 }), style: fc.constantFrom('', 'Title', 'heading 1'), outline: fc.option(fc.integer({ min: 0, max: 8 })),
  align: fc.constantFrom('left', 'center', 'right', 'both', 'distribute'), indent: fc.record({ left: indent, right: indent, first: indent }), line: fc.record({ value: number, rule: fc.constantFrom('exact', 'atLeast', 'auto') }),
  before: number, after: number, pageBreakBefore: fc.boolean(), snapsToGrid: fc.boolean(), rules: fc.record({ above: rule, below: rule }), tabs: fc.constant([]), section: fc.integer({ min: 0, max: 3 }), size: number, isFramed: fc.boolean(),
}).map((facts) => ({ ...facts, text: facts.runs.map(({ text }) => text).join('') }) as ParagraphFacts)
const table: fc.Arbitrary<TableFacts> = fc.record({
  kind: fc.constant('table' as const), width: number, section: fc.integer({ min: 0, max: 3 }),
  rows: fc.array(fc.record({ isHeader: fc.boolean(), mayBreak: fc.boolean(), cells: fc.array(fc.record({ paragraphs: fc.array(paragraph, { maxLength: 2 }), above: rule, below: rule }), { maxLength: 2 }) }), { maxLength: 2 }),
})
const block: fc.Arbitrary<BlockFacts> = fc.oneof({ weight: 6, arbitrary: paragraph }, table, fc.record({ kind: fc.constant('box' as const), blocks: fc.array(fc.oneof(paragraph, table), { maxLength: 2 }), line: fc.option(fc.record({ weight: number, color: fc.constant('FF0000') })), width: fc.option(number), section: fc.constant(0) }))
const footer: fc.Arbitrary<FooterFacts | null> = fc.option(fc.record({ paragraphs: fc.array(paragraph, { maxLength: 2 }), hasPageNumber: fc.boolean() }))
const footers = fc.record({ odd: footer, even: footer, first: footer })
const section: fc.Arbitrary<SectionFacts> = fc.record({
  width: number, height: number, margins: fc.record({ top: number, bottom: number, left: number, right: number, gutter: number }), headerDistance: number, footerDistance: number,
  grid: fc.record({ type: fc.constantFrom('none', 'lines', 'linesAndChars', 'snapToChars'), linePitch: number, characterSpace: number }), hasFirstPage: fc.boolean(), start: fc.constantFrom('nextPage', 'continuous'),
  numberFormat: fc.constantFrom('decimal', 'upperRoman'), numberStart: fc.option(number), footers, headers: footers,
})
const facts: fc.Arbitrary<WordFacts> = fc.record({
  blocks: fc.array(block, { maxLength: 14 }), sections: fc.array(section, { maxLength: 3 }), hasEvenFooters: fc.boolean(), mirrorsMargins: fc.boolean(),
  met: fc.record({ changes: fc.nat(3), comments: fc.nat(3), hidden: fc.nat(3), pictures: fc.nat(3), external: fc.nat(3), macros: fc.boolean() }),
})

describe('any facts', () => {
  it('CONFORM-1: give every row, each with words and an outcome', () => {
    fc.assert(fc.property(facts, (each) => {
      const sheet = conform(each)
      expect(sheet.clauses.map(({ clause, item }) => `${clause} ${item}`)).toEqual(clauses.map(({ clause, item }) => `${clause} ${item}`))
      for (const row of sheet.clauses) {
        expect(['pass', 'fail', 'byHand']).toContain(row.result)
        expect(row.found).not.toMatch(/^$|undefined|NaN|null/)
      }
    }), { numRuns: 300 })
  })
})
