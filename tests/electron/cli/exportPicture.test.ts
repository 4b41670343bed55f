import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { runCommandLine } from '../../../electron/cli/runCommandLine'
import { exportWord } from '../../../electron/export/exportWord'
import { openLibrary } from '../../../electron/library/openLibrary'
import { readSheet, readSource } from '../../../electron/import/readers'
import { realSurroundings } from '../../../electron/storage/surroundings'
import { countingIds } from '../../../shared/base/ids'
import { pngOf } from '../../support/pictures'
import { codeOf, valueOf } from '../../support/tempLibrary'

it('PICTURE-1, PICTURE-3: a stored report is exported by its id with its pictures; a picture that is not there is refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'andu-cli-picture-'))
  const data = join(folder, 'data')
  const surroundings = realSurroundings(process.platform)
  const library = valueOf(await openLibrary({ ...surroundings, folder: data, exportWord: (given, readPicture) => exportWord(given, {}, readPicture), untitled: '未命名' }))
  const bytes = pngOf(64, 48)
  const { sha256 } = valueOf(await library.keepPicture({ bytes }))
  expect(Buffer.from(valueOf(await library.readPicture({ sha256 })).bytes).equals(bytes)).toBe(true)
  expect(codeOf(await library.readPicture({ sha256: 'f'.repeat(64) }))).toBe('pictureMissing')
  const { id } = valueOf(await library.create({ source: { kind: 'blank' }, kind: 'general', year: 2025, unit: '某局' }))
  const { report, generation } = valueOf(await library.open({ id }))
  valueOf(await library.save({ report: { ...report, title: ['总结'], blocks: [{ kind: 'image', id: 'b1', sha256, mediaType: 'image/png', width: 64, height: 48, caption: '图一' }] }, base: generation, cause: 'manual' }))
  await library.close()

  let said = ''
  const code = await runCommandLine(['export', id, '-o', 'out.docx', '--data', 'data'], {
    write: (text) => { said += text }, complain: (text) => { said += text }, surroundings, read: readSource, readSheet, newId: countingIds(), resolve: (path) => resolve(folder, path), environment: {}, version: '0.0.0',
  })
  expect([code, said.includes('找不到')]).toEqual([0, false])
  const parts = unzipSync(readFileSync(join(folder, 'out.docx')))
  const media = Object.keys(parts).filter((name) => name.startsWith('word/media/'))
  expect(media).toHaveLength(1)
  expect(Buffer.from(parts[media[0] ?? ''] ?? []).equals(bytes)).toBe(true)
  rmSync(folder, { recursive: true })
})

it('CLI-7: a stored report is exported as its unit chose to print it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'andu-cli-layout-'))
  const surroundings = realSurroundings(process.platform)
  const library = valueOf(await openLibrary({ ...surroundings, folder: join(folder, 'data'), exportWord: (given, readPicture) => exportWord(given, {}, readPicture), untitled: '未命名' }))
  const { id } = valueOf(await library.create({ source: { kind: 'blank' }, kind: 'general', year: 2025, unit: '某局' }))
  const { report, generation } = valueOf(await library.open({ id }))
  valueOf(await library.save({ report: { ...report, title: ['总结'], blocks: [{ kind: 'text', id: 'b1', level: 0, runs: [{ text: '全年完成36项。' }] }] }, base: generation, cause: 'manual' }))
  valueOf(await library.writeSettings({ layout: { digits: 'fangsong' } }))
  await library.close()
  const code = await runCommandLine(['export', id, '-o', 'out.ofd', '--data', 'data'], {
    write: () => undefined, complain: () => undefined, surroundings, read: readSource, readSheet, newId: countingIds(), resolve: (path) => resolve(folder, path), environment: {}, version: '0.0.0',
  })
  expect(code).toBe(0)
  const page = new TextDecoder().decode(unzipSync(readFileSync(join(folder, 'out.ofd')))['Doc_0/Pages/Page_0/Content.xml'])
  // With Times New Roman the digits would be a piece of their own.
  expect(page).toContain('>全年完成36项。<')
  rmSync(folder, { recursive: true })
})
