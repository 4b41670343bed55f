import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { exportRedline } from '../../../electron/export/exportRedline'
import { exportWord } from '../../../electron/export/exportWord'
import { readSource } from '../../../electron/import/readers'
import { readBack } from '../../../electron/import/word/readBack'
import { readWordFile } from '../../../electron/import/word/readWordFile'
import { sourceText } from '../../../electron/import/sourceText'
import { resolveChanges } from '../../../electron/import/word/resolveChanges'
import { sampleReports } from '../../../electron/templates/sampleReports'
import { countingIds } from '../../../shared/base/ids'
import { reviewChanges, type ReviewChange } from '../../../shared/compare/review'
import { recognizeNumber } from '../../../shared/outline/recognizeNumber'
import { parseReport } from '../../../shared/outline/parseReport'
import type { ReportContent } from '../../../shared/outline/reportContent'
import { layoutReport } from '../../../shared/print/layoutReport'
import { blockText } from '../../../shared/report/blockText'
import type { Block, Report } from '../../../shared/report/report'
import { editedPair, generatedReport } from '../../support/editedReports'
import { officeReason, savedByOffice } from '../../support/office'
import { pngOf } from '../../support/pictures'
import { corpusReports, hasCorpus } from '../export/corpus'
import { extremeReports } from '../export/extremeReports'
import { issuedReports } from '../export/issuedReports'
import { report, sampleReport, text, wideTable } from '../export/sampleReport'

const seed = Number(process.env['FC_SEED'] ?? 20261121)

async function changesOf(own: ReportContent, bytes: Uint8Array): Promise<readonly ReviewChange[]> {
  const back = await readBack(own, bytes, '退回.docx', countingIds('e'), readSource)
  if (!back.ok) throw new Error(JSON.stringify(back.error))
  return reviewChanges(own, back.value.edited).changes
}

const brief = (changes: readonly ReviewChange[]): readonly string[] => changes.map((change) => `${change.kind} [-${change.before.slice(0, 60)}-][+${change.after.slice(0, 60)}+]${change.kind === 'insertBlock' ? change.block.kind : ''}`)

const samples: readonly (readonly [string, Report])[] = [
  ['sample', sampleReport],
  ...sampleReports.map((sample): readonly [string, Report] => [sample.id, report(parseReport(sample.text, { newId: countingIds() }).content)]),
  ...issuedReports,
  ...extremeReports.filter(([name]) => name !== 'empty' && name !== 'only what stands below the body'),
]

describe('an unedited file', () => {
  it.each(samples)('READBACK-4: %s reads back without any change', async (_, own) => {
    expect(brief(await changesOf(own, (await exportWord(own)).bytes))).toEqual([])
  })

  it('READBACK-4: pictures, wide tables and page breaks between them read back without any change', async () => {
    const image = (id: string, width: number, caption: string): Block => ({ kind: 'image', id, sha256: String(width).padStart(64, '0'), mediaType: 'image/png', width, height: 2, caption })
    const own = report({ title: ['总结'], blocks: [text(0, '甲。'), image('i1', 3, '图1'), image('i2', 4, ''), image('i3', 3, '图1'), text(0, '乙。'), text(0, '表1'), wideTable(3), { kind: 'pageBreak', id: 'p1' }, text(0, '丙。'), { kind: 'pageBreak', id: 'p2' }, { ...wideTable(20), id: 'w2' }, text(0, '丁。')] })
    const { bytes } = await exportWord(own, {}, (sha256) => Promise.resolve(pngOf(Number(sha256), 2)))
    expect(brief(await changesOf(own, bytes))).toEqual([])
    // One that the leader took away is one change.
    const without = patched(bytes, (xml) => xml.replace(/<w:p>(?:(?!<w:p>).)*<w:drawing>.*?<\/w:p>/s, ''))
    expect((await changesOf(own, without)).map(({ kind }) => kind)).toEqual(['deleteBlock'])
  })

  it.skipIf(!hasCorpus)('READBACK-4: the development documents read back without any change', async () => {
    for (const [name, own] of corpusReports()) expect([name, brief(await changesOf(own, (await exportWord(own)).bytes))]).toEqual([name, []])
  })

  it('READBACK-4: generated reports read back without any change', async () => {
    await fc.assert(fc.asyncProperty(generatedReport, async (content) => {
      const own = report({ ...content })
      if (own.blocks.length === 0) return
      expect(brief(await changesOf(own, (await exportWord(own)).bytes))).toEqual([])
    }), { seed, numRuns: 150 })
  })
})

/** The file with its document changed as a word processor would. */
function patched(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes)
  return zipSync({ ...parts, 'word/document.xml': strToU8(change(strFromU8(parts['word/document.xml'] ?? new Uint8Array()))) })
}

const runOf = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const by = 'w:id="900" w:author="王主任" w:date="2026-01-06T09:00:00Z"'

/** Edits of a leader in the sample, and the changes that are told. */
const edits: readonly (readonly [string, (xml: string) => string, readonly string[]])[] = [
  ['a figure', (xml) => xml.replace('维修养护46处', '维修养护52处'), ['replace [-46-][+52+]']],
  ['a tracked figure', (xml) => xml.replace(/(<w:r>(?:(?!<w:r>).)*?<w:t[^>]*>[^<]*?维修养护)46(处[^<]*<\/w:t><\/w:r>)/s, `$1</w:t></w:r><w:del ${by}><w:r><w:delText>46</w:delText></w:r></w:del><w:ins ${by}>${runOf('52')}</w:ins><w:r><w:t xml:space="preserve">$2`), ['replace [-46-][+52+]']],
  ['a sentence less', (xml) => xml.replace('完善收费台账，做到应收尽收、公开透明，每季度在村务公开栏公示一次。', '完善收费台账，做到应收尽收、公开透明。'), ['delete [-，每季度在村务公开栏公示一次-][++]']],
  ['a new paragraph', (xml) => xml.replace(/(<w:p>(?:(?!<w:p>).)*特此报告)/s, `<w:p><w:pPr><w:pStyle w:val="GwBody"/></w:pPr>${runOf('以上情况，请予审阅。')}</w:p>$1`), ['insertBlock [--][+以上情况，请予审阅。+]']],
  ['a new heading with its number', (xml) => xml.replace(/(<w:p>(?:(?!<w:p>).)*特此报告)/s, `<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>${runOf('（四）强化队伍建设')}</w:p>$1`), ['insertBlock [--][+强化队伍建设+]']],
  ['a paragraph less', (xml) => xml.replace(/<w:p>(?:(?!<w:p>).)*减免对象由村级评议.*?<\/w:p>/s, ''), ['deleteBlock [-减免对象由村级评议、乡镇审核、县局备案。-][++]']],
  ['the date and the addressee', (xml) => xml.replace('2025年12月26日', '2026年1月5日').replace('县人民政府：', '市水利局：'), ['field [-县人民政府-][+市水利局+]', 'field [-2025年12月26日-][+2026年1月5日+]']],
  ['a cell', (xml) => xml.replace('>1862<', '>1900<'), ['cell [-1862-][+1900+]']],
  ['another level', (xml) => xml.replace(/<w:pStyle w:val="Heading3"\/>((?:(?!<w:p>).)*抓好水费收缴)/s, '<w:pStyle w:val="Heading2"/>$1'), ['shape [-抓好水费收缴。按照“补偿成本、公平负担”的原则核定水价，实行装表计量、按量收费，全县水费收缴率达到96%，为工程长期运行打下了基础。-][+抓好水费收缴。按照“补偿成本、公平负担”的原则核定水价，实行装表计量、按量收费，全县水费收缴率达到96%，为工程长期运行打下了基础。+]'].map((line) => line.slice(0, 60))],
  ['an attachment', (xml) => xml.replace('2025年度防汛物资储备明细表', '防汛物资储备明细表'), ['field [-2025年度农村供水工程建设情况统计表 2025年度防汛物资储备明细表-][+2025年度农村供水工程建设情况统计表 防汛物资储备明细表+]']],
]

describe('an edited file', () => {
  it.each(edits)('READBACK-5: %s', async (_, change, expected) => {
    const { bytes } = await exportWord(sampleReport)
    const edited = patched(bytes, change)
    expect(strFromU8(unzipSync(edited)['word/document.xml'] ?? new Uint8Array())).not.toBe(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()))
    expect((await changesOf(sampleReport, edited)).map((each) => `${each.kind} [-${each.before}-][+${each.after}+]`.replace(/\n/g, ' ')).map((line, index) => line.slice(0, expected[index]?.startsWith('shape') ? 60 : undefined))).toEqual(expected)
  })

  it('READBACK-5: the text of generated edits comes back, whatever was edited', async () => {
    await fc.assert(fc.asyncProperty(editedPair, async ([before, after]) => {
      const own = report({ ...before })
      // A text of the copy that begins like a number cannot be told from a number.
      fc.pre(after.blocks.every((block) => block.kind !== 'text' || block.level > 0 || recognizeNumber(blockText(block)) === null))
      // Nor a part title without a word from an empty line, nor a signature that is a date from the date.
      fc.pre(![...before.blocks, ...after.blocks].some((block) => block.kind === 'text' && block.form === 'heading' && blockText(block) === '') && ![...before.signature, ...after.signature].some((line) => /年/.test(line)))
      const back = await readBack(own, (await exportWord(report({ ...after }))).bytes, 'x.docx', countingIds('e'), readSource)
      if (!back.ok) throw new Error(JSON.stringify(back.error))
      expect(printedTexts(back.value.edited)).toEqual(printedTexts(report({ ...after })))
    }), { seed, numRuns: 150 })
  })

  it('READBACK-6: comments come with author, words and place; hidden text is dropped and counted', async () => {
    const { bytes } = await exportWord(sampleReport)
    const parts = unzipSync(patched(bytes, (xml) => xml.replace(/(<w:r>(?:(?!<w:r>).)*?<w:t[^>]*>)特此报告。<\/w:t><\/w:r>/s, `<w:commentRangeStart w:id="7"/>$1特此报告。</w:t></w:r><w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见的字</w:t></w:r>`)))
    const withComments = zipSync({
      ...parts,
      'word/comments.xml': strToU8('<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="7" w:author="王主任" w:date="2026-01-06T09:00:00Z"><w:p><w:r><w:t>改为“特此报告，请审阅”</w:t></w:r></w:p></w:comment></w:comments>'),
      'word/_rels/document.xml.rels': strToU8(strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array()).replace('</Relationships>', '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>')),
    })
    const back = await readBack(sampleReport, withComments, 'x.docx', countingIds('e'), readSource)
    if (!back.ok) throw new Error(JSON.stringify(back.error))
    expect(back.value.comments).toMatchObject([{ author: '王主任', text: '改为“特此报告，请审阅”', quote: '特此报告。' }])
    expect(back.value.met.hidden).toBe(5)
    expect(reviewChanges(sampleReport, back.value.edited).changes).toEqual([])
  })
})

/** All printed words of a report in order. */
function printedTexts(content: ReportContent): readonly string[] {
  return layoutReport(content).blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.map((cell) => cell.text).join('\t')) : [block.runs.map((run) => run.text).join('').replace(/\n/g, block.style === 'Title' ? '' : '\n')])).filter((text) => text !== '')
}

describe('the redline', () => {
  it('REDLINE-3: by our own reader, all accepted gives the later version and all rejected the earlier one', async () => {
    await fc.assert(fc.asyncProperty(editedPair, async ([before, after]) => {
      const { bytes } = await exportRedline(report({ ...before }), report({ ...after }), { author: '办公室', at: '2026-01-05T08:30:00Z' })
      const [redline, older, newer] = [bytes, (await exportWord(report({ ...before }))).bytes, (await exportWord(report({ ...after }))).bytes].map((each) => {
        const read = readWordFile(each)
        if (!read.ok) throw new Error(JSON.stringify(read.error))
        return read.value
      })
      if (redline === undefined || older === undefined || newer === undefined) throw new Error('not read')
      const said = (document: typeof redline, version: 'accepted' | 'rejected'): string => sourceText({ blocks: resolveChanges(document, version), notes: [] }).text
      expect(said(redline, 'accepted')).toBe(said(newer, 'accepted'))
      expect(said(redline, 'rejected')).toBe(said(older, 'rejected'))
    }), { seed, numRuns: 150 })
  })
})

const reason = officeReason()
if (reason !== null) console.log(`skipped: LibreOffice cannot be used here: ${reason}`)

describe.skipIf(reason !== null)('after LibreOffice', { timeout: 300_000 }, () => {
  it('READBACK-4: a file that was only opened and saved reads back without any change, an edited one with its edit', async () => {
    // A page break before everything else is not kept by LibreOffice.
    const generated = fc.sample(generatedReport, { numRuns: 20, seed }).filter(({ blocks: [first] }) => first !== undefined && first.kind !== 'pageBreak').map((content, index) => [`generated ${index}`, report({ ...content })] as const)
    const given = [...samples.filter(([name]) => !name.startsWith('lone') && !name.startsWith('table of')), ...generated]
    const files: Record<string, Uint8Array> = {}
    for (const [name, own] of given) files[name] = (await exportWord(own)).bytes
    const [first] = edits
    files['edited'] = patched((await exportWord(sampleReport)).bytes, (xml) => first?.[1](xml) ?? xml)
    const results = savedByOffice(files)
    const wrong = []
    for (const [name, own] of given) {
      const changes = brief(await changesOf(own, results[name] ?? new Uint8Array()))
      if (changes.length > 0) wrong.push({ name, changes })
    }
    expect(wrong).toEqual([])
    expect(brief(await changesOf(sampleReport, results['edited'] ?? new Uint8Array()))).toEqual(['replace [-46-][+52+]'])
  })

  it('READBACK-5: an edit made in LibreOffice with changes recorded comes back as that edit', async () => {
    const { sample } = savedByOffice({ sample: (await exportWord(sampleReport)).bytes }, { find: '预警到户到人。', replace: '预警信息到户到人到责任岗位。' })
    const bytes = sample ?? new Uint8Array()
    expect(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())).toMatch(/<w:del /)
    const changes = await changesOf(sampleReport, bytes)
    expect(changes).toHaveLength(1)
    expect(changes[0]).toMatchObject({ kind: 'replace' })
    expect(changes[0]?.after).toContain('到责任岗位')
  })

  it('REDLINE-3: a redline that LibreOffice has opened and saved still holds both versions', async () => {
    const after = report({ ...sampleReport, blocks: sampleReport.blocks.filter((_, index) => index !== 5).map((block, index) => (index === 2 && block.kind === 'text' ? { ...block, runs: [{ text: '供水保障水平稳步提高。全年完成维修养护52处。' }] } : block)) })
    const { bytes } = await exportRedline(sampleReport, after, { author: '办公室', at: '2026-01-05T08:30:00Z' })
    const { redline } = savedByOffice({ redline: bytes })
    const texts = [redline ?? new Uint8Array(), (await exportWord(sampleReport)).bytes, (await exportWord(after)).bytes].map((each) => {
      const read = readWordFile(each)
      if (!read.ok) throw new Error(read.error.code)
      return (version: 'accepted' | 'rejected'): string => sourceText({ blocks: resolveChanges(read.value, version), notes: [] }).text
    })
    expect([texts[0]?.('rejected'), texts[0]?.('accepted')]).toEqual([texts[1]?.('accepted'), texts[2]?.('accepted')])
  })
})
