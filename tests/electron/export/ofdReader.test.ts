import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { exportOfd } from '../../../electron/export/exportOfd'
import type { DrawnItem } from '../../../shared/print/drawing'
import { drawPages } from '../../../shared/print/drawingPages'
import { layoutReport } from '../../../shared/print/layoutReport'
import { paginate } from '../../../shared/print/paginate'
import type { Report } from '../../../shared/report/report'
import { prepareOfdReader, type ReadCharacter, type ReadPage } from '../../support/ofdReader'
import { testFonts } from '../../support/testFonts'
import { issuedReports } from './issuedReports'
import { prepareRendering } from './rendering'
import { report, sampleReport, text, wideTable } from './sampleReport'

const prepared = await prepareOfdReader()
if ('reason' in prepared) console.log(`skipped: OFD files are not opened by another reader. ${prepared.reason}`)
const read = 'read' in prepared ? prepared.read : () => Promise.resolve([])
const turned = report({ title: ['临江县水务局2025年度农村供水统计'], blocks: [text(0, '现将各村情况报告如下。'), wideTable(40), text(0, '完。')], signature: ['临江县水务局'], date: '2025年1月5日' })
const rendering = await prepareRendering()
const fonts = 'fonts' in rendering ? testFonts(rendering.fonts) : undefined

const millimetres = (twips: number): number => (twips * 25.4) / 1440
const characters = (items: readonly DrawnItem[]): readonly ReadCharacter[] => items.flatMap((item) => {
  if (item.kind !== 'text') return []
  let way = 0
  return Array.from(item.text, (text, index) => {
    const at = { text, x: millimetres(item.x + (item.isTurned === true ? 0 : way)), y: millimetres(item.y + (item.isTurned === true ? way : 0)) }
    way += item.advances[index] ?? 0
    return at
  })
})

/** What the reader finds elsewhere than the page model has it, or not at all. */
function deviations(report: Report, found: readonly ReadPage[]): readonly string[] {
  const document = layoutReport(report)
  const model = paginate(document)
  const drawn = drawPages(document, model)
  if (found.length !== model.pages) return [`${found.length} pages for ${model.pages}`]
  return drawn.flatMap((page, index) => {
    const [expected, got] = [characters(page.items), found[index]?.characters ?? []]
    const wrong = expected.flatMap((character, place) => {
      const there = got[place]
      const isThere = there !== undefined && there.text === character.text && Math.hypot(there.x - character.x, there.y - character.y) < 0.02
      return isThere ? [] : [`page ${page.number}: ${JSON.stringify(character)} is ${JSON.stringify(there)}`]
    })
    const size = [found[index]?.width, found[index]?.height].map((side) => Math.round(side ?? 0)).join(' × ')
    const more = got.length > expected.length ? [`${got.length - expected.length} more`] : []
    return [...wrong, ...[...more, ...(size === (page.isLandscape ? '297 × 210' : '210 × 297') ? [] : [size])].map((what) => `page ${page.number}: ${what}`)]
  })
}

/** The file with one of its parts changed. */
function changed(bytes: Uint8Array, name: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes)
  const xml = change(strFromU8(parts[name] ?? new Uint8Array()))
  expect(xml).not.toBe(strFromU8(parts[name] ?? new Uint8Array()))
  return zipSync({ ...parts, [name]: strToU8(xml) })
}

describe.skipIf('reason' in prepared)('OFD files in a reader that somebody else wrote', () => {
  it.each([...issuedReports, ['plain', sampleReport] as const, ['landscape pages', turned] as const])('OFD-7: it finds every page and every character at its place: %s', async (_name, report) => {
    expect(deviations(report, await read((await exportOfd(report)).bytes))).toEqual([])
  })
  it('OFD-7: with fonts inside, too', async () => {
    expect(deviations(sampleReport, await read((await exportOfd(sampleReport, {}, undefined, fonts)).bytes))).toEqual([])
  })
  it('OFD-7: it would notice a page that is lost, a character that is another, one that is moved, and a file that is cut', async () => {
    const { bytes } = await exportOfd(sampleReport)
    const first = 'Doc_0/Pages/Page_0/Content.xml'
    expect(deviations(sampleReport, await read(changed(bytes, 'Doc_0/Document.xml', (xml) => xml.replace(/<ofd:Page ID[^>]*\/>(?=<\/ofd:Pages>)/, ''))))).toEqual([expect.stringMatching(/\d pages for \d/)])
    expect(deviations(sampleReport, await read(changed(bytes, first, (xml) => xml.replace(/(<ofd:TextCode[^>]*>)./, '$1\u7532'))))).toHaveLength(1)
    expect(deviations(sampleReport, await read(changed(bytes, first, (xml) => xml.replace(/DeltaX="g (\d+) [\d.]+"/, 'DeltaX="g $1 7"'))))).not.toEqual([])
    await expect(read(bytes.subarray(0, bytes.length - 100))).rejects.toThrow()
  })
})
