/** One report as files of every format that LibreOffice writes: all of them give the same report (SPEC PARSE-31). */
import { describe, expect, it } from 'vitest'
import { readSource } from '../../electron/import/readers'
import { sourceReport } from '../../electron/import/sourceReport'
import { sampleReports } from '../../electron/templates/sampleReports'
import { countingIds } from '../../shared/base/ids'
import { comparedContent } from '../../shared/outline/formatReport'
import { parseReport } from '../../shared/outline/parseReport'
import type { ReportContent } from '../../shared/outline/reportContent'
import { convertByOffice } from '../support/convertByOffice'
import { officeReason } from '../support/office'
import { level, listed, paragraph, wordFile } from '../support/wordFiles'

const reason = officeReason()
if (reason !== null) console.log(`skipped: the same report in every format needs LibreOffice (${reason})`)

async function reportIn(bytes: Uint8Array, name: string): Promise<ReportContent> {
  const read = await readSource(bytes, name)
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.error)}`)
  return (await sourceReport(read.value.document, countingIds(), null)).content
}

const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`
const table = (...rows: readonly string[]): string => `<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="3000"/>'.repeat(3)}</w:tblGrid>${rows.join('')}</w:tbl>`

const rows = table(row(cell('项目', '<w:gridSpan w:val="2"/>'), cell('数量')), row(cell('泵站', '<w:vMerge w:val="restart"/>'), cell('新建'), cell('2')), row(cell('', '<w:vMerge/>'), cell('改造'), cell('5')))

/** Numbers that Word makes, on four levels, a table with merged cells, and 落款. */
const numbered = (ownTable: string): Uint8Array => wordFile([
  paragraph('清源县水务局2024年工作总结'), paragraph('县人民政府：'), paragraph('现将全年工作情况报告如下。'),
  paragraph('主要工作', listed(1)), paragraph('保障供水', listed(1, 1)), paragraph('全年检修水泵46台次，供水水质合格率98.5%。'),
  paragraph('检修管网', listed(1, 2)), paragraph('更换老旧管道3.2公里。'), paragraph('改造泵站', listed(1, 2)), paragraph('改造泵站2座。'), paragraph('城东泵站已通水。', listed(1, 3)), paragraph('城西泵站年底完工。', listed(1, 3)),
  paragraph('防汛抗旱', listed(1, 1)), paragraph('汛期值班122天，处置险情5起。一是盯紧水库；二是备足物资。'),
  ownTable,
  paragraph('存在问题', listed(1)), paragraph('“智慧水务”平台——二期——进展偏慢……'), paragraph('下步打算', listed(1)), paragraph('抓好项目建设。'),
  paragraph('清源县水务局'), paragraph('2025年1月6日'),
].join(''), { numbering: `<w:abstractNum w:abstractNumId="1">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCountingThousand', '（%2）')}${level(2, 'decimal', '%3.')}${level(3, 'decimal', '（%4）')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>` })

const typed = sampleReports.map(({ text }, index) => [`样例${index}.docx`, wordFile(text.split('\n').filter((line) => line.trim() !== '').map((line) => paragraph(line.replace(/&/g, '&amp;').replace(/</g, '&lt;'))).join(''))] as const)
/** LibreOffice writes every cell of a table on a line of its own into a text, and every number as 1. into a web page, which has no 一、 for lists. */
const filesFor = (format: string): Readonly<Record<string, Uint8Array>> => ({
  ...(format === 'html' ? { '表格.docx': wordFile(`${paragraph('清源县水务局2024年工作总结')}${paragraph('一、主要工作')}${paragraph('情况如下。')}${rows}${paragraph('全年检修水泵46台次。')}`) } : { '自动编号.docx': numbered(format === 'txt' ? '' : rows) }),
  ...Object.fromEntries(typed),
})

describe.skipIf(reason !== null)('one report in every format', () => {
  it.each(['docx', 'doc', 'rtf', 'odt', 'fodt', 'html', 'txt'] as const)('PARSE-31: saved as %s it is the same report', { timeout: 300_000 }, async (format) => {
    const files = filesFor(format)
    const converted = convertByOffice(files, format)
    expect(Object.keys(converted)).toEqual(Object.keys(files))
    for (const [name, bytes] of Object.entries(converted)) {
      const [own, other] = [await reportIn(files[name] ?? new Uint8Array(), name), await reportIn(bytes, `${name}.${format}`)]
      expect([name, comparedContent(other)]).toEqual([name, comparedContent(own)])
      const merges = (content: ReportContent): unknown => content.blocks.flatMap((block) => (block.kind === 'table' ? block.merges ?? [] : []))
      expect([name, merges(other)]).toEqual([name, merges(own)])
    }
  })

  it('PARSE-31: the numbers of Word are those of the levels, and typed text is the text itself', async () => {
    const { blocks } = await reportIn(numbered(rows), 'a.docx')
    expect(blocks.flatMap((block) => (block.kind === 'text' && block.level > 0 ? [block.level] : []))).toEqual([1, 2, 3, 3, 4, 4, 2, 1, 1])
    for (const [index, sample] of sampleReports.entries()) {
      expect(comparedContent(await reportIn(typed[index]?.[1] ?? new Uint8Array(), 'a.docx'))).toBe(comparedContent(parseReport(sample.text.split('\n').filter((line) => line.trim() !== '').join('\n'), { newId: countingIds() }).content))
    }
  })
})
