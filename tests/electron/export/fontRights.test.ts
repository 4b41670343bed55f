/** Fonts whose makers forbid embedding (SPEC PDF-10): the Fandol fonts with other rights written into one of them. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { create } from 'fontkit'
import { afterAll, describe, expect, it } from 'vitest'
import { exportOfd } from '../../../electron/export/exportOfd'
import { exportPdf } from '../../../electron/export/exportPdf'
import { readFaces } from '../../../electron/export/fonts/readFaces'
import { testFonts } from '../../support/testFonts'
import { openPdf, prepareRendering } from './rendering'
import { sampleReport } from './sampleReport'

const prepared = await prepareRendering()
if ('reason' in prepared) console.log(`skipped: fonts that must not be embedded are not tried. ${prepared.reason}`)
const folder = mkdtempSync(path.join(os.tmpdir(), 'andu-rights-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The font with these rights (fsType of OS/2). */
function withRights(font: Buffer, rights: number): Buffer {
  const tables = font.readUInt16BE(4)
  for (let at = 12; at < 12 + 16 * tables; at += 16) {
    if (font.toString('latin1', at, at + 4) === 'OS/2') font.writeUInt16BE(rights, font.readUInt32BE(at + 8) + 8)
  }
  return font
}

/** A folder with the test fonts, 仿宋 with these rights. */
function fontsWith(configuration: string, rights: number): ReturnType<typeof testFonts> {
  const own = mkdtempSync(path.join(folder, 'fonts-'))
  cpSync(path.dirname(configuration), own, { recursive: true })
  const file = path.join(own, 'FandolFang-Regular.otf')
  writeFileSync(file, withRights(readFileSync(file), rights))
  return testFonts(path.join(own, 'fonts.conf'))
}

/** The fonts inside an OFD file by the names in them. */
function fontsInside(bytes: Uint8Array): readonly string[] {
  return Object.entries(unzipSync(bytes)).flatMap(([name, part]) => {
    if (!name.endsWith('.otf')) return []
    const font = create(part)
    return 'fonts' in font ? [] : [font.postscriptName ?? '']
  })
}

describe.skipIf('reason' in prepared)('PDF-10: fonts that must not be embedded', () => {
  const configuration = 'fonts' in prepared ? prepared.fonts : ''
  it.each([[0x0000, true], [0x0004, true], [0x0008, true], [0x000a, true], [0x0002, false], [0x0100, false], [0x0204, false]])('reads the rights: %i', async (rights, isEmbeddable) => {
    const font = withRights(readFileSync(path.join(path.dirname(configuration), 'FandolFang-Regular.otf')), rights)
    expect(await readFaces('', (from, length) => Promise.resolve(font.subarray(from, from + length)))).toMatchObject([{ isEmbeddable }])
  })
  it('are in no file, and the next font takes their place', async () => {
    const written = async (rights: number): Promise<{ readonly pdf: readonly string[]; readonly ofd: readonly string[]; readonly changes: readonly string[] }> => {
      const fonts = fontsWith(configuration, rights)
      const [pdf, ofd] = [await exportPdf(sampleReport, {}, undefined, fonts), await exportOfd(sampleReport, {}, undefined, fonts)]
      const file = path.join(folder, `${rights}.pdf`)
      writeFileSync(file, pdf.bytes)
      expect(ofd.changes).toEqual(pdf.changes)
      return { pdf: openPdf(file).fonts(), ofd: fontsInside(ofd.bytes), changes: pdf.changes }
    }
    const [free, forbidden] = [await written(0x0008), await written(0x0002)]
    expect(free.pdf).toContain('FandolFang-Regular')
    expect(free.ofd).toContain('FandolFang-Regular')
    expect(forbidden.pdf).not.toContain('FandolFang-Regular')
    expect(forbidden.pdf.some((name) => name.startsWith('FandolSong'))).toBe(true)
    expect(forbidden.ofd).not.toContain('FandolFang-Regular')
    expect(forbidden.ofd.length).toBeGreaterThan(2)
    expect(free.changes.join('')).toContain('FandolFang')
    expect(forbidden.changes.join('')).not.toContain('FandolFang')
  })
})
