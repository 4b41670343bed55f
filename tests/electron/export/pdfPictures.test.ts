import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { exportPdf } from '../../../electron/export/exportPdf'
import { readPng } from '../../../electron/export/pdf/pngImage'
import { testFonts } from '../../support/testFonts'
import { prepareRendering } from './rendering'
import { report } from './sampleReport'

const prepared = await prepareRendering()
if ('reason' in prepared) console.log(`skipped: pictures in PDF files are not read by another program. ${prepared.reason}`)
const folder = mkdtempSync(path.join(os.tmpdir(), 'andu-pdf-pictures-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Filter = 0 | 1 | 2 | 3 | 4
const samplesOf = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const

/** A PNG written as the format says, every row with a filter of its own. `samples`: 8 bits each. */
function pngFrom(width: number, type: keyof typeof samplesOf, samples: readonly number[], filters: readonly Filter[], more: Readonly<Record<string, readonly number[]>> = {}): Uint8Array {
  const step = samplesOf[type]
  const height = samples.length / step / width
  const rows: number[] = []
  for (let row = 0; row < height; row += 1) {
    const filter = filters[row % filters.length] ?? 0
    rows.push(filter)
    for (let at = 0; at < width * step; at += 1) {
      const get = (y: number, x: number): number => (y < 0 || x < 0 ? 0 : samples[y * width * step + x] ?? 0)
      const [left, up, corner] = [get(row, at - step), get(row - 1, at), at < step ? 0 : get(row - 1, at - step)]
      const p = left + up - corner
      const [pa, pb, pc] = [Math.abs(p - left), Math.abs(p - up), Math.abs(p - corner)]
      const predicted = [0, left, up, (left + up) >> 1, pa <= pb && pa <= pc ? left : pb <= pc ? up : corner][filter] ?? 0
      rows.push((get(row, at) - predicted) & 0xff)
    }
  }
  const chunk = (name: string, data: Uint8Array): Buffer => {
    const bytes = Buffer.alloc(12 + data.length)
    bytes.writeUInt32BE(data.length, 0)
    bytes.write(name, 4, 'latin1')
    bytes.set(data, 8)
    return bytes
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, type, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), ...Object.entries(more).map(([name, data]) => chunk(name, Uint8Array.from(data))), chunk('IDAT', deflateSync(Buffer.from(rows))), chunk('IEND', new Uint8Array())])
}

describe('pictures in PDF files', () => {
  it('PDF-6: a PNG with transparency is taken apart exactly, whatever filters its rows have', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9 }), fc.array(fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(254)), { minLength: 9, maxLength: 81 }), fc.array(fc.constantFrom<Filter>(0, 1, 2, 3, 4), { minLength: 1, maxLength: 5 }), (width, colors, filters) => {
      const pixels = colors.slice(0, Math.floor(colors.length / width) * width)
      const png = readPng(pngFrom(width, 6, pixels.flat(), filters))
      expect(png).toMatchObject({ kind: 'pixels', width, height: pixels.length / width })
      if (png.kind !== 'pixels') return
      expect([...png.pixels]).toEqual(pixels.flatMap((pixel) => pixel.slice(0, 3)))
      expect([...png.alpha ?? []]).toEqual(pixels.map((pixel) => pixel[3]))
    }))
  })
  it('PDF-6: palettes with transparent colours, grey with alpha, one colour that is transparent', () => {
    const indexed = readPng(pngFrom(2, 3, [0, 1, 1, 0], [0], { PLTE: [255, 0, 0, 0, 0, 255], tRNS: [0] }))
    expect(indexed).toMatchObject({ kind: 'pixels', pixels: Uint8Array.from([255, 0, 0, 0, 0, 255, 0, 0, 255, 255, 0, 0]), alpha: Uint8Array.from([0, 255, 255, 0]) })
    expect(readPng(pngFrom(1, 4, [7, 9], [0]))).toMatchObject({ pixels: Uint8Array.from([7, 7, 7]), alpha: Uint8Array.from([9]) })
    expect(readPng(pngFrom(2, 2, [1, 2, 3, 4, 5, 6], [0], { tRNS: [0, 1, 0, 2, 0, 3] }))).toMatchObject({ alpha: Uint8Array.from([0, 255]) })
    expect(readPng(pngFrom(2, 2, [1, 2, 3, 4, 5, 6], [0])).kind).toBe('packed')
  })

  /** The colour in the middle of the page's picture, as poppler shows it. */
  async function shown(bytes: Uint8Array, mediaType: 'image/png' | 'image/jpeg', fonts: string): Promise<readonly number[]> {
    const given = report({ title: [], blocks: [{ kind: 'image', id: 'i', sha256: 'a'.repeat(64), mediaType, width: 400, height: 400, caption: '' }] })
    const { bytes: pdf, changes } = await exportPdf(given, {}, () => Promise.resolve(bytes), testFonts(fonts))
    expect(changes.filter((change) => change.includes('图片'))).toEqual([])
    const file = path.join(folder, 'picture.pdf')
    writeFileSync(file, pdf)
    execFileSync('pdftoppm', ['-r', '72', '-singlefile', file, path.join(folder, 'picture')])
    const ppm = readFileSync(path.join(folder, 'picture.ppm'))
    const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 30).toString('latin1'))
    const at = (head?.[0].length ?? 0) + 3 * (200 * Number(head?.[1]) + 300)
    return [...ppm.subarray(at, at + 3)]
  }
  it.skipIf('reason' in prepared).each([
    ['RGB', pngFrom(2, 2, Array.from({ length: 4 }, () => [200, 30, 40]).flat(), [4]), [200, 30, 40]],
    ['grey', pngFrom(2, 0, [90, 90, 90, 90], [1]), [90, 90, 90]],
    ['palette', pngFrom(2, 3, [1, 1, 1, 1], [0], { PLTE: [255, 0, 0, 10, 20, 250] }), [10, 20, 250]],
    ['half transparent', pngFrom(2, 6, Array.from({ length: 4 }, () => [0, 0, 0, 128]).flat(), [2]), [127, 127, 127]],
  ] as const)('PDF-6: a picture is shown with its colours: %s', async (_name, bytes, expected) => {
    const color = await shown(bytes, 'image/png', 'fonts' in prepared ? prepared.fonts : '')
    color.forEach((value, index) => expect(Math.abs(value - (expected[index] ?? 0))).toBeLessThanOrEqual(2))
  })
})
