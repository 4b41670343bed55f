import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { inspectFile } from '../../../electron/import/inspectFile'
import { exportPdf } from '../../../electron/export/exportPdf'
import { exportWord } from '../../../electron/export/exportWord'
import { testFonts } from '../../support/testFonts'
import { issuedReports } from '../export/issuedReports'
import { prepareRendering } from '../export/rendering'
import { sampleReport } from '../export/sampleReport'

const prepared = await prepareRendering()
if ('reason' in prepared) console.log(`skipped: PDF files are not inspected. ${prepared.reason}`)
const fonts = 'fonts' in prepared ? testFonts(prepared.fonts) : undefined
const word = (await exportWord(sampleReport)).bytes

function withPart(name: string, text: string): Uint8Array {
  return zipSync({ ...unzipSync(word), [name]: strToU8(text) })
}

describe('files that were archived', () => {
  it('CHECK-4: our Word files open, and their text is read', () => {
    const seen = inspectFile(word)
    expect(seen).toMatchObject({ format: 'docx', opens: true, active: [], fontsOutside: null })
    expect(seen.text).toContain(sampleReport.signature[0])
  })

  it('CHECK-4: macros and outside links in a Word file are found', () => {
    expect(inspectFile(withPart('word/vbaProject.bin', 'macro')).active).toEqual(['macros'])
    const relations = strFromU8(unzipSync(word)['word/_rels/document.xml.rels'] ?? new Uint8Array())
    const linked = relations.replace('</Relationships>', '<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///a.png" TargetMode="External"/></Relationships>')
    expect(linked).not.toBe(relations)
    expect(inspectFile(withPart('word/_rels/document.xml.rels', linked)).active).toEqual(['links'])
  })

  it('CHECK-4: what does not open is said not to open, and never throws', () => {
    for (const bytes of [word.subarray(0, word.length - 30), withPart('word/document.xml', '<broken'), strToU8('hello'), new Uint8Array()]) expect(inspectFile(bytes).opens).toBe(false)
  })
})

describe.skipIf(fonts === undefined)('PDF files that were archived', () => {
  it.each(issuedReports)('CHECK-4: our PDF files open with all fonts inside (%s)', async (_, report) => {
    const { bytes } = await exportPdf(report, {}, undefined, fonts)
    expect(inspectFile(bytes)).toEqual({ format: 'pdf', opens: true, text: null, active: [], fontsOutside: [] })
  })

  it('CHECK-4: a font that is outside, a script, a cut and a lost page are found', async () => {
    const { bytes } = await exportPdf(sampleReport, {}, undefined, fonts)
    const text = Buffer.from(bytes).toString('latin1')
    const changed = (from: RegExp, to: string) => {
      expect(text).toMatch(from)
      return inspectFile(Buffer.from(text.replace(from, (found) => to.padEnd(found.length).slice(0, found.length)), 'latin1'))
    }
    expect(changed(/\/FontFile\d? \d+ 0 R/, '').fontsOutside).toHaveLength(1)
    expect(changed(/\/Lang\(zh-CN\)/, '/JS(a)').active).toEqual(['scripts'])
    expect(changed(/\/Type\/Pages\/Count \d/, '/Type/Pages/Count 9').opens).toBe(false)
    expect(inspectFile(bytes.subarray(0, bytes.length - 200)).opens).toBe(false)
  })
})
