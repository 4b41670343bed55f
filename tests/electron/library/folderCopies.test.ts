import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { FolderReading } from '../../../electron/library/folderImport/lookAtFile'
import type { Library } from '../../../electron/library/library'
import { asText, asWord, oldFiles, oldReport, writeOldFiles } from '../../support/oldFolder'
import { lookAt, oldFolderPlace, reading, rowAt } from '../../support/oldFolderPlace'
import { pngOf } from '../../support/pictures'
import { openTempLibrary, valueOf } from '../../support/tempLibrary'
import { paragraph, wordFile } from '../../support/wordFiles'

const place = oldFolderPlace()
let old = ''
let data = ''
beforeEach(() => { ({ old, data } = place) })

const look = (library: Library, given?: FolderReading) => lookAt(library, old, given)

describe('files of a folder with the same text', () => {
  it('FOLDER-6: the same text in another format is one group, the best chosen; near copies are related and stay in', async () => {
    const { lines } = oldReport(11)
    const draft = lines.map((line, at) => (at === 5 ? `${line}另有一处需要补充说明。` : line))
    const other = oldReport(12).lines
    writeFileSync(join(old, '甲.txt'), asText(lines))
    writeFileSync(join(old, '甲.docx'), asWord(lines))
    writeFileSync(join(old, '甲 另存.txt'), asText(['', ...lines.map((line) => `　　${line}`)], 'gb18030'))
    writeFileSync(join(old, '甲（初稿）.txt'), asText(draft))
    writeFileSync(join(old, '乙.txt'), asText(other))
    const library = await openTempLibrary(data)
    const { job, rows } = await look(library)
    const best = rowAt(rows, '甲.docx')
    expect(best.isIn).toBe(true)
    for (const path of ['甲.txt', '甲 另存.txt']) expect(rowAt(rows, path)).toMatchObject({ isIn: false, doubts: expect.arrayContaining([{ code: 'copy', other: best.row }]) })
    expect(rowAt(rows, '甲（初稿）.txt')).toMatchObject({ isIn: true, doubts: expect.arrayContaining([{ code: 'related', other: best.row }]) })
    expect(best.doubts).toContainEqual({ code: 'related', other: rowAt(rows, '甲（初稿）.txt').row })
    expect(rowAt(rows, '乙.txt').doubts).toEqual([])
    valueOf(await library.folderImports.store({ job }, reading))
    // Once more from another folder, in another format: the library has the text.
    old = join(place.path, '另一处')
    mkdirSync(old)
    writeFileSync(join(old, '丙.txt'), asText(lines, 'utf-16le'))
    const elsewhere = await look(library)
    expect(rowAt(elsewhere.rows, '丙.txt')).toMatchObject({ isIn: false, doubts: [{ code: 'onShelf' }] })
    await library.close()
  })

  it('FOLDER-6: a figure that differs by its decimal point, or another picture, makes another report, in the folder and on the shelf', async () => {
    const { lines } = oldReport(31)
    const said = (figure: string): readonly string[] => lines.map((line, at) => (at === 3 ? `${line}完成投资${figure}亿元。` : line))
    const scanned = (...pictures: readonly Uint8Array[]): Uint8Array => wordFile(
      [...oldReport(32, 3).lines.map((line) => paragraph(line)), ...pictures.map((_, at) => `<w:p><w:r><w:drawing><wp:inline><a:blip r:embed="${at}.png"/></wp:inline></w:drawing></w:r></w:p>`)].join(''),
      { related: pictures.map((bytes, at) => ['image', `${at}.png`, bytes] as const) },
    )
    writeFileSync(join(old, '甲.docx'), asWord(said('1.5')))
    writeFileSync(join(old, '扫描件一.docx'), scanned(pngOf(400, 300), pngOf(300, 200)))
    const library = await openTempLibrary(data)
    const first = await look(library)
    expect(valueOf(await library.folderImports.store({ job: first.job }, reading)).stored).toBe(2)
    old = join(place.path, '另一处')
    mkdirSync(old)
    writeFileSync(join(old, '乙.docx'), asWord(said('15')))
    writeFileSync(join(old, '丙.txt'), asText(said('１．５')))
    writeFileSync(join(old, '丁.txt'), asText(said('1.6')))
    writeFileSync(join(old, '戊.docx'), asWord(said('1.6')))
    writeFileSync(join(old, '扫描件二.docx'), scanned(pngOf(400, 300), pngOf(400, 200)))
    writeFileSync(join(old, '扫描件三.docx'), scanned(pngOf(400, 300)))
    const { rows } = await look(library)
    expect(rows.map(({ path, isIn, doubts }) => [path, isIn, doubts.map(({ code }) => code).filter((code) => code === 'onShelf' || code === 'copy')])).toEqual([
      ['丁.txt', false, ['copy']], ['丙.txt', false, ['onShelf']], ['乙.docx', true, []], ['戊.docx', true, []],
      ['扫描件三.docx', false, expect.arrayContaining(['onShelf'])], ['扫描件二.docx', true, []],
    ])
    await library.close()
  })

  it.each([1, 2])('FOLDER-2: the record of an earlier version (%d) is looked at again; corrections and what was stored stay', async (version) => {
    const files = oldFiles(12)
    writeOldFiles(old, files)
    const library = await openTempLibrary(data)
    const first = await look(library)
    const [one, other] = first.rows.filter(({ state, isIn }) => state === 'ready' && isIn)
    if (one === undefined || other === undefined) return expect.fail('none')
    valueOf(await library.folderImports.change({ job: first.job, paths: [one.path], change: { title: '核对过的标题', year: 2001 } }))
    // Only one of them is stored.
    const others = first.rows.filter(({ state, path }) => state === 'ready' && path !== one.path).map(({ path }) => path)
    valueOf(await library.folderImports.change({ job: first.job, paths: others, change: { isIn: false } }))
    valueOf(await library.folderImports.store({ job: first.job }, reading))
    valueOf(await library.folderImports.change({ job: first.job, paths: [other.path], change: { title: '另一个标题' } }))
    const before = valueOf(await library.folderImports.rows({ job: first.job, since: 0 })).rows
    await library.close()
    const folder = join(data, 'imports', 'folders', first.job)
    for (const name of readdirSync(folder)) {
      const segment = JSON.parse(readFileSync(join(folder, name)).toString('utf8').slice(17)) as { v: number; files: { looked?: { pictures?: unknown; print: string; shelfPrint: string } }[] }
      segment.v = version
      for (const { looked } of segment.files) {
        if (looked === undefined) continue
        delete looked.pictures
        Object.assign(looked, { print: 'f'.repeat(64), shelfPrint: 'f'.repeat(64) })
      }
      const text = JSON.stringify(segment)
      writeFileSync(join(folder, name), `${createHash('sha256').update(text).digest('hex').slice(0, 16)} ${text}\n`)
    }
    const again = await openTempLibrary(data)
    const opened = valueOf(await again.folderImports.open({ folder: old }))
    expect(opened).toMatchObject({ stored: 1, files: first.rows.length })
    expect(opened.waiting).toBeGreaterThan(3)
    expect(valueOf(await again.folderImports.rows({ job: first.job, since: 0 })).rows.find(({ row }) => row === one.row)).toMatchObject({ state: 'stored', title: '核对过的标题', year: 2001 })
    expect((await look(again)).rows).toEqual(before)
    const read: string[] = []
    await look(again, { ...reading, read: (bytes, name, keep) => { read.push(name); return reading.read(bytes, name, keep) } })
    expect(read).toEqual([])
    await again.close()
  })
})
