import { describe, expect, it } from 'vitest'
import { readSource } from '../../../electron/import/readers'
import { nothingMet, sourceDocument, sourceParagraph } from '../../../electron/import/sourceDocument'
import { readDocument } from '../../../electron/import/readDocument'
import { sourceReport } from '../../../electron/import/sourceReport'
import { sourceText } from '../../../electron/import/sourceText'
import { pngOf } from '../../support/pictures'
import { succeed } from '../../../shared/base/result'
import { describeOutline } from '../../../shared/outline/describeOutline'
import { countingIds } from '../../../shared/base/ids'

const cell = (text: string, columns = 1): { readonly paragraphs: readonly ReturnType<typeof sourceParagraph>[]; readonly columns: number; readonly isContinued: boolean } => ({ paragraphs: [sourceParagraph(text)], columns, isContinued: false })

const document = sourceDocument([
  sourceParagraph('工作总结'),
  sourceParagraph('主要做法', { label: '一、', outline: 0 }),
  sourceParagraph('全年巡查12次[1]。\n情况见下表。'),
  { kind: 'table', rows: [{ cells: [cell('项目', 2)], isHeader: true, before: 0 }, { cells: [cell('巡查'), cell('12')], isHeader: false, before: 0 }] },
  sourceParagraph('附表', { pageBreakBefore: true }),
], { notes: [{ mark: '[1]', text: '含夜间\n巡查。' }] })

describe('a document from outside as lines', () => {
  it('IMPORT-8: one printed paragraph a line, numbers in front, cells parted by tabs, page breaks and notes', () => {
    const source = sourceText(document)
    expect(source.text.split('\n')).toEqual(['工作总结', '一、主要做法', '全年巡查12次[1]。', '情况见下表。', '项目\t', '巡查\t12', '附表', '[1] 含夜间 巡查。'])
    expect(source.tables).toEqual([{ from: 4, to: 5, rows: [['项目', ''], ['巡查', '12']], headerRows: 1, merges: [{ row: 0, column: 0, rows: 1, columns: 2 }] }])
    expect(source.hints.get(6)).toEqual({ pageBreakBefore: true })
    expect(source.hints.get(7)).toEqual({ isNote: true })
  })

  it('IMPORT-8: the one parser makes a report of it', async () => {
    const { content } = await sourceReport(document, countingIds(), null)
    expect(content.title).toEqual(['工作总结'])
    expect(content.blocks[0]).toMatchObject({ kind: 'text', level: 1, runs: [{ text: '主要做法' }] })
  })

  it('IMPORT-8: notes, comments, headers are set aside, small and unknown pictures are counted, and all of it is told', async () => {
    const picture = pngOf(300, 200)
    const kept: number[] = []
    const given = {
      ...document, margins: ['清水发〔2024〕3号', '— 1 —', '水务局内部资料'], comments: [{ author: '张某', at: '', text: '数字\n再核', paragraph: 1, quote: '12次' }],
      pictures: new Map([['a', picture], ['b', pngOf(10, 10)], ['c', new Uint8Array([1, 2, 3])]]), blocks: [...document.blocks, sourceParagraph('', { picture: 'a' }), sourceParagraph('', { picture: 'b' })], met: { ...nothingMet, hidden: 4, changes: 2 },
    }
    const { content, met } = await sourceReport(given, countingIds(), ({ bytes }) => { kept.push(bytes.length); return Promise.resolve(succeed({ sha256: 'a'.repeat(64) })) })
    expect(content.setAside.map(({ text }) => text)).toEqual(['[1] 含夜间 巡查。', '清水发〔2024〕3号', '水务局内部资料', '批注（张某）：数字 再核'])
    expect(kept).toEqual([picture.length])
    expect(content.setAside[0]?.behind).toBe(content.blocks.at(-1)?.id)
    expect(content.blocks.filter(({ kind }) => kind === 'image')).toHaveLength(1)
    expect(met).toEqual(['有 2 处修订痕迹，按已接受读入', '有 4 个隐藏的字，没有读入', '有 1 条脚注或尾注，已另存，不进正文', '有 1 条批注，已另存，不进正文', '页眉页脚里有 2 行文字，已另存，不进正文', '有 2 个图形或图片不能带入，原文件里还有'])
  })

  it('CLI-5: headings are told by the lines of the source, however lines were joined or parted on the way', async () => {
    const outlineOf = async (text: string): Promise<readonly string[]> => {
      const read = await readDocument(new TextEncoder().encode(text), 'a.txt', readSource)
      if (!read.ok) throw new Error(read.error.code)
      return describeOutline(read.value).headings.map(({ line, text: heading }) => `${line} ${heading}`)
    }
    const body = '全县完成农村供水改造三十六处，受益群众一万二千人，水质检测合格率保持在百分之九十八以上，群众满意度明显提高。'.repeat(3)
    const wrapped = body.replace(/(.{30})/g, '$1\n')
    const count = wrapped.split('\n').length
    expect(await outlineOf(`工作总结\n一、主要做法\n${wrapped}\n二、存在问题\n${wrapped}\n三、下步打算\n${wrapped}`)).toEqual(['2 主要做法', `${3 + count} 存在问题`, `${4 + 2 * count} 下步打算`])
    expect(await outlineOf(`工作总结\n一、主要做法\n${body}\u2028${body}\v${body}\n二、存在问题\n${body}`)).toEqual(['2 主要做法', '4 存在问题'])
    expect(await outlineOf(`# 工作总结\n\n## 一、主要做法\n\n- **甲**：${body}\n- **乙**：${body}\n\n\`\`\`\n甲\n\`\`\`\n\n## 二、存在问题\n\n${body}`)).toEqual(['3 主要做法', '12 存在问题'])
    expect(await outlineOf(`工作总结\r一、主要做法\r${body}\r二、存在问题\r${body}`)).toEqual(['2 主要做法', '4 存在问题'])
  })
})
