/** Whatever stands in a report, the file is whole, equal for equal reports, and has nothing in it that leads outside, runs, or tells who wrote it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportWord } from '../../../electron/export/exportWord'
import { readWordFile } from '../../../electron/import/word/readWordFile'
import type { Report } from '../../../shared/report/report'
import { printedReport } from '../../support/printedReports'
import { tableReport } from './extremeReports'
import { wordParts } from './readWord'
import { report, text } from './sampleReport'

const seed = Number(process.env['FC_SEED'] ?? 20261121)

/** What no file of ours may hold, and where it was found. */
function faultsOf(bytes: Uint8Array): readonly string[] {
  const faults: string[] = []
  for (const [name, xml] of wordParts(bytes)) {
    if (/\.(bin|exe|dll|js|vbs|ole|emf|wmf)$/i.test(name) || /vba|activeX|embeddings|customXml/i.test(name)) faults.push(`${name}: an active or foreign part`)
    if (/TargetMode="External"|https?:\/\/(?!schemas\.|purl\.org\/|www\.w3\.org\/)/.test(xml.replace(/<(w:t|dc:title)[ >].*?<\/\1>/gs, '').replace(/ descr="[^"]*"/g, ''))) faults.push(`${name}: leads outside`)
    for (const [, field = ''] of xml.matchAll(/<w:instrText[^>]*>([^<]*)</g)) if (field.trim() !== 'PAGE') faults.push(`${name}: the field ${field}`)
    if (/<w:fldSimple|<w:hyperlink|<w:altChunk|<w:attachedTemplate|<w:object|w:macro/.test(xml)) faults.push(`${name}: an element that fetches`)
    if (/w:rsid|<w:rsids|<dc:creator|<cp:lastModifiedBy|<dcterms:|<Company|<Manager|<Template|w:author=|<w:docVar/.test(xml)) faults.push(`${name}: tells who wrote it`)
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(xml)) faults.push(`${name}: a character that XML has not`)
  }
  return faults
}

const odd = fc.oneof(
  fc.constantFrom('𬱖䶮', '😀👨‍👩‍👧', '\u202e逆\u202c', '\u200f', '\ud800', 'a\udc00', '\u0000', '\u2028', '\u2029', '\u000b', '\ufffe', '\ufeff', ']]>', '<w:p/>', '&amp;', '"\'', 'W'.repeat(60), '\t', '\r\n', '关于', '2025年', 'https://example.invalid/x'),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const words = fc.array(odd, { maxLength: 6 }).map((parts) => parts.join(''))
const oddReport: fc.Arbitrary<Report> = fc.record({ title: fc.array(words, { maxLength: 2 }), addressee: words, first: words, second: words, cell: words, attachments: fc.array(words, { maxLength: 3 }), signature: fc.array(words, { maxLength: 2 }), date: words, note: words, mark: words, number: words, copies: fc.array(words, { maxLength: 2 }) })
  .map(({ first, second, cell, mark, number, copies, ...fields }) => report({
    ...fields, blocks: [text(0, first), text(1, second), { kind: 'table', id: 't', headerRows: 1, rows: [[cell, '数'], ['1', cell]] }],
    issuing: { profile: 'redHead', mark: [mark], documentNumber: number, signers: [number], copies, printer: mark, printDate: number, secrecy: cell, urgency: cell },
  }))

describe('files that are safe', () => {
  it('PRINT-17 PRINT-18: generated reports lead nowhere, run nothing, name nobody, and are equal byte for byte', async () => {
    await fc.assert(fc.asyncProperty(printedReport, async (given) => {
      const { bytes } = await exportWord(given)
      expect(faultsOf(bytes)).toEqual([])
      expect(Buffer.compare(bytes, (await exportWord(structuredClone(given))).bytes)).toBe(0)
    }), { seed, numRuns: 40 })
  })

  it('PRINT-15 PRINT-17: any characters in any place give a file that can be read, and what was left out is told', async () => {
    await fc.assert(fc.asyncProperty(oddReport, async (given) => {
      const { bytes, changes } = await exportWord(given)
      expect(faultsOf(bytes)).toEqual([])
      expect(readWordFile(bytes).ok).toBe(true)
      const typed = [...given.title, given.addressee, ...given.attachments, ...given.signature, given.date, given.note, ...given.blocks.flatMap((block) => (block.kind === 'text' ? block.runs.map((run) => run.text) : block.kind === 'table' ? block.rows.flat() : []))]
      if (typed.some((part) => /[\u0000-\u0008]/.test(part))) expect(changes.join()).toContain('无法打印的字符')
    }), { seed, numRuns: 150 })
  })

  it('PRINT-17: control: the search finds what was planted', async () => {
    const { bytes } = await exportWord(report({ title: ['总结'], blocks: [text(0, '正文。')] }))
    expect(faultsOf(bytes)).toEqual([])
    const { strFromU8, strToU8, unzipSync, zipSync } = await import('fflate')
    const parts = unzipSync(bytes)
    const plant = (name: string, from: string, to: string): Uint8Array => zipSync({ ...parts, [name]: strToU8(strFromU8(parts[name] ?? new Uint8Array()).replace(from, to)) })
    expect(faultsOf(plant('word/_rels/document.xml.rels', 'Target="styles.xml"', 'Target="https://example.invalid/" TargetMode="External"'))).not.toEqual([])
    expect(faultsOf(plant('docProps/core.xml', '<dc:language>', '<dc:creator>某</dc:creator><dc:language>'))).not.toEqual([])
    expect(faultsOf(plant('word/footer1.xml', 'PAGE', 'INCLUDETEXT "x"'))).not.toEqual([])
  })

  it('PRINT-14: 5,000 rows and 10,000 short sections are exported whole', async () => {
    const rows = await exportWord(tableReport(5000))
    expect(rows.pages).toBeGreaterThan(150)
    const xml = wordParts(rows.bytes).get('word/document.xml') ?? ''
    expect(xml.split('<w:tr>').length - 1).toBe(5000)
    expect(xml.split('<w:cantSplit/>').length - 1).toBe(5000)
    const many = await exportWord(report({ title: ['多'], blocks: Array.from({ length: 10_000 }, (_, index) => text(index % 3 === 0 ? 2 : index % 10 === 1 ? 1 : 0, '要求')) }))
    expect((wordParts(many.bytes).get('word/document.xml') ?? '').split('要求').length - 1).toBe(10_000)
  })
})
