import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { exportPdf } from '../../../electron/export/exportPdf'
import type { FontFiles } from '../../../electron/storage/fontFiles'
import { AppFailure } from '../../../shared/base/errors'
import { pageDrawer } from '../../../shared/print/drawingPages'
import { layoutReport } from '../../../shared/print/layoutReport'
import { paginate } from '../../../shared/print/paginate'
import type { Report } from '../../../shared/report/report'
import { testFonts } from '../../support/testFonts'
import { corpusReports } from './corpus'
import { extremeReports, tableReport } from './extremeReports'
import { openPdf, prepareRendering, type Rendered } from './rendering'
import { fullPages, report, sampleReport, text } from './sampleReport'
import { workSeconds } from '../../support/effort'

const prepared = await prepareRendering()
if ('reason' in prepared) console.log(`skipped: PDF files are not read by another program. ${prepared.reason}`)
const fonts = 'fonts' in prepared ? testFonts(prepared.fonts) : undefined
const folder = mkdtempSync(path.join(os.tmpdir(), 'andu-pdf-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
async function written(given: Report, options: Parameters<typeof exportPdf>[1] = {}): Promise<{ readonly pdf: Rendered; readonly file: string; readonly bytes: Uint8Array; readonly changes: readonly string[]; readonly pages: number | undefined }> {
  const exported = await exportPdf(given, options, undefined, fonts)
  const file = path.join(folder, `${(count += 1)}.pdf`)
  writeFileSync(file, exported.bytes)
  return { ...exported, pages: exported.pages, file, pdf: openPdf(file) }
}

const tool = (command: string, ...args: readonly string[]): string => execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
const squeezed = (line: string): string => line.replace(/\s/g, '')

/** The text of each line of a drawn page. */
function modelLines(given: Report): readonly (readonly string[])[] {
  const document = layoutReport(given)
  const drawer = pageDrawer(document, paginate(document))
  return Array.from({ length: drawer.pages }, (_, index) => {
    const lines: { y: number; text: string }[] = []
    for (const item of drawer.draw(index).items) {
      if (item.kind !== 'text') continue
      const last = lines[lines.length - 1]
      if (last?.y === item.y) last.text += item.text
      else lines.push({ y: item.y, text: item.text })
    }
    return lines.map((line) => squeezed(line.text)).filter((line) => line !== '')
  })
}

describe.skipIf('reason' in prepared)('PDF files', () => {
  const corpus = corpusReports()
  it('PDF-1: as many pages as the model has, and each printed line is one line of text, in reading order', async () => {
    for (const given of [sampleReport, ...corpus.map(([, each]) => each)]) {
      const { pdf, pages } = await written(given)
      const model = modelLines(given)
      expect([pdf.pages, pages]).toEqual([model.length, model.length])
      const hasTable = given.blocks.some((block) => block.kind === 'table')
      model.forEach((lines, index) => {
        const read = pdf.lines(index + 1).map(squeezed)
        // Cells of a row stand side by side: what a reader takes for a line differs.
        if (hasTable) expect([...read.join('')].sort()).toEqual([...lines.join('')].sort())
        else expect(read).toEqual(lines)
      })
    }
  })
  it('PDF-2: every font is embedded as a subset, with its characters', async () => {
    const { file, pdf } = await written(sampleReport)
    const rows = tool('pdffonts', file).split('\n').slice(2).filter(Boolean)
    expect(rows.length).toBeGreaterThanOrEqual(5)
    for (const row of rows) expect(row).toMatch(/ yes yes yes /)
    expect(pdf.fonts()).toEqual(expect.arrayContaining(['FandolSong-Bold', 'FandolFang-Regular', 'FandolHei-Regular', 'FandolKai-Regular', 'FandolSong-Regular']))
  })
  it('PDF-4: headings are bookmarks by their levels, on their pages', async () => {
    const { file } = await written(sampleReport)
    const outline = /<outline>[\s\S]*<\/outline>/.exec(tool('pdftohtml', '-xml', '-i', '-stdout', file))?.[0] ?? ''
    const items = [...outline.matchAll(/<item page="(\d+)">([^<]*)</g)].map((match) => [Number(match[1]), match[2]])
    expect(items.slice(0, 3)).toEqual([[1, '一、主要工作情况'], [1, '（一）供水保障水平稳步提高'], [1, '1.抓好工程建设']])
    expect(items.filter(([, title]) => String(title).includes('、') && /^[一二三]、/.test(String(title)))).toHaveLength(3)
    expect(outline.match(/<outline>/g)?.length).toBeGreaterThan(3)
  })
  it('PDF-5: the properties hold the title and the language, no author and no time; equal reports give equal bytes', async () => {
    const { file, bytes } = await written(sampleReport)
    const facts = tool('pdfinfo', file)
    expect(facts).toMatch(/Title:\s+临江县水务局关于2025年度农村供水和防汛工作情况的报告/)
    expect(facts).not.toMatch(/Author|CreationDate|ModDate/)
    expect(Buffer.from(bytes).toString('latin1')).toContain('/Lang(zh-CN)')
    expect(tool('pdfinfo', '-meta', file)).toContain('<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li>')
    expect((await written(sampleReport)).bytes).toEqual(bytes)
  })
  it('PDF-7: what PDF/A-2b asks of the structure is there: metadata that say so, an output intent, no encryption, scripts or files inside', async () => {
    const { file, bytes } = await written(report({ title: ['a & b <c>'], blocks: [text(1, '情况'), text(0, '正文。')] }))
    const meta = tool('pdfinfo', '-meta', file)
    expect(meta).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>')
    expect(meta).toContain('a &amp; b &lt;c&gt;')
    const raw = Buffer.from(bytes).toString('latin1')
    expect(raw.startsWith('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')).toBe(true)
    expect(raw).toMatch(/\/OutputIntents\[<<\/Type\/OutputIntent\/S\/GTS_PDFA1.*\/DestOutputProfile \d+ 0 R/)
    expect(raw).toMatch(/\/ID\[<[0-9a-f]{32}><[0-9a-f]{32}>\]/)
    expect(raw).not.toMatch(/\/Encrypt|\/JavaScript|\/EmbeddedFiles|\/LZWDecode|\/Launch/)
    expect(tool('pdfinfo', file)).toMatch(/JavaScript:\s+no[\s\S]*Encrypted:\s+no/)
  })
  it('PDF-8: 22 lines of 28 characters stand within half a millimetre of their places', async () => {
    const full = report({ title: ['满版'], blocks: [text(0, '山水林田湖草沙是一个生命共同体要统筹治理系统推进'.repeat(70))] })
    const { pdf } = await written(full)
    const glyphs = pdf.glyphs(2).filter(({ y }) => y < 264)
    expect(glyphs).toHaveLength(22 * 28)
    const [cell, pitch] = [156 / 28, 225 / 22]
    glyphs.forEach(({ x, y }, index) => {
      expect(Math.abs(x - (28 + (index % 28) * cell))).toBeLessThan(0.5)
      expect(Math.abs(y - (37 + (Math.floor(index / 28) + 0.79) * pitch))).toBeLessThan(0.5)
    })
    const ink = pdf.ink(2, 0, 266)
    expect(ink?.top).toBeGreaterThan(37)
    expect(ink?.bottom).toBeLessThan(262)
    const narrow = (await written(full, { gridMode: 'linesAndChars' })).pdf.glyphs(2).filter(({ y }) => y < 264)
    expect(narrow).toHaveLength(22 * 28)
  })
  it('PDF-8: control: places of another pitch are noticed', async () => {
    const { pdf } = await written(fullPages(12))
    const last = pdf.glyphs(2).filter(({ y }) => y < 264).at(-1)
    expect(Math.abs((last?.y ?? 0) - (37 + 21.79 * 10.1))).toBeGreaterThan(0.5)
  })
  it.each(extremeReports)('PDF-1: a file that is read without a complaint: %s', async (_name, given) => {
    const { file, pdf } = await written(given)
    expect(execFileSync('pdftotext', [file, '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).length).toBeGreaterThan(0)
    expect(tool('sh', '-c', `pdftoppm -r 20 -png "${file}" "${file}" 2>&1`)).toBe('')
    expect(pdf.pages).toBe(modelLines(given).length)
  })
  it('PDF-3: without any Chinese font nothing is written; a font file that is none is passed over', async () => {
    await expect(exportPdf(sampleReport)).rejects.toBeInstanceOf(AppFailure)
    const empty = mkdtempSync(path.join(folder, 'fonts-'))
    writeFileSync(path.join(empty, 'broken.ttf'), 'no font at all')
    writeFileSync(path.join(empty, 'cut.otf'), Buffer.from('OTTO\0\x0f\0\0\0\0\0\0short'))
    await expect(exportPdf(sampleReport, {}, undefined, testFonts(path.join(empty, 'fonts.conf')))).rejects.toMatchObject({ error: { code: 'fontsMissing' } })
  })
  it('PDF-3: a font whose outlines are damaged is given up, and another takes its place; with none left nothing is written', async () => {
    if (fonts === undefined) return
    const damaged: FontFiles = { ...fonts, readAll: async (file) => {
      const bytes = new Uint8Array(await fonts.readAll(file))
      return /FandolFang/.test(file) ? bytes.fill(0, 2000) : bytes
    } }
    const { bytes, changes } = await exportPdf(sampleReport, {}, undefined, damaged)
    const file = path.join(folder, 'damaged.pdf')
    writeFileSync(file, bytes)
    expect(openPdf(file).fonts()).not.toContain('FandolFang-Regular')
    expect(openPdf(file).lines(1).join('')).toContain('全县水务系统')
    expect(changes.join('')).toMatch(/没有仿宋.*代替/)
    const hopeless: FontFiles = { ...fonts, readAll: async (each) => new Uint8Array((await fonts.readAll(each)).length) }
    await expect(exportPdf(sampleReport, {}, undefined, hopeless)).rejects.toMatchObject({ error: { code: 'fontsMissing' } })
  })
  it('PDF-9: 600,000 characters on a thousand pages; twice the text takes no more than about twice the time', async () => {
    const long = (characters: number): Report => report({ title: ['长篇'], blocks: Array.from({ length: characters / 300 }, (_, index) => text(index % 20 === 0 ? 1 : 0, `第${index}项，${'山水林田湖草沙是一个生命共同体'.repeat(20)}。`.slice(0, 300))) })
    const took = async (given: Report): Promise<{ readonly seconds: number; readonly bytes: number; readonly pages: number | undefined }> => {
      let size = 0
      let count: number | undefined
      const seconds = await workSeconds(async () => {
        const { bytes, pages } = await exportPdf(given, {}, undefined, fonts)
        size = bytes.length
        count = pages
      })
      return { seconds, bytes: size, pages: count }
    }
    await took(long(6_000))
    const [half, whole] = [await took(long(300_000)), await took(long(600_000))]
    console.log(`PDF of 600,000 characters: ${whole.pages ?? 0} pages, ${Math.round(whole.seconds * 1000)} ms of work, ${Math.round(whole.bytes / 1024)} kB; of 300,000: ${Math.round(half.seconds * 1000)} ms`)
    expect(whole.pages).toBeGreaterThan(900)
    expect(whole.seconds / half.seconds).toBeLessThan(4)
    expect(whole.bytes).toBeLessThan(16_000_000)
  })
  it('PDF-9: a table of 5,000 rows', async () => {
    const { pdf, pages } = await written(tableReport(5000))
    expect(pdf.pages).toBe(pages)
    expect(squeezed(pdf.lines(pdf.pages).join(''))).toContain('第4999个单位')
  })
})
