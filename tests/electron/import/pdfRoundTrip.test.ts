/** Our own PDF files read back: the same text, paragraph by paragraph, as the plain text of the same report. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportPdf } from '../../../electron/export/exportPdf'
import { exporters } from '../../../electron/export/exporters'
import { readPdf } from '../../../electron/import/pdf/readPdf'
import { sourceText } from '../../../electron/import/sourceText'
import type { Report } from '../../../shared/report/report'
import { printedReport } from '../../support/printedReports'
import { testFonts } from '../../support/testFonts'
import { issuedReports } from '../export/issuedReports'
import { prepareRendering } from '../export/rendering'
import { report, sampleReport, text } from '../export/sampleReport'

const prepared = await prepareRendering()
if ('reason' in prepared) console.log(`skipped: no fonts to export with. ${prepared.reason}`)
const fonts = 'fonts' in prepared ? testFonts(prepared.fonts) : undefined

/** Paragraphs without blanks: those inside a line are places on a page. */
const bare = (lines: readonly string[]): readonly string[] => lines.map((line) => line.replace(/\s+/g, '')).filter((line) => line !== '')

async function bothTexts(given: Report): Promise<{ readonly printed: readonly string[]; readonly read: readonly string[] }> {
  const pdf = await exportPdf(given, {}, undefined, fonts)
  const printed = new TextDecoder('utf-8').decode((await exporters.text.run(given)).bytes).split('\r\n')
  return { printed: bare(printed), read: bare(sourceText(readPdf(pdf.bytes)).text.split('\n')) }
}

describe.skipIf('reason' in prepared)('IMPORT-18: our own PDF files', () => {
  it.each([['sample', sampleReport] as const, ...issuedReports])('IMPORT-18: %s read back', async (_, given) => {
    const { printed, read } = await bothTexts(given)
    expect(read.filter((line) => !printed.includes(line))).toEqual([])
    expect(printed.filter((line) => !read.includes(line))).toEqual([])
  })

  it('IMPORT-18: the control: a paragraph that is missing is noticed', async () => {
    const { printed } = await bothTexts(sampleReport)
    const { read } = await bothTexts({ ...sampleReport, blocks: sampleReport.blocks.slice(1) })
    expect(printed.filter((line) => !read.includes(line))).not.toEqual([])
  })

  it('IMPORT-18: bold words, size and the title in the middle', async () => {
    const pdf = await exportPdf(report({ title: ['工作总结报告'], blocks: [text(0, '今年*着力推进*各项工作，取得明显成效，群众满意度有了较大幅度提高，现将有关情况报告如下。'), text(1, '主要工作')] }), {}, undefined, fonts)
    const [title, body] = readPdf(pdf.bytes).blocks
    expect(title).toMatchObject({ isCentered: true, size: 44 })
    expect(body).toMatchObject({ size: 32 })
  })

  it('IMPORT-18: any report keeps its characters, and nearly all its lines', async () => {
    let [all, same, withoutJoining] = [0, 0, 0]
    // A character that no font of the test has is printed as the sign for that.
    const known = (lines: readonly string[]): readonly string[] => lines.map((line) => line.replace(/[𬱖〓]/gu, ''))
    for (const given of fc.sample(printedReport, { seed: Number(process.env['FC_SEED'] ?? 20261121), numRuns: 20 })) {
      const texts = await bothTexts(given)
      const [printed, read] = [known(texts.printed), known(texts.read)]
      const counted = (lines: readonly string[]): string => [...lines.join('')].sort().join('')
      for (const character of new Set(counted(printed))) expect([character, counted(read).split(character).length >= counted(printed).split(character).length]).toEqual([character, true])
      all += printed.length
      same += printed.filter((line) => read.includes(line)).length
      // The control: lines longer than a page is wide are there only because they were put together.
      withoutJoining += printed.filter((line) => read.includes(line) && line.length <= 28).length
    }
    console.log(`own PDF files: ${same} of ${all} lines the same, ${withoutJoining} of them no longer than a line`)
    expect([same / all > 0.95, withoutJoining / all < 0.9]).toEqual([true, true])
  })
})
