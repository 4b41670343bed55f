/** Pictures of the printed pages in docs/pages, as LibreOffice makes them of the exported files. UPDATE_GOLDEN=1 draws them anew; look at them then. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportWord } from '../../electron/export/exportWord'
import type { Report } from '../../shared/report/report'
import { issued, issuedReports } from '../electron/export/issuedReports'
import { prepareRendering, render } from '../electron/export/rendering'
import { sampleReport } from '../electron/export/sampleReport'
import { difference, readPng } from '../support/png'

const prepared = await prepareRendering()
if ('reason' in prepared) console.log(`skipped: pages are not compared with their pictures. ${prepared.reason}`)

const folder = path.resolve(import.meta.dirname, '../../docs/pages')
const fileName = (name: string): string => name.replace(/\W/g, '-')
const reports: readonly (readonly [string, Report])[] = [['material', sampleReport], ...issuedReports]
const dotsPerInch = 48
/** Of 255, over squares of four millimetres: a line moved by its height gives about 60, another version of the fonts a few. */
const tolerance = 24

describe.skipIf('reason' in prepared)('HEAD-1: pages look as their pictures in docs/pages', () => {
  let pdfs: ReturnType<typeof render> | null = null
  beforeAll(async () => {
    const moved: Report = issued({ profile: 'redHead', mark: ['清源县水务局'], hasFileWord: true, documentNumber: '清水〔2025〕12号' })
    const all = [...reports, ['control', moved] as const]
    pdfs = render(Object.fromEntries(await Promise.all(all.map(async ([name, given]) => [fileName(name), (await exportWord(given)).bytes] as const))), 'fonts' in prepared ? prepared.fonts : '')
    if (process.env['UPDATE_GOLDEN'] === '1') {
      mkdirSync(folder, { recursive: true })
      for (const [name] of reports) for (const which of ['first', 'last'] as const) writeFileSync(path.join(folder, `${fileName(name)}-${which}.png`), pictureOf(name, which))
    }
  })
  afterAll(() => pdfs?.dispose())

  const pictureOf = (name: string, which: 'first' | 'last'): Buffer => {
    const pdf = pdfs?.pdf(fileName(name))
    if (pdf === undefined) throw new Error('not rendered')
    return pdf.picture(which === 'first' ? 1 : pdf.pages, dotsPerInch)
  }
  const stored = (name: string, which: string): Buffer => {
    const file = path.join(folder, `${fileName(name)}-${which}.png`)
    expect(existsSync(file), file).toBe(true)
    return readFileSync(file)
  }

  it.each(reports.flatMap(([name]) => [[name, 'first'], [name, 'last']] as const))('HEAD-1: %s, the %s page', (name, which) => {
    expect(difference(readPng(stored(name, which)), readPng(pictureOf(name, which))) ?? 255).toBeLessThan(tolerance)
  })
  it('HEAD-1: control: a page without 签发人 is noticed', () => {
    expect(difference(readPng(stored('one signer', 'first')), readPng(pictureOf('control', 'first')))).toBeGreaterThan(tolerance)
  })
})
