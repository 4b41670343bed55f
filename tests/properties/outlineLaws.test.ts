import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countingIds } from '../../shared/base/ids'
import { assignNumbers } from '../../shared/outline/assignNumbers'
import { comparedContent, formatReport } from '../../shared/outline/formatReport'
import { findEnumerations } from '../../shared/outline/findEnumerations'
import { leadEnd } from '../../shared/outline/leadLength'
import { outlineRows } from '../../shared/outline/outlineRows'
import type { GivenTable, LineHint, ParsableText } from '../../shared/outline/parsableText'
import { parseReport } from '../../shared/outline/parseReport'
import { recognizeNumber } from '../../shared/outline/recognizeNumber'
import type { ReportContent } from '../../shared/outline/reportContent'
import { schemes, styleOf, writeLabel } from '../../shared/outline/schemes'
import { describeOutline } from '../../shared/outline/describeOutline'
import type { Block, Level, SchemeId } from '../../shared/report/report'

const seed = Number(process.env['FC_SEED'] ?? 20261121)
const runs = (numRuns: number): { seed: number; numRuns: number } => ({ seed, numRuns })

/** Text that is hard on purpose: it begins like numbers, enumerations, dates, units, addressees and noise. */
const openings = ['', '一、', '（一）', '(二)', '1.', '１．', '1、', '1.1　', '1　', '（1）', '①', '第一章　', '第一节 ', '第一部分 ', '一是', '第一，', '附件：', '附件1', '——', '目录', '二〇二二年', '2022年1月5日', '1.5万元', '一、二季度', '（一）（二）项']
const middles = ['加强领导', '完善制度，形成合力', '各单位要高度重视', '县财政局', '工作总结', '总  则', '“十四五”规划', '（试行）', '𬱖䶮', '一二三', '5个方面', '主要表现在', '抄送：县委', '微信公众号：x']
const endings = ['', '。', '；', '：', '。有关情况如下，各项工作稳步推进。', '。一是抓学习不放松；二是抓作风不松懈。', '通知', '报告', '，']
const text = fc.tuple(fc.constantFrom(...openings), fc.constantFrom(...middles), fc.constantFrom(...endings)).map((parts) => parts.join('').trim()).filter((each) => each !== '')
const anyText = fc.oneof(text, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((each) => each.replace(/[\s\u200b-\u200f\u2060\ufeff\u2028\u2029]+/g, '')).filter((each) => each !== ''))

const block = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('text' as const), level: fc.constantFrom(0, 0, 1, 2, 3, 4, 5), form: fc.constantFrom(undefined, undefined, 'heading' as const, 'clause' as const), text: anyText }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('table' as const), rows: fc.integer({ min: 1, max: 3 }).chain((width) => fc.array(fc.array(fc.constantFrom('甲', '1', '合计', '乙组'), { minLength: width + 1, maxLength: width + 1 }), { minLength: 1, maxLength: 3 })) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pageBreak' as const) }) },
)

const scheme = fc.constantFrom<SchemeId>('restart', 'continuous', 'decimal', 'chapter')

const content: fc.Arbitrary<ReportContent> = fc.record({
  title: fc.array(anyText, { maxLength: 2 }), addressee: fc.oneof(fc.constant(''), anyText), blocks: fc.array(block, { maxLength: 9 }), attachments: fc.array(anyText, { maxLength: 2 }),
  signature: fc.array(anyText, { maxLength: 2 }), date: fc.constantFrom('', '2026年1月5日', '二〇二二年十二月三十日', '某日'), note: fc.oneof(fc.constant(''), anyText), numbering: scheme,
}).map(({ blocks, ...rest }) => ({ ...rest, setAside: [], blocks: separateTables(blocks.map((each, index) => toBlock(each, `b${index + 1}`))) }))

function toBlock(each: { kind: 'text'; level: number; form: 'heading' | 'clause' | undefined; text: string } | { kind: 'table'; rows: string[][] } | { kind: 'pageBreak' }, id: string): Block {
  if (each.kind === 'pageBreak') return { kind: 'pageBreak', id }
  if (each.kind === 'table') return { kind: 'table', id, rows: each.rows, headerRows: 1 }
  const plain = { kind: 'text', id, level: each.level as 0 | Level, runs: [{ text: each.text }] } as const
  return each.form === undefined || (each.level === 0 && each.form === 'clause') ? plain : { ...plain, form: each.form }
}

/** Two tables side by side are one in a text: FORMAT-2. */
function separateTables(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter((each, index) => !(each.kind === 'table' && blocks[index - 1]?.kind === 'table'))
}

describe('laws of text and report', () => {
  it('FORMAT-1: parse ∘ format is the identity for every scheme, however the texts begin', () => {
    fc.assert(fc.property(content, (value) => {
      const back = parseReport(formatReport(value), { newId: countingIds('x') }).content
      expect(comparedContent(back)).toBe(comparedContent(value))
    }), runs(600))
  })

  it('FORMAT-1: what is read from any text and written again reads the same', () => {
    fc.assert(fc.property(fc.array(anyText, { maxLength: 12 }), (lines) => {
      const first = parseReport(lines.join('\n'), { newId: countingIds() }).content
      const second = parseReport(formatReport(first), { newId: countingIds('y') }).content
      expect(comparedContent(second)).toBe(comparedContent(first))
    }), runs(300))
  })

  it('NUM-13: recognise ∘ label is the identity', () => {
    fc.assert(fc.property(scheme, fc.constantFrom<Level>(1, 2, 3, 4, 5), fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 5, maxLength: 5 }), (id, level, values) => {
      const style = styleOf(id, level)
      const own = style === 'circled' ? values.map((value) => Math.min(value, 50)) : values
      const label = writeLabel(style, own.slice(0, level))
      const found = recognizeNumber(`${label}加强领导`)
      expect([found?.style, found?.values, found?.length]).toEqual([style, style === 'decimal' ? own.slice(0, level) : own.slice(level - 1, level), label.length])
    }), runs(400))
  })

  it('NUM-5: labels depend on levels, forms and places only, never on ids or words', () => {
    fc.assert(fc.property(content, (value) => {
      const labels = [...assignNumbers(value.blocks, value.numbering).values()]
      const other = value.blocks.map((each, index): Block => (each.kind === 'text' ? { ...each, id: `z${index}`, runs: [{ text: /[：:]$/.test(each.runs[0]?.text ?? '') ? '别的：' : '别的' }] } : { ...each, id: `z${index}` }))
      expect([...assignNumbers(other, value.numbering).values()]).toEqual(labels)
      expect(labels).toHaveLength(value.blocks.filter((each) => each.kind === 'text' && each.level > 0).length)
    }), runs(200))
  })

  it('PARSE-1: no text makes the parser fail, and every block has an id of its own and a line', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.array(fc.oneof(anyText, fc.string({ unit: 'binary' })), { maxLength: 20 }).map((lines) => lines.join('\n'))), (value) => {
      const parsed = parseReport(value, { newId: countingIds() })
      const ids = parsed.content.blocks.map((each) => each.id)
      expect(new Set(ids).size).toBe(ids.length)
      describeOutline(value)
      outlineRows(parsed.content)
      formatReport(parsed.content)
    }), runs(500))
  })

  it('PARSE-2: every character of the text that is no blank stands, in order, in exactly one place of the report', () => {
    const line = fc.oneof(anyText, text.map((each) => `　　${each}  `), fc.constant(''), text.map((each) => `${each.slice(0, 3)}##paidbegin##${each.slice(3)}`), fc.constantFrom('序号\t名称', '1\t甲\t乙', '\f', '县档案局', '2025年3月6日', '（此件公开发布）', '各位代表：', '1\u200d', '- 3 -'))
    fc.assert(fc.property(fc.array(line, { maxLength: 16 }).map((lines) => lines.join('\n')), (value) => {
      expectNothingLost(value)
    }), runs(600))
  })

  it('PARSE-2 PARSE-28 PARSE-29 PARSE-30: nothing is lost whatever the file says beside its text', () => {
    const picture = { sha256: 'a'.repeat(64), mediaType: 'image/png', width: 300, height: 200 } as const
    const hint: fc.Arbitrary<LineHint> = fc.record({
      outline: fc.integer({ min: 1, max: 9 }), isTitle: fc.constant(true as const), isCentered: fc.constant(true as const), isBold: fc.constant(true as const), size: fc.constantFrom(32, 44),
      isNote: fc.constant(true as const), pageBreakBefore: fc.constant(true as const), picture: fc.constant(picture),
    }, { requiredKeys: [] })
    const line = fc.record({ text: fc.oneof(anyText, text, fc.constantFrom('', '图1　泵站', '县档案局', '2025年3月6日', '抄送：县委。')), hint: fc.option(hint, { freq: 2 }), rows: fc.integer({ min: 0, max: 2 }) })
    fc.assert(fc.property(fc.array(line, { maxLength: 14 }), (given) => {
      const lines: string[] = []
      const hints = new Map<number, LineHint>()
      const tables: GivenTable[] = []
      for (const { text: own, hint: said, rows } of given) {
        if (said !== null) hints.set(lines.length, said)
        if (rows === 0) lines.push(own)
        else {
          const cells = Array.from({ length: rows }, (_, at) => [own, String(at)])
          tables.push({ from: lines.length, to: lines.length + rows - 1, rows: cells, headerRows: 1 })
          lines.push(...cells.map((row) => row.join('\t')))
        }
      }
      expectNothingLost({ text: lines.join('\n'), hints, tables })
    }), runs(600))
  })

  it('PARSE-2: a lost character would be noticed', () => {
    expect(() => expectNothingLost('一、总体要求\n加强领导。', '加')).toThrow()
  })

  it('ENUM-1: enumerations lie in order inside the text, and their leads inside the items', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom('一是', '二是', '三是', '一要', '二要', '第一，', '第二，', '首先', '其次', '最后', '（1）', '（2）', '。', '；', '：', '，'), text), { maxLength: 20 }).map((parts) => parts.join('')), (value) => {
      let last = 0
      for (const item of findEnumerations(value).flatMap((series) => series.items)) {
        expect(item.from).toBeGreaterThanOrEqual(last)
        expect(item.to).toBeGreaterThan(item.from)
        expect(item.leadTo === item.from || (item.leadTo > item.from && item.leadTo <= item.to)).toBe(true)
        expect(value.startsWith(item.marker, item.from)).toBe(true)
        last = item.to
      }
    }), runs(300))
  })

  it('NUM-7: a lead is a beginning of its text, and never empty where there is text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      const end = leadEnd(value)
      expect(end >= (value === '' ? 0 : 1) && end <= value.length).toBe(true)
    }), runs(300))
  })

  it('NUM-3: every scheme has five levels, and its numbers differ from level to level', () => {
    for (const id of Object.keys(schemes) as SchemeId[]) {
      const labels = ([1, 2, 3, 4, 5] as const).map((level) => writeLabel(styleOf(id, level), [1, 1, 1, 1, 1].slice(0, level)))
      expect(new Set(labels).size).toBe(5)
    }
  })
})

/** Rebuilds each line from the report value by way of the places and compares it with the source; `drop` removes a character from the report, to prove that this is noticed. */
function expectNothingLost(given: string | ParsableText, drop = ''): void {
  const parsed = parseReport(given, { newId: countingIds() })
  const source = typeof given === 'string' ? given : given.text
  const values = valuesInOrder(parsed.content)
  const lines = source.includes('\n') ? source.split('\n') : source.split('\r')
  const squeeze = (each: string): string => each.replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, '')
  const pool = new Map<string, number>()
  for (const value of values) pool.set(squeeze(value), (pool.get(squeeze(value)) ?? 0) + 1)
  lines.forEach((line, index) => {
    const places = parsed.places.filter((place) => place.line === index + 1)
    const marks = parsed.content.setAside.filter((each) => each.line === index + 1 && each.text.startsWith('##')).map((each) => each.text)
    let rest = line
    for (const mark of marks) rest = rest.replace(mark, '')
    const rebuilt = places.map((place) => place.before + (drop === '' ? place.text : place.text.replace(drop, '')) + place.after).join('')
    expect(squeeze(rebuilt)).toBe(squeeze(rest))
    for (const place of places) {
      if (place.text === '' || place.role === 'table') continue
      const key = squeeze(place.text)
      expect(pool.get(key) ?? 0).toBeGreaterThan(0)
      pool.set(key, (pool.get(key) ?? 0) - 1)
    }
  })
  const cells = parsed.content.blocks.flatMap((each) => (each.kind === 'table' ? each.rows.flat() : [])).join('')
  expect(squeeze(parsed.places.filter((place) => place.role === 'table').map((place) => place.text).join(''))).toBe(squeeze(cells))
  const order = parsed.places.filter((place) => place.blockId !== undefined && place.role !== 'table').map((place) => place.blockId)
  expect(order).toEqual(parsed.content.blocks.filter((each) => each.kind === 'text').map((each) => each.id))
}

function valuesInOrder(value: ReportContent): readonly string[] {
  return [...value.title, value.addressee, ...value.blocks.map((each) => (each.kind === 'text' ? each.runs.map((run) => run.text).join('') : '')), ...value.attachments, ...value.signature, value.date, value.note, ...value.setAside.map((each) => each.text)]
}
