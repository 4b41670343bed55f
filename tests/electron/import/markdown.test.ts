import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importText, type ImportedContent, type ImportTarget } from '../../../electron/import/importReport'
import { readMarkdown } from '../../../electron/import/markdown/readMarkdown'
import { pictureFacts } from '../../../electron/import/pictureFacts'
import { sniffFormat } from '../../../electron/import/sniffFormat'
import type { SourceDocument } from '../../../electron/import/sourceDocument'
import { sourceReport } from '../../../electron/import/sourceReport'
import { sourceText } from '../../../electron/import/sourceText'
import { countingIds } from '../../../shared/base/ids'
import { succeed } from '../../../shared/base/result'
import { markdownSeeds, reportMarkdown } from '../../fuzz/markdownSeeds'
import { utf8 } from '../../support/encodings'
import { allowedGrowth, growth } from '../../support/growth'
import { onlyRefusals } from '../../support/mutations'
import { pngOf } from '../../support/pictures'

const linesOf = (document: SourceDocument): readonly string[] => sourceText({ ...document, notes: [] }).text.split('\n')
const read = (text: string): readonly string[] => linesOf(readMarkdown(utf8(text)))

describe('the marks of Markdown', () => {
  const document = readMarkdown(utf8(reportMarkdown))
  it('IMPORT-16: headings, emphasis, lists, links and tables lose their marks and keep their text', () => {
    expect(linesOf(document)).toEqual([
      '清源县水务局2023年工作总结', '今年以来，在县委、县政府正确领导下，全局干部职工，团结协作，完成了各项任务，现将有关情况汇报如下这一行很长但没有写完，接着写。', '一、主要工作',
      '（一）河道治理。 全年清淤12条河道，详见[1]。', '第二行独立成段。', '1. 加强巡查；', '2. 备足物资。', '沙袋', '☑ 水泵',
      '单位\t计划\t完成\t', '城关所\t5\t6\t', '东河所|西河所\t3\t3\t超额', '引用一句。', '数据', '# 不是标题', 'x = 1 * 2 * 3',
      '张**、李**参加；培训*人次，演练*次；3*4=12；<甲方>\u00a0A&B；*原样*。', '', '', '附表', '□ 待办',
    ])
    expect(document.notes).toEqual([{ mark: 'title:', text: '年度总结' }, { mark: 'tags:', text: '[水务, 总结]' }, { mark: '[1]', text: '含支沟。' }])
    expect([document.pictures.size, document.met.drawings]).toEqual([1, 1])
  })
  it('IMPORT-16: a title alone as a heading is plain enough', () => {
    expect(sniffFormat(utf8('# 清源县水务局工作总结\n\n今年以来，各项工作有序推进。\n\n一、主要工作\n'))).toBe('markdown')
    expect(sniffFormat(utf8('# 清源县水务局\n# 清源县林业局\n'))).toBe('text')
    expect(sniffFormat(utf8('# 加强巡查\n备足物资。\n'))).toBe('text')
  })
  it('IMPORT-16: numbers of headings in bold text are plain enough, names that are left out are not', async () => {
    const bold = '**清源县水务局2025年工作总结**\n\n今年以来，各项工作有序推进。\n\n**一、主要工作**\n\n**（一）防汛备汛。**清淤河道12条。\n\n**二、存在问题**\n\n人员不足。\n'
    expect(sniffFormat(utf8(bold))).toBe('markdown')
    const { content } = await sourceReport(readMarkdown(utf8(bold)), countingIds(), null)
    expect([content.title.join(''), ...content.blocks.flatMap((block) => (block.kind === 'text' && block.level > 0 ? [`${block.level} ${block.runs.map(({ text }) => text).join('')}`] : []))])
      .toEqual(['清源县水务局2025年工作总结', '1 主要工作', '2 防汛备汛。清淤河道12条。', '1 存在问题'])
    expect(sniffFormat(utf8('**同志任组长，**同志任副组长。\n**一名队员负责巡查，**二人值守。\n一、主要工作\n**、李**等人参加。\n'))).toBe('text')
  })
  it('IMPORT-16: what is pasted whole from a writing program is Markdown, too, and told as such', async () => {
    const stored: ImportedContent[] = []
    const target: ImportTarget = { importReport: async ({ content }) => { stored.push(content); return succeed({ id: 'r', title: '', year: 2025, isKnown: false }) } }
    const paste = (text: string) => importText(target, text, '粘贴的文字', { newId: countingIds() })
    expect(await paste('# 清源县水务局2025年工作总结\n\n各项工作有序推进。\n\n## 主要工作\n\n清淤河道12条。\n\n## 存在问题\n\n人员不足。\n')).toMatchObject({ ok: true, value: { encoding: 'Markdown 文件' } })
    expect(await paste('清源县水务局2025年工作总结\n一、主要工作\n清淤河道12条。\n')).toMatchObject({ ok: true, value: { encoding: 'Unicode' } })
    expect(stored.map((content) => [content.title.join(''), ...content.blocks.flatMap((block) => (block.kind === 'text' && block.level === 1 ? [block.runs.map(({ text }) => text).join('')] : []))]))
      .toEqual([['清源县水务局2025年工作总结', '主要工作', '存在问题'], ['清源县水务局2025年工作总结', '主要工作']])
  })
  it('IMPORT-16: headings have their levels, strong text is bold', () => {
    const headings = document.blocks.flatMap((block) => (block.kind === 'paragraph' && block.outline !== null ? [block.outline] : []))
    expect(headings).toEqual([0, 1, 2])
    expect(JSON.stringify(document.blocks)).toContain('{"text":"正确领导","bold":true}')
    expect(JSON.stringify(document.blocks)).toContain('{"text":"团结协作","italic":true}')
  })
  it('IMPORT-16: a report comes out of it', async () => {
    const { content } = await sourceReport(document, countingIds(), null)
    expect(content.title.join('')).toBe('清源县水务局2023年工作总结')
    expect(content.blocks.some((block) => block.kind === 'text' && block.level === 1 && block.runs.map(({ text }) => text).join('') === '主要工作')).toBe(true)
    expect(content.blocks.some((block) => block.kind === 'table')).toBe(true)
  })
  it.each([
    ['lines that end in two blanks, or short ones, stand alone', '甲方：水务局  \n乙方：农业局\n2023年1月', ['甲方：水务局', '乙方：农业局', '2023年1月']],
    ['a heading with its line below', '年度总结\n===\n正文', ['年度总结', '正文']],
    ['a line of dashes below a number of lines is a line', '甲\n\n---\n乙', ['甲', '乙']],
    ['marks inside words stay', '参会*人，演练*次。file_name_here 2*3*4 a**b', ['参会*人，演练*次。file_name_here 2*3*4 a**b']],
    ['marks in marks', '***甲***和**乙 *丙* 丁**', ['甲和乙 丙 丁']],
    ['a place for a table of contents', '甲\n\n[TOC]\n\n乙', ['甲', '乙']],
    ['an open fence', '```\n甲\n# 乙', ['甲', '# 乙']],
    ['a number that is typed on', '3. 甲\n4. 乙\n\n文字\n\n1) 丙\n1) 丁', ['3. 甲', '4. 乙', '文字', '1) 丙', '2) 丁']],
    ['a number stays as it is typed behind a heading', '1. 甲\n\n## 第二节\n\n1. 乙\n2. 丙\n\n## 第三节\n3. 丁', ['1. 甲', '第二节', '1. 乙', '2. 丙', '第三节', '3. 丁']],
    ['behind a heading with its line below', '1. 甲\n\n小结\n---\n1. 乙', ['1. 甲', '小结', '1. 乙']],
    ['behind a table, a fence, a rule, HTML', '1. 甲\n\n|A|B|\n|-|-|\n|1|2|\n\n1. 乙\n\n```\n码\n```\n1. 丙\n\n---\n1. 丁\n\n<div>框</div>\n\n1. 戊', ['1. 甲', 'A\tB', '1\t2', '1. 乙', '码', '1. 丙', '1. 丁', '框', '1. 戊']],
    ['behind bullets', '1. 甲\n- 乙\n\n1. 丙', ['1. 甲', '乙', '1. 丙']],
    ['with another sign', '1. 甲\n1) 乙', ['1. 甲', '1) 乙']],
    ['a number that is typed twice by mistake stays', '1. 甲\n2. 乙\n2. 丙\n3. 丁', ['1. 甲', '2. 乙', '2. 丙', '3. 丁']],
    ['items that all have one number are counted, over what is set in', '1. 甲\n\n   说明\n\n   ```\n   码\n   ```\n   1. 子\n   1. 丑\n1. 乙\n续行\n1. 丙', ['1. 甲', '说明', '   码', '1. 子', '2. 丑', '2. 乙', '续行', '3. 丙']],
    ['a fence and a table in a quotation', '> 说明\n> ```\n> 码\n> ```\n> |A|B|\n> |-|-|\n> |1|2|\n\n# 题', ['说明', '码', 'A\tB', '1\t2', '题']],
    ['a fence that is open in a quotation ends with it', '> ```\n> 码\n正文\n# 题', ['码', '正文', '题']],
    ['an HTML table with empty lines', '<table>\n<tr><td>1</td>\n\n<td>2</td></tr>\n</table>\n正文', ['1\t2', '正文']],
    ['marks in formulas are signs', '速度$v_1*t_2*k$与 $a^*b*c$，共$5和**粗**的$6', ['速度$v_1*t_2*k$与 $a^*b*c$，共$5和粗的$6']],
    ['lines of a paragraph are joined without blanks between Chinese and figures', `${'全年完成投资'.repeat(6)}共计12\n条河道`, [`${'全年完成投资'.repeat(6)}共计12条河道`]],
    ['links whose addresses stand elsewhere', '见[办法][a]和[规定][]，表[1][2]。\n\n[a]: https://example.invalid\n[规定]: <b.html>', ['见办法和规定，表[1][2]。']],
    ['HTML inside', '甲<br>乙<span style="color:red">丙</span>\n\n<table><tr><td>1</td><td>2</td></tr></table>', ['甲', '乙丙', '1\t2']],
  ])('IMPORT-16: %s', (_name, text, expected) => { expect(read(text)).toEqual(expected) })
})

describe('pictures and tables of Markdown', () => {
  const picture = (width: number): string => `![图](data:image/png;base64,${Buffer.from(pngOf(width, 60)).toString('base64')})`
  it('IMPORT-16: every picture of a line, of cells, of notes and of HTML is kept, in its order behind its place', () => {
    const document = readMarkdown(utf8(`# 题\n\n前${picture(61)}后${picture(62)}${picture(63)}\n\n|甲|乙|\n|-|-|\n|${picture(64)}|2|\n\n[^1]: 注${picture(65)}\n\n<table border=1><tr><td>1<img src="data:image/png;base64,${Buffer.from(pngOf(66, 60)).toString('base64')}"></td><td>2</td></tr></table>\n\n末段\n`))
    const order = document.blocks.map((block) => (block.kind === 'table' ? 'table' : block.picture === undefined ? block.runs.map(({ text }) => text).join('') : `${pictureFacts(document.pictures.get(block.picture) ?? new Uint8Array())?.width}${block.runs.map(({ text }) => text).join('')}`))
    expect(order).toEqual(['题', '61前后', '62', '63', 'table', '64', '65', 'table', '66', '末段'])
    expect([document.pictures.size, document.met.drawings]).toEqual([6, 0])
  })
  it('IMPORT-16: all columns of a wide table are kept', () => {
    const cells = (text: string): string => `|${`${text}|`.repeat(600)}`
    const { blocks } = readMarkdown(utf8(`${cells('甲')}\n${cells('-')}\n${cells('1')}\n`))
    expect(blocks.map((block) => (block.kind === 'table' ? block.rows.map(({ cells: all }) => all.length) : []))).toEqual([[600, 600]])
  })
  it('IMPORT-16: numbers are those that are typed, whatever stands around them', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constantFrom('## 节', '|A|B|\n|-|-|\n|1|2|', '```\n码\n```', '---', '<div>框</div>', '节名\n---', '正文段落。')), { minLength: 1, maxLength: 25 }), (items) => {
      const lists = items.map((item, index) => ({ item, follows: typeof items[index - 1] === 'number' }))
      // Two items with one number in a row may be counted on; these are another rule.
      fc.pre(lists.every(({ item, follows }, index) => typeof item !== 'number' || !follows || item !== items[index - 1]))
      const text = items.map((item) => (typeof item === 'number' ? `${item}. 事项` : `\n${item}\n`)).join('\n')
      const labels = readMarkdown(utf8(text)).blocks.flatMap((block) => (block.kind === 'paragraph' && block.label !== '' ? [block.label] : []))
      expect(labels).toEqual(items.flatMap((item) => (typeof item === 'number' ? [`${item}. `] : [])))
    }), { numRuns: 300 })
  })
})

describe('what is Markdown', () => {
  it.each(markdownSeeds)('IMPORT-16: %s', (_name, bytes) => { expect(sniffFormat(bytes)).toBe('markdown') })
  it.each([
    ['a fence', '说明：\n```\nnpm start\n```\n'],
    ['headings of one level', '# 甲\n文字\n# 乙\n文字\n'],
    ['a heading, a list and a link', '# 说明\n\n- 甲\n- 乙\n- 丙\n\n见[网站](https://example.invalid)。'],
    ['bold leads and a list', '**一、情况**\n- 甲\n- 乙\n- 丙\n\n**二、问题**\n文字。\n\n**三、打算**\n文字。'],
  ])('IMPORT-16: %s', (_name, text) => { expect(sniffFormat(utf8(text))).toBe('markdown') })

  it.each([
    ['a report', '清源县水务局2023年工作总结\n\n一、主要工作\n（一）河道治理\n全年清淤12条。\n1. 加强巡查；\n2. 备足物资。\n'],
    ['names left out', '张**同志任**镇镇长，李**和王**负责**村。**局**科培训*人次。\n**街道**，**镇：\n**公司与**公司签订**合同。\n**县**局\n'],
    ['names left out in front of every line', '**村：完成*户。\n**镇**村：完成*户。\n**乡：完成*户，投入**万元。\n**局和**局配合。\n'],
    ['# in front of items', '物资清单\n# 沙袋 200个\n# 铁锹 50把\n# 水泵 3台\n\n# 雨衣 20件\n合计4类。\n'],
    ['# as a number', '# 1 楼漏水\n已报修。\n'],
    ['a list with dashes and a line of dashes', '会议议程\n- 领导讲话\n- 分组讨论\n- 总结\n------\n2023年1月5日\n'],
    ['stars as bullets', '* 第一项\n* 第二项\n* 第三项\n* 第四项\n*** \n完'],
    ['paid marks and tags', '##paidbegin##\n正文\n##paidend##\n#乡村振兴# #基层治理#\n'],
    ['brackets and strokes', '[附件](见后) 甲|乙|丙\n|||\n1|2|3\n'],
    ['a table drawn with signs', '+----+----+\n| 甲 | 乙 |\n+----+----+\n| 1 | 2 |\n+----+----+\n'],
    ['one bold lead', '**重要通知**\n各科室：\n请于月底前报送。\n'],
    ['underlines to be filled in', '姓名：____ 单位：______\n____年__月__日\n'],
    ['a mail quoted', '> 收到，请按时报送。\n> 谢谢。\n好的。\n'],
    ['figures and formulas', '3*4*5=60\n1_000_000\n~~~\n'],
  ])('IMPORT-16: %s is no Markdown', (_name, text) => { expect(sniffFormat(utf8(text))).toBe('text') })
})

describe('headings among names that are left out', () => {
  const text = '**一、工作开展**\n2024年，**县**镇投入资金300万元，新建水渠12公里。\n参加部门：县水务局、县农业农村局、县自然资源局、县财政局、县气象局、县应急局、县林业局\n**二、主要困难**\n管护力量不足，资金缺口大。\n'
  it('IMPORT-16: a text where ** stands for a name is no Markdown for its numbers alone', () => {
    expect(sniffFormat(utf8(text))).toBe('text')
    expect(sniffFormat(utf8('**一、成效**\n张**同志获奖。\n**二、不足**\n力量不足。\n'))).toBe('text')
    expect(sniffFormat(utf8('**一、成效**\n**一是**抓进度，完成**12**项。\n**二、不足**\n力量不足。\n'))).toBe('markdown')
  })
  it('IMPORT-16: a heading goes on with no line and no line goes on with it', () => {
    expect(read(text)).toContain('二、主要困难')
    expect(read(text)).toContain('管护力量不足，资金缺口大。')
    const long = '参加部门有县水务局、县农业农村局、县自然资源局、县财政局、县气象局、县应急局、县林业局'
    for (const next of ['二、主要困难', '（二）主要困难', '__主要困难__', '**主要困难**', '2、主要困难']) expect(read(`${long}\n${next}\n`)).toEqual([long, next.replace(/[*_]/g, '')])
    const heading = '（一）持续推进城乡居民基本医疗保险参保扩面工作并且不断提高基层经办服务水平'
    for (const first of [heading, `**${heading}**`]) expect(read(`${first}\n全年参保12万人。\n`)).toEqual([heading, '全年参保12万人。'])
    expect(read(`${long}，\n二、三线城市的企业\n`)).toEqual([`${long}，二、三线城市的企业`])
  })
})

describe('any bytes', () => {
  it('IMPORT-3: changed bytes give a document or a refusal, nothing else', () => {
    expect(onlyRefusals(markdownSeeds, readMarkdown, 2000)).toEqual([])
  })
  it('IMPORT-16: the time grows with the length', () => {
    for (const piece of ['**甲 ', '[甲](', '# 甲\n', '|甲|乙\n|-|-\n', '`甲 ', '- 甲\n  ', '> ', '#  # ', '<b ', '甲\n---\n', '***甲', '![', '_甲 _', '[^1', '\\']) {
      expect([piece, growth((size) => utf8(piece.repeat(Math.ceil((size * 14_000) / piece.length))), (bytes) => { readMarkdown(bytes) }) < allowedGrowth]).toEqual([piece, true])
    }
  })
})
