/** Generated reports and edited copies of them, as a clerk and a leader would edit: words, sentences, whole paragraphs, places, levels. */
import fc from 'fast-check'
import { emptyContent, type ReportContent } from '../../shared/outline/reportContent'
import type { Block, Level, Run, TextBlock } from '../../shared/report/report'

const phrases = ['加强组织领导', '健全工作机制', '完成水库除险加固12处', '受益群众8.3万人', '较上年提高1.4个百分点', '坚持“建管并重”', '推行“一窗受理、集成服务”', '开展专题培训46场次', '整改问题37个', '𬱖村等3个村', '落实管护责任', '群众满意度达到96%', '做到底数清、情况明', '形成了上下联动的局面', '《管理细则》印发执行', '工作基础还不够牢固']
const openings = ['今年以来，', '一是', '二是', '同时，', '县局', '各乡镇', '', '', '对照年度目标，']
const ends = ['。', '。', '。', '；', '？']

const sentence = fc.tuple(fc.constantFrom(...openings), fc.array(fc.constantFrom(...phrases), { minLength: 1, maxLength: 4 }), fc.constantFrom(...ends)).map(([opening, parts, end]) => `${opening}${parts.join('，')}${end}`)
const oddText = fc.oneof(fc.constantFrom('', 'a', '。', '😀', '一、', '附件1', '（一）', ' ', '甲：', '2026年1月5日'), fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.replace(/[\p{C}\p{Z}]/gu, '')))
const paragraph = fc.oneof({ weight: 8, arbitrary: fc.array(sentence, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')) }, { weight: 2, arbitrary: fc.constantFrom(...phrases) }, { weight: 1, arbitrary: oddText })
const manner = fc.constantFrom<Partial<Run>>({}, {}, {}, {}, { bold: true }, { underline: true }, { italic: true, bold: true })

const textBlock = fc.record({ level: fc.constantFrom<0 | Level>(0, 0, 0, 1, 2, 3, 4), form: fc.constantFrom(undefined, undefined, undefined, 'heading' as const, 'clause' as const), text: paragraph, manner, cut: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ level, form, text, manner: set, cut }) => makeText('', level, form, text, set, Math.floor(text.length * cut)))
const cell = fc.constantFrom('指标', '完成', '46', '128.6', '含两个乡镇', '', '合计')
const table = fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 })).map((rows): Block => ({ kind: 'table', id: '', rows, headerRows: 1 }))
const block: fc.Arbitrary<Block> = fc.oneof({ weight: 12, arbitrary: textBlock }, { weight: 1, arbitrary: table }, { weight: 1, arbitrary: fc.constant<Block>({ kind: 'pageBreak', id: '' }) })

function makeText(id: string, level: 0 | Level, form: TextBlock['form'], text: string, set: Partial<Run>, cut: number): TextBlock {
  const parts = cut <= 0 || cut >= text.length || Object.keys(set).length === 0 ? [{ text }] : [{ text: text.slice(0, cut) }, { text: text.slice(cut), ...set }]
  const runs = parts.filter((run) => run.text !== '')
  return { kind: 'text', id, level, runs, ...(form === undefined || (level === 0 && form === 'clause') ? {} : { form }) }
}

const short = fc.oneof({ weight: 5, arbitrary: fc.constantFrom('县人民政府', '清源县档案局', '统计表', '物资明细表', '') }, { weight: 1, arbitrary: oddText })
const filled = short.filter((text) => text.trim() !== '')

/** A report with ids b1 … bn. */
export const generatedReport: fc.Arbitrary<ReportContent> = fc.record({
  title: fc.array(fc.constantFrom('清源县档案局', '关于2025年度工作情况的报告', '2025年度工作总结'), { maxLength: 2 }), addressee: short, blocks: fc.array(block, { maxLength: 14 }),
  attachments: fc.array(filled, { maxLength: 2 }), signature: fc.array(filled, { maxLength: 2 }), date: fc.constantFrom('', '2026年1月5日', '2025年12月31日'),
  note: fc.constantFrom('', '联系人：周某某'), numbering: fc.constantFrom('restart' as const, 'restart' as const, 'continuous' as const, 'decimal' as const),
}).map((value) => ({ ...emptyContent, ...value, blocks: value.blocks.map((each, index) => ({ ...each, id: `b${index + 1}` })) }))

type Edit =
  | { readonly kind: 'drop' | 'duplicate' | 'level' | 'bold' | 'renew'; readonly at: number }
  | { readonly kind: 'insert'; readonly at: number; readonly block: Block }
  | { readonly kind: 'move'; readonly at: number; readonly to: number }
  | { readonly kind: 'type'; readonly at: number; readonly place: number; readonly length: number; readonly text: string }

const place = fc.nat({ max: 1000 })
const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('type' as const), at: place, place, length: fc.nat({ max: 12 }), text: fc.oneof(fc.constantFrom('', '进一步', '98.7%', '，', '。'), sentence) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('insert' as const), at: place, block }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('move' as const), at: place, to: place }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('drop' as const, 'duplicate' as const, 'level' as const, 'bold' as const, 'renew' as const), at: place }) },
)

/** A report and an edited copy. Blocks that stayed keep their ids, new ones get ids of their own; in some pairs all ids of the copy are new. */
export const editedPair: fc.Arbitrary<readonly [ReportContent, ReportContent]> = fc.tuple(generatedReport, fc.array(edit, { maxLength: 6 }), generatedReport, fc.constantFrom('keep', 'keep', 'renew'), fc.boolean())
  .map(([before, edits, other, ids, isFieldsToo]) => {
    let blocks = [...before.blocks]
    edits.forEach((each, index) => { blocks = applyEdit(blocks, each, `n${index + 1}`) })
    if (ids === 'renew') blocks = blocks.map((one, index) => ({ ...one, id: `x${index + 1}` }))
    return [before, isFieldsToo ? { ...other, blocks } : { ...before, blocks }] as const
  })

function applyEdit(blocks: readonly Block[], change: Edit, id: string): Block[] {
  const at = change.at % Math.max(1, blocks.length)
  const target = blocks[at]
  if (change.kind === 'insert') return [...blocks.slice(0, at), { ...change.block, id }, ...blocks.slice(at)]
  if (target === undefined) return [...blocks]
  const replace = (next: Block): Block[] => blocks.map((each) => (each === target ? next : each))
  switch (change.kind) {
    case 'drop': return blocks.filter((each) => each !== target)
    case 'duplicate': return [...blocks.slice(0, at), { ...target, id }, ...blocks.slice(at)]
    case 'renew': return replace({ ...target, id })
    case 'move': {
      const rest = blocks.filter((each) => each !== target)
      const to = change.to % (rest.length + 1)
      return [...rest.slice(0, to), target, ...rest.slice(to)]
    }
    case 'level': return target.kind === 'text' && target.form !== 'clause' ? replace({ ...target, level: ((target.level + 1) % 5) as 0 | Level }) : [...blocks]
    case 'bold': return target.kind === 'text' ? replace({ ...target, runs: target.runs.map((run): Run => ({ text: run.text, bold: true })) }) : [...blocks]
    case 'type': {
      if (target.kind === 'table') return replace({ ...target, rows: target.rows.map((row, index) => (index === change.place % target.rows.length ? row.map((text) => `${text}${change.length}`) : row)) })
      if (target.kind !== 'text') return [...blocks]
      const text = target.runs.map((run) => run.text).join('')
      const from = change.place % (text.length + 1)
      return replace(makeText(target.id, target.level, target.form, wellFormed(text.slice(0, from) + change.text + text.slice(from + change.length)), {}, 0))
    }
  }
}

function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
}
