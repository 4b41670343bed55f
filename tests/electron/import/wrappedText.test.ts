import { describe, expect, it } from 'vitest'
import { importFile, importText, type ImportedContent, type ImportTarget } from '../../../electron/import/importReport'
import { readPdf } from '../../../electron/import/pdf/readPdf'
import { readSource } from '../../../electron/import/readers'
import { sourceText } from '../../../electron/import/sourceText'
import { readPlainText } from '../../../electron/import/text/readPlainText'
import { countingIds } from '../../../shared/base/ids'
import { succeed } from '../../../shared/base/result'
import { pastedBlocks } from '../../../shared/paste/pastedBlocks'
import { readPasted, readPlain } from '../../../shared/paste/readPasted'
import { allowedGrowth, growth } from '../../support/growth'
import { bodyLines, packedPdfFile, packedStream, pageContent } from '../../support/pdfFiles'

const paragraphs = [
  '今年以来，全县水务系统坚持以人民为中心，统筹推进农村供水保障、水库除险加固和河道治理等各项工作，新增供水人口8.3万人，受益群众满意度达到96.5%，较上年提高2.1个百分点。',
  '建成集中供水工程十二处，铺设管网一百二十八公里，运行情况良好，水质检测全部合格，应急供水预案修订完成，管护责任落实到村到户到人，群众用水更加方便放心。',
  '继续加大投入力度，健全长效管护机制，确保工程长期稳定运行，让群众喝上放心水、用上优质水，不断增强人民群众的获得感、幸福感、安全感。',
]
const lines = paragraphs.flatMap((text) => `　　${text}`.match(/.{1,30}/gu) ?? [])
const copied = ['清源县水务局工作总结', ...lines.slice(0, 2), '— 1 —', ...lines.slice(2)].join('\r\n')

describe('IMPORT-18: wrapped plain text', () => {
  it('IMPORT-18: a file', () => {
    const document = readPlainText(new TextEncoder().encode(copied))
    expect(sourceText(document).text.split('\n').slice(1).map((line) => line.trim()).slice(0, 3)).toEqual(paragraphs)
    expect([document.margins, document.pageNumbers]).toEqual([[], [{ text: '— 1 —', line: 4 }]])
    expect(document.met.joined).toBe(lines.length - paragraphs.length)
  })

  it('IMPORT-18: a clipboard; its text alone keeps the lines', () => {
    const pasted = readPasted(copied, '')
    expect(pastedBlocks(pasted.parts, countingIds('n')).flatMap((block) => (block.kind === 'text' ? [block.runs.map(({ text }) => text).join('').trim()] : []))).toEqual(expect.arrayContaining(paragraphs))
    expect(pasted.removed).toEqual([{ kind: 'lineEnd', text: '↵', count: lines.length - paragraphs.length }, { kind: 'pageNumber', text: '— 1 —', count: 1 }])
    expect(readPlain(copied)).toMatchObject({ removed: [] })
    expect(readPlain(copied).parts).toHaveLength(lines.length + 2)
  })

  it('IMPORT-18: a text that is imported from the clipboard', async () => {
    const stored: unknown[] = []
    const target: ImportTarget = { importReport: async (given) => { stored.push(given.content); return succeed({ id: 'r', title: '', year: 2025, isKnown: false }) } }
    const imported = await importText(target, copied, '剪贴板', { newId: countingIds('n') })
    expect(imported).toMatchObject({ ok: true, value: { met: [`原文在行末断开，已接回 ${lines.length - paragraphs.length} 处，请核对分段`, expect.stringContaining('页码')] } })
    for (const text of paragraphs) expect(JSON.stringify(stored)).toContain(text)
    expect(JSON.stringify(stored)).toContain('— 1 —')
  })

  it('IMPORT-18: lines are those of the text that was given, and the number of a page is set aside at its line and told', async () => {
    const text = ['清源县水务局工作总结', '', '一、供水保障工作', ...lines.slice(0, 2), '', '— 1 —', '', ...lines.slice(2), '三、防汛抗旱工作', ...lines.slice(0, 6)].join('\n')
    const stored: ImportedContent[] = []
    const target: ImportTarget = { importReport: async ({ content }) => { stored.push(content); return succeed({ id: 'r', title: '', year: 2025, isKnown: false }) } }
    const pasted = await importText(target, text, '剪贴板', { newId: countingIds('n') })
    const file = await importFile(target, { name: 'a.txt', bytes: new TextEncoder().encode(text) }, { newId: countingIds('n'), read: readSource })
    const line = text.split('\n').indexOf('三、防汛抗旱工作') + 1
    for (const imported of [pasted, file]) {
      expect(imported).toMatchObject({ ok: true, value: { setAside: 1, notes: [{ line }], met: [expect.stringContaining('接回'), '有 1 个页码夹在段落中间，已另存，不进正文'] } })
    }
    expect(stored.map(({ setAside }) => setAside)).toMatchObject([[{ line: 7, text: '— 1 —' }], [{ line: 7, text: '— 1 —' }]])
  })

  it('IMPORT-9: a text that is longer than a file may be is refused from the clipboard, too', async () => {
    const target: ImportTarget = { importReport: async () => { throw new Error('never stored') } }
    expect(await importText(target, '总结\n'.repeat(60_000), '剪贴板', { newId: countingIds() })).toMatchObject({ ok: false, error: { code: 'fileTooLong', detail: { name: '剪贴板' } } })
  })

  it('IMPORT-17: time grows with the length of a PDF file and of a wrapped text', () => {
    const file = (size: number): Uint8Array => packedPdfFile({ pages: [...Array(size * 3).keys()].map((page) => packedStream(pageContent([...bodyLines(lines, { size: 12, step: 20 }), [280, 50, `— ${String(page + 1)} —`]]))) })
    expect(growth(file, (bytes) => void readPdf(bytes))).toBeLessThan(allowedGrowth)
    expect(growth((size) => Array.from({ length: size * 300 }, () => copied).join('\n'), (text) => void readPasted(text, ''))).toBeLessThan(allowedGrowth)
  })
})
