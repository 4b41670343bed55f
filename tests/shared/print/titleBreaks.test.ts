import fc from 'fast-check'
import { expect, it } from 'vitest'
import { textWidth } from '../../../shared/base/textWidth'
import { breakTitle, titleLines, titleLineWidth } from '../../../shared/print/titleBreaks'

/** The title with / where it is broken. */
const check = (lines: string): void => { expect(breakTitle(lines.replaceAll('/', '')).join('/')).toBe(lines) }

it('PRINT-9: a title that fits stays on one line', () => {
  check('2025年度党建工作总结')
  check('临江县水务局2025年度意识形态工作总结')
})

it('PRINT-8: words, fixed expressions, numbers with units and dates stay whole', () => {
  check('中共临江县住房和城乡建设局党组关于/2022年度意识形态工作责任制落实情况的报告')
  check('临江县2023年度安全生产/工作总结和2024年工作打算')
  check('临江县自然资源和规划局关于2024年上半年/依法行政工作开展情况的报告')
  check('临江县水务局关于2025年度/农村供水和防汛工作情况的报告')
})

it('PRINT-8: names of bodies, meetings and documents of the party stay whole', () => {
  check('临江县青石镇人民代表大会常务委员会/关于2025年工作情况的报告')
  check('关于学习贯彻/党的二十届四中全会精神情况的汇报')
  check('临江县教育和体育局党组履行/全面从严治党主体责任情况报告')
  check('关于2025年度“双随机、一公开”/监管工作开展情况的报告')
})

it('PRINT-8: short brackets, book titles and quotations stay whole', () => {
  check('关于贯彻落实/《中国共产党宣传工作条例》情况的报告')
  check('县委办公室关于思想政治工作/（2022年度）自查情况的汇报')
  check('在全县“不忘初心、牢记使命”/主题教育总结大会上的讲话')
})

it('PRINT-8: no line begins with 的, 和, 与, 及 or a closing mark, none ends with an opening one', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('工作', '总结', '的', '和', '与', '及', '临江县', '，', '、', '（', '）', '《', '》', '“', '”', '2025年', '情况', '推进', '意识形态'), { minLength: 8, maxLength: 40 }), (parts) => {
    const given = parts.join('')
    const lines = breakTitle(given)
    expect(lines.join('')).toBe(given)
    // Where marks pile up so that nothing else is left, a line may still be too long to obey: only such titles are passed over.
    fc.pre(!/[，、的和与及）》”（《“]{3}/.test(given))
    for (const line of lines.slice(1)) expect('，、）》”的和与及').not.toContain(line.charAt(0))
    for (const line of lines.slice(0, -1)) expect('（《“').not.toContain(line.charAt(line.length - 1))
  }), { numRuns: 300 })
})

it('PRINT-9: no printed line is wider than the page, none is empty, and nothing is lost', () => {
  const piece = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 6 }), fc.constantFrom('关于', '2025年度', '安全生产', '×××', '（试行）', 'ABCDEFGHIJKLMNOP', '的'))
  fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (parts) => {
    const given = parts.join('').replace(/\s/g, '')
    fc.pre(given !== '')
    const lines = breakTitle(given)
    expect(lines.join('')).toBe(given)
    for (const line of lines) {
      expect(textWidth(line)).toBeLessThanOrEqual(titleLineWidth)
      expect(line).not.toBe('')
    }
  }), { numRuns: 300 })
})

it('PRINT-9: two lines of a title are as even as words allow, the last one not the longer without need', () => {
  const [first = '', second = ''] = breakTitle('临江县关于推进乡村振兴重点工作落实情况的汇报材料')
  expect(Math.abs(textWidth(first) - textWidth(second))).toBeLessThanOrEqual(3)
})

it('PRINT-9: lines given by the clerk stay; only one too wide is broken further', () => {
  expect(titleLines(['临江县水务局', '2025年度工作总结'])).toEqual(['临江县水务局', '2025年度工作总结'])
  expect(titleLines(['', ' 临江县水务局 ', ''])).toEqual(['临江县水务局'])
  const lines = titleLines(['中共临江县委', '关于2025年度落实党风廉政建设和反腐败工作主体责任情况的报告'])
  expect(lines[0]).toBe('中共临江县委')
  expect(lines.length).toBe(3)
})

it('PRINT-9: a title of thousands of characters is broken at once', () => {
  const lines = breakTitle('关于进一步加强工作的情况'.repeat(400))
  expect(lines.join('')).toHaveLength(4800)
  expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(titleLineWidth)
})
