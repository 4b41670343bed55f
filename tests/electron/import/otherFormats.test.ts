import { describe, expect, it } from 'vitest'
import { exportWord } from '../../../electron/export/exportWord'
import { readOdt } from '../../../electron/import/odt/readOdt'
import { readRtf } from '../../../electron/import/rtf/readRtf'
import type { SourceDocument, SourceParagraph } from '../../../electron/import/sourceDocument'
import { sourceReport } from '../../../electron/import/sourceReport'
import { sourceText } from '../../../electron/import/sourceText'
import { readDocx } from '../../../electron/import/word/readDocx'
import { comparedContent } from '../../../shared/outline/formatReport'
import { countingIds } from '../../../shared/base/ids'
import { sampleReport } from '../export/sampleReport'
import { convertByOffice } from '../../support/convertByOffice'
import { officeReason } from '../../support/office'
import { paragraphsOf } from '../../support/sourceDocuments'
import { numberedWord } from '../../support/numberedWord'

const reason = officeReason()
if (reason !== null) process.stderr.write(`formats of LibreOffice are not compared: ${reason}\n`)

/** The lines of a document. Blank ones differ: LibreOffice writes a page break on a line of its own as an empty line. */
const linesOf = (document: SourceDocument): readonly string[] => sourceText(document).text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
const withText = (paragraph: SourceParagraph): boolean => paragraph.runs.some(({ text }) => text.trim() !== '')

const savedAs = (bytes: Uint8Array, formats: readonly ('rtf' | 'odt' | 'fodt' | 'txt')[]): Readonly<Record<string, Uint8Array>> => Object.fromEntries(formats.map((format) => [format, convertByOffice({ 'x.docx': bytes }, format)['x.docx'] ?? new Uint8Array()]))

describe.skipIf(reason !== null)('the same document in other formats', { timeout: 300_000 }, () => {
  const files = reason === null ? savedAs(numberedWord, ['rtf', 'odt', 'fodt', 'txt']) : {}
  const read: Readonly<Record<string, () => SourceDocument>> = { rtf: () => readRtf(files['rtf'] ?? new Uint8Array()), odt: () => readOdt(files['odt'] ?? new Uint8Array()), fodt: () => readOdt(files['fodt'] ?? new Uint8Array()) }
  const docx = readDocx(numberedWord)

  it.each([['IMPORT-12', 'rtf'], ['IMPORT-13', 'odt'], ['IMPORT-13', 'fodt']])('%s: numbers, text, tables and what was met are those of the .docx file: .%s', (_rule, format) => {
    const document = read[format]?.() ?? docx
    expect(linesOf(document)).toEqual(linesOf(docx))
    const labels = (each: SourceDocument): readonly string[] => paragraphsOf(each).filter(withText).map(({ label }) => label)
    expect(labels(document)).toEqual(labels(docx))
    expect(document.met).toEqual(docx.met)
    const shape = (each: SourceDocument): unknown => each.blocks.flatMap((block) => (block.kind === 'table' ? [block.rows.map(({ cells }) => cells.map(({ columns, isContinued }) => [columns, isContinued]))] : []))
    expect(shape(document)).toEqual(shape(docx))
    const facts = (each: SourceDocument): unknown => paragraphsOf(each).filter(withText).map(({ outline, isCentered }) => [outline, isCentered ?? false])
    expect(facts(document)).toEqual(facts(docx))
  })

  it('IMPORT-13: the text is what LibreOffice itself writes as text, but for what is hidden or removed, bullets, and blanks', () => {
    const written = new TextDecoder().decode(files['txt']).replace(/[\s\ufeff]/g, '')
    const shown = written.replace('暗记', '').replace('旧文', '').replace('•', '')
    expect(written).not.toBe(shown)
    for (const document of [docx, ...Object.values(read).map((each) => each())]) {
      expect(linesOf(document).join('').replace(/\s/g, '')).toBe(shown)
    }
    // The measure sees a single number that is wrong.
    expect(linesOf(docx).join('').replace(/\s/g, '').replace('（二）', '（三）')).not.toBe(shown)
  })

  it('IMPORT-12: without its written numbers and its lists an RTF file has none', () => {
    const text = new TextDecoder('latin1').decode(files['rtf']).replace(/\{\\listtext/g, '{\\*\\nothing').replace('\\listtable', '\\nothing')
    const bare = readRtf(Uint8Array.from([...text].map((character) => character.charCodeAt(0))))
    expect(paragraphsOf(bare).every(({ label }) => label === '')).toBe(true)
    expect(linesOf(bare)).not.toEqual(linesOf(docx))
  })

  it('IMPORT-8: a report of ours that LibreOffice saved in another format is the same report', async () => {
    const { bytes } = await exportWord(sampleReport)
    const ours = await sourceReport(readDocx(bytes), countingIds(), null)
    const saved = savedAs(bytes, ['rtf', 'odt'])
    for (const document of [readRtf(saved['rtf'] ?? new Uint8Array()), readOdt(saved['odt'] ?? new Uint8Array())]) {
      const again = await sourceReport(document, countingIds(), null)
      expect(comparedContent(again.content)).toEqual(comparedContent(ours.content))
    }
  })
})
