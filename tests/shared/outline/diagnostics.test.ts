import { describe, expect, it } from 'vitest'
import { countingIds } from '../../../shared/base/ids'
import { diagnosticCodes } from '../../../shared/outline/diagnostic'
import { parseReport } from '../../../shared/outline/parseReport'
import { diagnosticText, diagnosticTexts } from '../../../shared/text/diagnostics'

const body = '今年以来，各项工作有序推进，取得了明显成效。'
const found = (lines: readonly string[]): readonly string[] => parseReport(lines.join('\n'), { newId: countingIds() }).diagnostics.map((each) => `${each.line} ${each.code} ${each.found} ${each.expected}`.trim())
/** Each number as a heading with a line of text below it. */
const numbers = (...labels: readonly string[]): readonly string[] => labels.flatMap((label) => [`${label}加强领导`, body])

describe('what the parser tells', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['repeated', numbers('一、', '二、', '二、', '三、'), ['5 duplicateNumber 二、 三、']], ['repeated, then in place again', numbers('一、', '一、', '三、'), ['3 duplicateNumber 一、 二、']], ['skipped', numbers('一、', '二、', '四、', '五、'), ['5 skippedNumber 四、 三、']],
    ['in wrong order', numbers('一、', '二、', '三、', '一、'), ['7 wrongNumber 一、 四、']], ['beginning late', numbers('一、', '（二）', '（三）'), ['3 skippedNumber （二） （一）']],
    ['decimal, skipped', numbers('1　', '1.1　', '1.3　', '2　', '2.1　'), ['5 skippedNumber 1.3 1.2']], ['decimal, of another parent', numbers('1　', '1.1　', '1.2　', '2　', '1.3　'), ['9 wrongNumber 1.3 2.1']],
    ['right', numbers('一、', '（一）', '（二）', '二、', '（一）'), []], ['right and running on', numbers('一、', '（一）', '（二）', '二、', '（三）'), []], ['above twenty', numbers(...'一二三四五六七八九'.split('').map((each) => `${each}、`), '十、', '十一、', '十二、', '十四、'), ['25 skippedNumber 十四、 十三、']],
  ])('PARSE-22: %s', (_name, lines, expected) => {
    expect(found(lines)).toEqual(expected)
  })

  it('PARSE-22: a finding names its block', () => {
    const parsed = parseReport(numbers('一、', '一、').join('\n'), { newId: countingIds() })
    expect(parsed.diagnostics).toEqual([{ code: 'duplicateNumber', line: 3, blockId: 'b3', found: '一、', expected: '二、' }])
  })

  it('PARSE-22: a list behind a colon begins anew', () => {
    expect(found(['一、职责', '办公室负责：', '（1）起草文件；', '（2）管理档案；', '业务股负责：', '（1）办理业务；', '（2）统计数据。', '二、要求', body])).toEqual([])
  })

  it.each<[readonly string[], readonly string[]]>([
    [numbers('一、', '（一）', '（二）', '(三)'), ['7 mixedNumber (三) （三）']], [numbers('一、', '(一)', '(二)'), ['3 changedNumber (一) （一）']], [numbers('一、', '1、', '2、'), ['3 changedNumber 1、 1.']], [numbers('一、', '1.', '2.', '3、'), ['7 mixedNumber 3、 3.']], [numbers('一、', '1.', '2.'), []],
  ])('PARSE-23: %j', (lines, expected) => {
    expect(found(lines)).toEqual(expected)
  })

  it('PARSE-24: a lone 一是 and a mixed series', () => {
    expect(found(['一、存在问题', '存在不足。一是学习不够深入。'])).toEqual(['2 brokenEnumeration 一是 二是'])
    expect(found(['一、存在问题', '一是学习不够深入。', '二是作风不够扎实。'])).toEqual([])
    expect(found(['一、打算', '一是加强学习；二要改进作风。'])).toEqual(['2 mixedEnumeration 一是 二要'])
  })

  it('PARSE-22: there is a sentence for every code, and it names what was found', () => {
    expect(Object.keys(diagnosticTexts).sort()).toEqual([...diagnosticCodes].sort())
    expect(diagnosticText({ code: 'duplicateNumber', found: '四、', expected: '五、' })).toBe('这里又是“四、”，应为“五、”。')
    for (const code of diagnosticCodes) expect(diagnosticText({ code, found: '$&', expected: '' })).toContain('$&')
  })
})
