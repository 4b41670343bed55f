import { describe, expect, it } from 'vitest'
import { countingIds } from '../../../shared/base/ids'
import type { GivenTable, LineHint } from '../../../shared/outline/parsableText'
import { parseReport, type ParsedReport } from '../../../shared/outline/parseReport'

function parse(lines: readonly string[], hints: Readonly<Record<number, LineHint>> = {}, tables: readonly GivenTable[] = []): ParsedReport {
  return parseReport({ text: lines.join('\n'), hints: new Map(Object.entries(hints).map(([index, hint]) => [Number(index), hint])), tables }, { newId: countingIds() })
}

const headings = ({ numbered }: ParsedReport): readonly boolean[] => numbered.map(({ isHeading }) => isHeading)
const picture = { sha256: 'a'.repeat(64), mediaType: 'image/png', width: 300, height: 200 } as const

describe('what a file says beside its text', () => {
  const doubtful = ['工作总结', '1.县水务局负责供水设施的日常巡查。', '全年巡查四十六次。', '2.县教育局负责学校的用水安全。', '全年检查十二次。', '正文。', '正文。', '正文。']

  it('PARSE-28: a heading style decides where the words leave it open', () => {
    expect(headings(parse(doubtful))).toEqual([false, false])
    expect(headings(parse(doubtful, { 1: { outline: 3, isBold: true }, 3: { outline: 3, isBold: true } }))).toEqual([true, true])
  })

  it('PARSE-28: no style makes a heading of a list item or a long sentence', () => {
    const list = ['工作总结', '1.巡查供水设施；', '2.检修水泵；', '3.清洗水池。', '正文。', '正文。', '正文。', '正文。', '正文。']
    expect(headings(parse(list, { 1: { outline: 1 }, 2: { outline: 1 }, 3: { outline: 1 } }))).toEqual([false, false, false])
  })

  it('PARSE-28: styles that most lines have say nothing', () => {
    const hints = Object.fromEntries(doubtful.map((_, index) => [index, { outline: 1, isBold: true as const }]))
    expect(headings(parse(doubtful, hints))).toEqual(headings(parse(doubtful)))
  })

  it('PARSE-28: large centred lines are the title where the words do not show it', () => {
    const lines = ['清源县水务局', '关于全年供水保障', '主要做法如下。', '一、供水', '正文。']
    expect(parse(lines).content.title).toEqual([])
    expect(parse(lines, { 0: { isCentered: true, size: 44 }, 1: { isCentered: true, size: 44 } }).content.title).toEqual(['清源县水务局', '关于全年供水保障'])
    expect(parse(lines, { 0: { isCentered: true, size: 32 }, 1: { isCentered: true, size: 32 } }).content.title).toEqual([])
  })

  it('PARSE-28: headings that have a style and no number are headings of the levels of their styles', () => {
    const lines = ['年度工作总结', '主要做法', '抓学习', '正文。', '抓检查', '正文。', '存在问题', '正文。', '正文。']
    const { content } = parse(lines, { 1: { outline: 2 }, 2: { outline: 3 }, 4: { outline: 3 }, 6: { outline: 2 } })
    expect(content.blocks.map((block) => (block.kind === 'text' ? block.level : null))).toEqual([1, 2, 0, 2, 0, 1, 0, 0])
    expect(parse(lines).content.blocks.every((block) => block.kind === 'text' && block.level === 0)).toBe(true)
    const numbered = parse([...lines, '一、另一件事', '正文。'], { 1: { outline: 2 }, 2: { outline: 3 } })
    expect(numbered.content.blocks[0]).toMatchObject({ level: 0 })
  })

  it('PARSE-5: what the file calls a table of contents is set aside, though no page number shows it', () => {
    const lines = ['工作总结', '一、供水', '二、防汛', '一、供水', '正文。', '二、防汛', '正文。']
    const { content } = parse(lines, { 1: { isContents: true }, 2: { isContents: true } })
    expect(content.setAside.map(({ text }) => text)).toEqual(['一、供水', '二、防汛'])
    expect(content.blocks).toHaveLength(4)
    expect(parse(lines).content.blocks).toHaveLength(6)
    const all = Object.fromEntries(lines.map((_, index) => [index, { isContents: true as const }]))
    expect(parse(lines, all).content).toEqual(parse(lines).content)
  })

  it('PARSE-28: notes are set aside, and a new page is a page break', () => {
    const { content } = parse(['工作总结', '巡查十二次[1]。', '附表', '[1] 含夜间巡查。'], { 2: { pageBreakBefore: true }, 3: { isNote: true } })
    expect(content.blocks.map(({ kind }) => kind)).toEqual(['text', 'pageBreak', 'text'])
    expect(content.setAside).toEqual([{ line: 4, text: '[1] 含夜间巡查。' }])
  })
})

describe('tables and pictures of a file', () => {
  const table: GivenTable = { from: 2, to: 3, rows: [['项目', ''], ['巡查', '12']], headerRows: 1, merges: [{ row: 0, column: 0, rows: 1, columns: 2 }] }

  it('PARSE-29: a table keeps its cells, header rows and merges, one of two rows and one column of numbers as well', () => {
    const { content, lines, places } = parse(['工作总结', '情况如下。', '项目\t', '巡查\t12', '正文。'], {}, [table])
    expect(content.blocks[1]).toMatchObject({ kind: 'table', rows: table.rows, headerRows: 1, merges: table.merges })
    expect(content.blocks).toHaveLength(3)
    expect(lines.get(content.blocks[1]?.id ?? '')).toBe(3)
    expect(places.filter(({ role }) => role === 'table')).toHaveLength(2)
  })

  it('PARSE-29: 抄送 and 印发 in a table are set aside all the same', () => {
    const { content } = parse(['工作总结', '正文。', '抄送：县委办公室。', '清源县水务局办公室\t2026年1月5日印发'], {}, [{ from: 2, to: 3, rows: [['抄送：县委办公室。', ''], ['清源县水务局办公室', '2026年1月5日印发']], headerRows: 1 }])
    expect(content.setAside.map(({ text }) => text)).toContain('抄送：县委办公室。')
    expect(JSON.stringify([content.blocks, content.setAside])).toContain('2026年1月5日印发')
  })

  it('PARSE-29: a table of the file keeps rows that would be noise of a web page: bare figures, 发文字号, telephone numbers', () => {
    const rows = [['序号', '文号', '联系方式'], ['35', '', ''], ['清水发〔2025〕3号', '', ''], ['陈志远', 'QQ：123456', '微信：chen88'], ['来源：', '县级', '打印'], ['', '', '']]
    const { content } = parse(['工作总结', '情况如下。', ...rows.map((row) => row.join('\t')), '正文。'], {}, [{ from: 2, to: 7, rows, headerRows: 1, merges: [{ row: 0, column: 0, rows: 2, columns: 1 }] }])
    expect(content.blocks[1]).toMatchObject({ kind: 'table', rows, merges: [{ row: 0, column: 0, rows: 2, columns: 1 }] })
    expect([content.blocks.length, content.setAside]).toEqual([3, []])
  })

  it('PARSE-22: a line without a line of the source stands at the one before it, and a finding names its own block', () => {
    const table = { from: 2, to: 3, rows: [['项目', '数量'], ['巡查', '12']], headerRows: 1 }
    const { diagnostics, lines, content } = parse(['工作总结', '一、供水工作', '项目\t数量', '巡查\t12', '二、防汛工作', '正文。', '四、节水工作', '五、河长制', '五、水土保持', '正文。'], { 0: { line: 1 }, 1: { line: 3 }, 4: { line: 5 }, 5: { line: 6 }, 6: { line: 9 }, 7: { line: 9 }, 8: { line: 9 } }, [table])
    expect(content.blocks.map(({ id }) => lines.get(id))).toEqual([3, 3, 5, 6, 9, 9, 9, 9])
    const text = (id: string | undefined): unknown => content.blocks.find((block) => block.id === id)
    expect(diagnostics.map(({ code, line, blockId }) => [code, line, text(blockId)])).toMatchObject([['skippedNumber', 9, { runs: [{ text: '节水工作' }] }], ['duplicateNumber', 9, { runs: [{ text: '水土保持' }] }]])
  })

  it('PARSE-13: typed rows with telephone numbers are rows of the table they stand in', () => {
    const rows = ['姓名\t职务\t联系方式', '陈志远\t组长\tQQ：123456', '周建国\t组员\t微信：zhou']
    expect(parse(['工作总结', '名单如下。', ...rows, '正文。']).content.blocks[1]).toMatchObject({ kind: 'table', rows: rows.map((row) => row.split('\t')) })
  })

  it('PARSE-29: 版记 with a row that nobody knows stays together behind the text, a table with 抄送 inside the text is a table', () => {
    const rows = [['抄送：县委办公室，县人大常委会办公室。', ''], ['清源县水务局办公室', '2026年1月5日印发'], ['校对：陈志远', '共印20份']]
    const table = { from: 2, to: 4, rows, headerRows: 0 }
    const lines = rows.map((row) => row.join('\t'))
    expect(parse(['工作总结', '正文。', ...lines], {}, [table]).content.setAside.map(({ text }) => text)).toEqual(lines.map((line) => line.trim()))
    const form = [['标题', '关于供水保障的通知'], ['主送：', '各乡镇'], ['抄送：', '县委办公室']]
    expect(parse(['工作总结', '处理签如下。', ...form.map((row) => row.join('\t')), '正文。'], {}, [{ ...table, rows: form }]).content.blocks[1]).toMatchObject({ kind: 'table', rows: form })
  })

  it('PARSE-29: the title behind a letterhead that is a table', () => {
    const { content } = parse(['清源县水务局\t第3期', '关于供水保障工作的报告', '县人民政府：', '正文。'], {}, [{ from: 0, to: 0, rows: [['清源县水务局', '第3期']], headerRows: 0 }])
    expect(content.title).toEqual(['关于供水保障工作的报告'])
    expect(content.addressee).toBe('县人民政府')
    expect(content.blocks[0]).toMatchObject({ kind: 'table' })
  })

  it('PARSE-30: a picture is a picture block with 图1 below it as its caption; one in a line of text follows that line', () => {
    const { content } = parse(['工作总结', '一、供水', '图示如下。', '', '图1　新泵站', '正文。', '徽标旁的文字。'], { 3: { picture }, 6: { picture } })
    expect(content.blocks.map((block) => (block.kind === 'image' ? block.caption : block.kind))).toEqual(['text', 'text', '图1　新泵站', 'text', 'text', ''])
    expect(content.blocks[2]).toMatchObject({ kind: 'image', ...picture })
  })
})
