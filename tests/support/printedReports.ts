/** Generated reports as clerks make them, with everything that a page can show, in every format of issue. What no page could tell apart is left out. */
import fc from 'fast-check'
import { soundMerges } from '../../shared/report/cellMerges'
import type { Issuing } from '../../shared/report/issuing'
import type { Block, CellMerge, Level, Report, Run, TextBlock } from '../../shared/report/report'
import { report } from '../electron/export/sampleReport'

const phrases = ['加强组织领导', '健全工作机制', '完成水库除险加固12处', '受益群众8.3万人', '坚持“建管并重”', '开展专题培训46场次', '𬱖村等3个村', '群众满意度达到96%', '《管理细则》印发执行', '工作基础还不够牢固', '推广ABC系统——省时省力']
const sentence = fc.array(fc.constantFrom(...phrases), { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join('，')}。`)
const prose = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''))
const heading = fc.constantFrom('主要工作情况', '存在的问题', '下一步打算', '强化责任落实')
const manner = fc.constantFrom<Partial<Run>>({}, { bold: true }, { underline: true }, { italic: true }, { italic: true, bold: true, underline: true })

const textBlock: fc.Arbitrary<TextBlock> = fc.record({ level: fc.constantFrom<0 | Level>(0, 0, 1, 2, 3, 4, 5), shape: fc.constantFrom('heading', 'runIn', 'clause'), heading, prose, manner, cut: fc.double({ min: 0.1, max: 0.9, noNaN: true }) })
  .map(({ level, shape, heading: head, prose: body, manner: set, cut }): TextBlock => {
    const text = level === 0 || shape === 'clause' ? body : shape === 'heading' ? head : `${head}。${body}`
    const at = Math.floor(text.length * cut)
    // Never between the two halves of one character.
    const from = /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at
    const runs: readonly Run[] = Object.keys(set).length === 0 ? [{ text }] : [{ text: text.slice(0, from) }, { text: text.slice(from), ...set }].filter((run) => run.text !== '')
    return { kind: 'text', id: '', level, runs, ...(level > 0 && shape === 'clause' ? { form: 'clause' as const } : {}) }
  })
const cell = fc.constantFrom('指标', '完成', '46', '128.6', '含两个乡镇，按实际验收统计', '', '合计', '甲\n乙')
const table = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 6 }), fc.nat({ max: 2 })).chain(([width, height, headerRows]) => fc.record({
  rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
  merges: fc.array(fc.record({ row: fc.nat({ max: height - 1 }), column: fc.nat({ max: width - 1 }), rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 1, max: 3 }) }), { maxLength: 2 }),
}).map(({ rows, merges }): Block => mergedTable(rows, merges, Math.min(headerRows, rows.length))))

/** A table as the editor makes it: covered cells are empty, areas do not overlap and do not stick out. */
function mergedTable(given: readonly (readonly string[])[], wanted: readonly CellMerge[], headerRows: number): Block {
  const width = given[0]?.length ?? 0
  const inside = wanted.filter((merge) => merge.row + merge.rows <= given.length && merge.column + merge.columns <= width && merge.rows * merge.columns > 1)
  const merges = inside.filter((merge, index) => inside.slice(0, index).every((other) => merge.row >= other.row + other.rows || other.row >= merge.row + merge.rows || merge.column >= other.column + other.columns || other.column >= merge.column + merge.columns))
  const rows = given.map((row, at) => row.map((text, column) => (merges.some((merge) => at >= merge.row && at < merge.row + merge.rows && column >= merge.column && column < merge.column + merge.columns && (at > merge.row || column > merge.column)) ? '' : text)))
  const sound = soundMerges({ rows, merges })
  return { kind: 'table', id: '', rows, headerRows, ...(sound.length === 0 ? {} : { merges: sound }) }
}

const partTitle = fc.constantFrom('第一部分', '第二部分').map((text): Block => ({ kind: 'text', id: '', level: 0, runs: [{ text }], form: 'heading' }))
const block: fc.Arbitrary<readonly Block[]> = fc.oneof(
  { weight: 12, arbitrary: textBlock.map((each): readonly Block[] => [each]) },
  { weight: 2, arbitrary: fc.tuple(table, textBlock) },
  { weight: 1, arbitrary: textBlock.map((each): readonly Block[] => [{ kind: 'pageBreak', id: '' }, each]) },
  { weight: 1, arbitrary: fc.tuple(partTitle, textBlock) },
)
const attached = fc.tuple(textBlock, table, textBlock).map(([first, rows, last]): readonly Block[] => [
  { kind: 'pageBreak', id: '' }, { kind: 'text', id: '', level: 0, runs: [{ text: '附件1' }], form: 'heading' }, { kind: 'text', id: '', level: 0, runs: [{ text: '2025年度物资统计表' }], form: 'heading' }, first, rows, last,
])

const names = fc.constantFrom('张三', '李小四', '王五', '欧阳六七')
const shared = { mark: fc.constantFrom([['清源县水务局'], ['清源县水务局', '清源县财政局']], [['清源县人民政府']]).map(([mark = []]) => mark), copies: fc.subarray(['县委办公室', '县财政局', '县发展和改革局'], { minLength: 1 }) }
const maybe = <T extends string>(...values: T[]): fc.Arbitrary<T | ''> => fc.constantFrom<T | ''>('', ...values)
const issuing: fc.Arbitrary<Issuing | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom<Issuing>({ profile: 'ordinary', signaturePlace: 'underTitle' }, { profile: 'ordinary', seal: 'sealed' }),
  fc.record({
    profile: fc.constant('redHead' as const), ...shared, copyNumber: maybe('000012'), secrecy: maybe('机密★1年', '秘密★3年'), urgency: maybe('特急', '加急'), documentNumber: fc.constant('清水〔2025〕12号'),
    signers: fc.array(names, { maxLength: 3 }), seal: fc.constantFrom(undefined, 'sealed' as const), printer: maybe('清源县水务局办公室'), printDate: fc.constantFrom('2025年12月30日'), hasFileWord: fc.constantFrom(undefined, true as const), isAddresseeBelow: fc.constantFrom(undefined, true as const),
  }).map(({ signers, seal, hasFileWord, isAddresseeBelow, mark, ...rest }): Issuing => ({
    ...rest, mark, ...(signers.length === 0 ? {} : { signers }), ...(seal === undefined ? {} : { seal }), ...(hasFileWord === undefined || mark.length > 1 ? {} : { hasFileWord }), ...(isAddresseeBelow === undefined ? {} : { isAddresseeBelow }),
  })),
  fc.record({ profile: fc.constant('letter' as const), mark: fc.constant(['清源县水务局']), copyNumber: maybe('000012'), secrecy: maybe('机密★1年'), urgency: maybe('加急'), documentNumber: fc.constant('清水函〔2025〕3号'), copies: shared.copies }),
  fc.record({ profile: fc.constant('order' as const), mark: fc.constant(['清源县人民政府令']), documentNumber: fc.constant('第3号'), seal: fc.constant('stamp' as const), post: fc.constant('县长'), copies: shared.copies }),
  fc.record({ profile: fc.constant('minutes' as const), mark: fc.constant(['清源县人民政府常务会议纪要']), documentNumber: fc.constant('〔2025〕3号'), present: fc.constant('张三、李四'), absent: maybe('钱七'), guests: maybe('孙八'), copies: shared.copies }),
)

/** A report with ids b1 … bn. */
export const printedReport: fc.Arbitrary<Report> = fc.record({
  title: fc.constantFrom(['清源县水务局2025年度工作总结'], ['清源县水务局关于2025年度农村供水保障工作情况的报告'], ['清源县水务局', '2025年度工作总结']),
  addressee: fc.constantFrom('县人民政府', '县委、县人民政府'), first: textBlock, more: fc.array(block, { maxLength: 8 }), attachedBlocks: fc.option(attached, { nil: [] }),
  attachments: fc.subarray(['统计表', '物资明细表', '项目清单（2025年）']), signature: fc.subarray(['清源县水务局', '清源县财政局', '清源县发展和改革局'], { minLength: 1 }), date: fc.constantFrom('2025年12月30日', '2026年1月5日'),
  note: fc.constantFrom('', '联系人：周某某，电话：12345'), numbering: fc.constantFrom('restart' as const, 'continuous' as const, 'decimal' as const, 'chapter' as const), issuing,
}).map(({ first, more, attachedBlocks, issuing: given, ...fields }) => {
  // A clause alone does not show which scheme its number is of; a chapter does.
  const opening: readonly Block[] = fields.numbering === 'chapter' ? [{ kind: 'text', id: '', level: 1, runs: [{ text: '总则' }] }] : []
  const blocks = [...opening, first, ...more.flat(), ...attachedBlocks].map((each, index): Block => ({ ...each, id: `b${index + 1}` }))
  return report({ ...fields, blocks, ...(given === undefined ? {} : { issuing: given }) })
})
