import { afterEach, describe, expect, it, vi } from 'vitest'
import { exportWord } from '../../../electron/export/exportWord'
import { layoutReport, type LayoutOptions } from '../../../shared/print/layoutReport'
import type { Report } from '../../../shared/report/report'
import { corpusReports } from './corpus'
import { extremeReports, mergedTable, tableReport } from './extremeReports'
import { part, wordParagraphs, wordParts } from './readWord'
import { report, sampleReport, text } from './sampleReport'

const all: readonly (readonly [string, Report])[] = [['sample', sampleReport], ...extremeReports, ...corpusReports()]
const read = async (given: Report, options: Partial<LayoutOptions> = {}): Promise<string> => part((await exportWord(given, options)).bytes, 'word/document.xml')

afterEach(() => { vi.useRealTimers() })

describe('PRINT-19: read again', () => {
  it.each(all)('PRINT-19: the file has the text of the report: %s', async (_, given) => {
    const printed = layoutReport(given).blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat().filter((cell) => cell.covered !== 'beside').map((cell) => cell.text) : [block.runs.map((run) => run.text).join('')]))
    expect(wordParagraphs(await read(given)).map((paragraph) => paragraph.text)).toEqual(printed)
  })

  it('PRINT-19: page size, margins, grid and footers', async () => {
    const xml = await read(sampleReport)
    const section = /<w:sectPr.*<\/w:sectPr>/s.exec(xml)?.[0] ?? ''
    expect(section).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
    for (const setting of ['w:top="2098"', 'w:bottom="1984"', 'w:left="1587"', 'w:right="1474"', 'w:gutter="0"', 'w:header="850"', 'w:footer="1450"']) expect(section).toContain(setting)
    expect(section).toMatch(/<w:docGrid [^>]*w:type="lines"/)
    expect(section).toMatch(/<w:docGrid [^>]*w:linePitch="579"/)
    expect(section).not.toContain('charSpace')
    expect(section.match(/<w:footerReference [^>]*w:type="(default|even)"/g)).toHaveLength(2)
  })

  it('PRINT-3: the other grid: Word’s own characters, no run spacing', async () => {
    const { bytes } = await exportWord(sampleReport, { gridMode: 'linesAndChars' })
    expect(part(bytes, 'word/document.xml')).toMatch(/<w:docGrid [^>]*w:charSpace="-842"/)
    expect(part(bytes, 'word/document.xml')).toMatch(/<w:docGrid [^>]*w:type="linesAndChars"/)
    expect(part(bytes, 'word/styles.xml')).not.toContain('<w:spacing w:val="-5"/>')
  })
})

describe('PRINT-5: fonts', () => {
  it('PRINT-5: every run names four slots and the hint; the Chinese slots are never a Latin font', async () => {
    for (const [, given] of all) {
      const runs = wordParagraphs(await read(given)).flatMap((paragraph) => paragraph.runs)
      for (const run of runs) {
        expect(Object.keys(run.fonts).sort()).toEqual(['ascii', 'cs', 'eastAsia', 'hAnsi', 'hint'])
        expect(run.fonts['hint']).toBe('eastAsia')
        expect(run.fonts['hAnsi']).toBe(run.fonts['eastAsia'])
        expect(run.fonts['eastAsia']).not.toBe('Times New Roman')
      }
    }
  })
  it('PRINT-5: title, leads, body and digits', async () => {
    const paragraphs = wordParagraphs(await read(report({ title: ['2025年总结'], blocks: [text(1, '工作'), text(2, '学习。抓好“关键少数”。')] })))
    expect(paragraphs.flatMap((paragraph) => paragraph.runs.map((run) => `${run.text} ${run.fonts['eastAsia']} ${run.fonts['ascii']}`))).toEqual([
      '2025年总结 方正小标宋简体 方正小标宋简体', '一、工作 黑体 Times New Roman', '（一）学习。 楷体_GB2312 Times New Roman', '抓好“关键少数”。 仿宋_GB2312 Times New Roman',
    ])
    const own = wordParagraphs(await read(report({ blocks: [text(0, '2025年')] }), { digits: 'fangsong' }))
    expect(own.at(-1)?.runs[0]?.fonts['ascii']).toBe('仿宋_GB2312')
  })
})

describe('PRINT-6: styles', () => {
  it('PRINT-6: headings have their outline level, body and title none; nothing is blue or bold', async () => {
    const xml = part((await exportWord(sampleReport)).bytes, 'word/styles.xml')
    const styles = new Map([...xml.matchAll(/<w:style [^>]*w:styleId="([^"]*)".*?<\/w:style>/gs)].map((match) => [match[1] ?? '', match[0]]))
    const levelOf = (id: string): string | undefined => /<w:outlineLvl w:val="(\d)"/.exec(styles.get(id) ?? '')?.[1]
    expect(['Heading1', 'Heading2', 'Heading3', 'Heading4', 'Heading5', 'Title', 'GwBody', 'Normal'].map(levelOf)).toEqual(['0', '1', '2', '3', '4', undefined, undefined, undefined])
    expect(styles.get('GwBody')).toContain('<w:ind w:firstLineChars="200" w:firstLine="630"/>')
    expect(styles.get('Normal')).toContain('<w:spacing w:before="0" w:after="0" w:line="579" w:lineRule="exact"/>')
    expect(xml).not.toMatch(/<w:b\/>|<w:color w:val="(?!auto)/)
    const used = new Set(wordParagraphs(await read(sampleReport)).map((paragraph) => paragraph.style))
    for (const id of used) expect([...styles.keys()]).toContain(id)
  })
})

describe('PRINT-17 and PRINT-18: the package', () => {
  it('PRINT-17: no automatic numbers, no theme fonts, nothing outside', async () => {
    const forbidden = /<w:numPr|Theme="|TargetMode="External"|https?:\/\/(?!schemas\.|purl\.org|www\.w3\.org)/
    const found = [...wordParts((await exportWord(sampleReport)).bytes)].map(([name, xml]) => [name, forbidden.exec(xml)?.[0]])
    expect(found.filter(([, match]) => match !== undefined)).toEqual([])
    expect(found.length).toBeGreaterThan(10)
  })
  it('PRINT-18: equal reports give equal bytes, at another time too', async () => {
    const first = (await exportWord(sampleReport)).bytes
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:10Z') })
    expect(Buffer.compare(first, (await exportWord(sampleReport)).bytes)).toBe(0)
    expect(Buffer.compare(first, (await exportWord({ ...sampleReport, date: '2025年12月27日' })).bytes)).not.toBe(0)
  })
  it('PRINT-18: the properties hold the title, no author and no time', async () => {
    const { bytes } = await exportWord(report({ title: ['甲&乙', '工作总结'] }))
    const core = part(bytes, 'docProps/core.xml')
    expect(core).toContain('<dc:title>甲&amp;乙工作总结</dc:title>')
    expect(core).not.toMatch(/creator|lastModifiedBy|created|modified/)
  })
})

describe('what is told', () => {
  it('PRINT-13: a date printed otherwise than typed', async () => {
    expect((await exportWord(report({ date: '2025年01月05日' }))).changes).toEqual(['成文日期“2025年01月05日”按规范写法印为“2025年1月5日”。'])
    expect((await exportWord(sampleReport)).changes).toEqual([])
  })
  it('PRINT-15: characters that were left out', async () => {
    expect((await exportWord(report({ blocks: [text(0, '甲\u0001\ud800乙')] }))).changes).toEqual(['文中有 2 个无法打印的字符（U+0001、U+D800），没有写入文件。'])
  })
  it('PRINT-14: a table of 5,000 rows is written with its header row repeated', async () => {
    const xml = await read(tableReport(5000))
    expect(xml.match(/<w:tr>/g)).toHaveLength(5000)
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(5000)
  })
})

it('TABLE-2: merged cells are merged in the file, every text once and every row as wide as the table', async () => {
  const xml = await read(report({ blocks: [mergedTable] }))
  const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map((match) => match[0])
  const widths = rows.map((row) => [...row.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].reduce((sum, cell) => sum + Number(/<w:gridSpan w:val="(\d+)"/.exec(cell[1] ?? '')?.[1] ?? 1), 0))
  expect(widths).toEqual([4, 4, 4, 4, 4, 4])
  expect(xml.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(3)
  expect(xml.match(/<w:vMerge w:val="continue"\/>/g)).toHaveLength(3)
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2)
  expect(wordParagraphs(xml).filter((paragraph) => paragraph.inTable && paragraph.text !== '').map((paragraph) => paragraph.text)).toEqual(mergedTable.kind === 'table' ? mergedTable.rows.flat().filter((text) => text !== '') : [])
})
