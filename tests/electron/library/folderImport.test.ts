import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { FolderReading } from '../../../electron/library/folderImport/lookAtFile'
import { mostFiles, walkFolder } from '../../../electron/library/folderImport/walkFolder'
import type { Library } from '../../../electron/library/library'
import { nodeStorageIo } from '../../../electron/storage/nodeStorageIo'
import { realSurroundings } from '../../../electron/storage/surroundings'
import { lockUp } from '../../support/lockedFolder'
import { asText, oldFiles, oldReport, writeOldFiles } from '../../support/oldFolder'
import { lookAt, oldFolderPlace, reading, rowAt } from '../../support/oldFolderPlace'
import { paragraph, wordFile } from '../../support/wordFiles'
import { codeOf, openTempLibrary, valueOf } from '../../support/tempLibrary'

const place = oldFolderPlace()
let old = ''
let data = ''
beforeEach(() => { ({ old, data } = place) })

/** Every report of a library with what it says and where it came from, in one order. */
async function shelf(library: Library): Promise<readonly string[]> {
  const { reports } = valueOf(await library.list())
  const all = await Promise.all(reports.map(async ({ id }) => {
    const { report } = valueOf(await library.open({ id }))
    const { id: _id, blocks, ...rest } = report
    return JSON.stringify({ ...rest, blocks: blocks.map(({ id: _block, ...block }) => block) })
  }))
  return all.sort()
}

const look = (library: Library, given?: FolderReading) => lookAt(library, old, given)

describe('a folder of old files', () => {
  it('FOLDER-1: every name below is accounted for, links are not followed, and what is passed over is named', async () => {
    const outside = join(place.path, 'outside')
    mkdirSync(outside)
    writeFileSync(join(outside, '不要读.txt'), asText(oldReport(1).lines))
    const long = `${'很长的名字'.repeat(16)}`
    const names: Readonly<Record<string, Uint8Array | string>> = {
      '~$总结.docx': 'x', '.隐藏.txt': 'x', 'Thumbs.db': 'x', 'desktop.ini': 'x', '安装.exe': 'x', '.~lock.总结.odt#': 'x', '空.txt': '', [`${long}.txt`]: asText(oldReport(2).lines), "引号'和 空格&；#%.txt": asText(oldReport(3).lines),
    }
    for (const [name, content] of Object.entries(names)) writeFileSync(join(old, name), content)
    let deep = old
    for (let level = 0; level < 34; level += 1) {
      deep = join(deep, `层${level}`)
      mkdirSync(deep)
    }
    writeFileSync(join(deep, '太深.txt'), 'x')
    writeFileSync(join(old, '层0', '层1', '在里面.txt'), asText(oldReport(4).lines))
    symlinkSync(outside, join(old, '链接'))
    symlinkSync(old, join(old, '层0', '回到上面'))
    const library = await openTempLibrary(join(old, 'data'))
    const { rows } = await look(library)
    const skips = Object.fromEntries(rows.flatMap(({ path, skip }) => (skip === undefined || skip === 'tooDeep' ? [] : [[path, skip]])))
    expect(skips).toEqual({
      '~$总结.docx': 'lockFile', '.隐藏.txt': 'hidden', 'Thumbs.db': 'systemFile', 'desktop.ini': 'systemFile', '安装.exe': 'program', '.~lock.总结.odt#': 'lockFile', '空.txt': 'empty', 链接: 'link', '层0/回到上面': 'link', data: 'dataFolder',
    })
    expect(rows.filter(({ skip }) => skip === 'tooDeep')).toHaveLength(1)
    expect(rows.filter(({ state }) => state === 'ready').map(({ path }) => path).sort()).toEqual([`${long}.txt`, "引号'和 空格&；#%.txt", '层0/层1/在里面.txt'].sort())
    await library.close()
  })

  it('FOLDER-1: no more than 5,000 files at once, the others named; nothing of the data folder is read', async () => {
    for (let index = 0; index < mostFiles + 3; index += 1) writeFileSync(join(old, `${index}.txt`), 'x')
    const walked = await walkFolder(nodeStorageIo('linux'), old, data)
    expect(walked).toHaveLength(mostFiles + 3)
    expect(walked.filter(({ skip }) => skip === 'tooMany')).toHaveLength(3)
    const library = await openTempLibrary(data)
    for (const place of [data, join(data, 'originals')]) expect(valueOf(await library.folderImports.open({ folder: place }))).toMatchObject({ files: 1, skipped: 1 })
    await library.close()
  })

  it('FOLDER-3, FOLDER-7, FOLDER-9: every file is imported, refused, a copy or passed over; nothing is lost, originals are kept', async () => {
    const files = oldFiles(60)
    writeOldFiles(old, files)
    const library = await openTempLibrary(data)
    const { job, rows } = await look(library)
    expect(rows).toHaveLength(files.length)
    expect(existsSync(join(data, 'originals')) ? readdirSync(join(data, 'originals')) : []).toEqual([])
    for (const { path, fate, year, title } of files) {
      const row = rowAt(rows, path)
      expect([path, row.state]).toEqual([path, fate === 'refused' ? 'refused' : fate === 'skipped' ? 'skipped' : 'ready'])
      expect([path, row.isIn]).toEqual([path, fate === 'report'])
      if (fate === 'copy') expect(row.doubts.map(({ code }) => code)).toContain('copy')
      if (fate === 'report') expect([row.year, row.title, row.doubts.filter(({ code }) => code !== 'findings')]).toEqual([year, title, []])
      if (fate === 'refused') expect(row.error?.code).toBeDefined()
    }
    const done = valueOf(await library.folderImports.store({ job }, reading))
    const reports = files.filter(({ fate }) => fate === 'report')
    expect([done.stored, done.failed, done.chosen, done.waiting]).toEqual([reports.length, 0, 0, 0])
    expect(done.finishedAt).not.toBeNull()
    expect((await shelf(library)).map((report) => (JSON.parse(report) as { title: string[] }).title.join('')).sort()).toEqual(reports.map(({ title }) => title).sort())
    expect(readdirSync(join(data, 'originals'))).toHaveLength(reports.length)
    await library.close()
  })

  it('FOLDER-7: run again, in the same program or another, with or without its record, nothing comes in twice', async () => {
    writeOldFiles(old, oldFiles(30))
    const library = await openTempLibrary(data)
    const first = await look(library)
    valueOf(await library.folderImports.store({ job: first.job }, reading))
    const before = await shelf(library)
    for (const round of ['again', 'record gone', 'other year']) {
      if (round !== 'again') valueOf(await library.folderImports.forget({ job: first.job }))
      const { job, rows } = await look(library)
      expect(rows.filter(({ state, isIn }) => state === 'ready' && isIn)).toEqual([])
      if (round !== 'again') {
        const ready = rows.filter(({ state }) => state === 'ready')
        expect(ready.filter(({ doubts }) => doubts.some(({ code }) => code === 'onShelf' || code === 'copy'))).toHaveLength(ready.length)
        // Taken all the same, and under another year: the very same bytes are there.
        if (round === 'other year') valueOf(await library.folderImports.change({ job, paths: ready.flatMap(({ path, doubts }) => (doubts.some(({ code }) => code === 'copy') ? [] : [path])), change: { isIn: true, year: 1999 } }))
      }
      valueOf(await library.folderImports.store({ job }, reading))
      expect(await shelf(library)).toEqual(before)
    }
    await library.close()
  })

  it('FOLDER-2: opened again it reads only files that are new or changed, and the corrections are still there', async () => {
    writeOldFiles(old, oldFiles(12))
    const read: string[] = []
    const counting: FolderReading = { ...reading, read: (bytes, name, keep) => { read.push(name); return reading.read(bytes, name, keep) } }
    const library = await openTempLibrary(data)
    const { job, rows } = await look(library, counting)
    const first = rows.find(({ state, isIn }) => state === 'ready' && isIn) ?? expect.fail('none')
    valueOf(await library.folderImports.change({ job, paths: [first.path], change: { title: '核对过的标题', year: 2001, unit: '某单位', kind: 'safety' } }))
    await library.close()
    const all = read.length
    expect(all).toBe(rows.filter(({ state }) => state !== 'skipped').length)

    const again = await openTempLibrary(data)
    const same = await look(again, counting)
    expect(read).toHaveLength(all)
    expect(rowAt(same.rows, first.path)).toMatchObject({ title: '核对过的标题', year: 2001, unit: '某单位', kind: 'safety' })
    writeFileSync(join(old, '新来的.txt'), asText(oldReport(991).lines))
    const changed = rows.find(({ state, isIn, path }) => state === 'ready' && isIn && path !== first.path) ?? expect.fail('none')
    writeFileSync(join(old, changed.path), asText(oldReport(992).lines))
    rmSync(join(old, first.path))
    const last = await look(again, counting)
    expect(read.slice(all).sort()).toEqual(['新来的.txt', changed.path.slice(changed.path.lastIndexOf('/') + 1)].sort())
    expect(last.rows.some(({ path }) => path === first.path)).toBe(false)
    expect(valueOf(await again.folderImports.list()).map(({ folderName, files }) => [folderName, files])).toEqual([['旧材料', last.rows.length]])
    await again.close()
  })

  it('FOLDER-2: a damaged record costs time and nothing else', async () => {
    writeOldFiles(old, oldFiles(8))
    const library = await openTempLibrary(data)
    const { job, rows } = await look(library)
    await library.close()
    const folder = join(data, 'imports', 'folders', job)
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), Buffer.from(readFileSync(join(folder, name)).toString('utf8').replace(/总结/g, '总给')))
    const again = await openTempLibrary(data)
    expect((await look(again)).rows).toEqual(rows)
    await again.close()
  })

  it('FOLDER-10: what was read is not read again to be stored, unless what was kept of it is damaged or gone', async () => {
    writeOldFiles(old, oldFiles(12))
    const read: string[] = []
    const counting: FolderReading = { ...reading, read: (bytes, name, keep) => { read.push(name); return reading.read(bytes, name, keep) } }
    const library = await openTempLibrary(data)
    const { job, rows } = await look(library, counting)
    const chosen = rows.filter(({ isIn, state }) => isIn && state === 'ready').length
    const cache = join(data, 'cache', 'imports')
    const [first = '', second = '', ...others] = readdirSync(cache)
    expect(others.length).toBeGreaterThan(3)
    writeFileSync(join(cache, first), readFileSync(join(cache, first)).subarray(0, 300))
    rmSync(join(cache, second))
    const before = read.length
    expect(valueOf(await library.folderImports.store({ job }, counting)).stored).toBe(chosen)
    expect(read.length - before).toBeLessThanOrEqual(2)
    expect(readdirSync(cache)).toEqual([])
    const direct = await openTempLibrary(join(place.path, 'direct'))
    const same = await look(direct)
    rmSync(join(place.path, 'direct', 'cache', 'imports'), { recursive: true })
    valueOf(await direct.folderImports.store({ job: same.job }, reading))
    expect(await shelf(library)).toEqual(await shelf(direct))
    await library.close()
    await direct.close()
  })

  it('FOLDER-2: a medium that is pulled out while its files are read is one failure, held against no file', async () => {
    writeOldFiles(old, oldFiles(20))
    const library = await openTempLibrary(data)
    let count = 0
    const pulled: FolderReading = { ...reading, read: async (bytes, name, keep) => {
      count += 1
      if (count === 5) renameSync(old, `${old}.gone`)
      return reading.read(bytes, name, keep)
    } }
    const { job } = valueOf(await library.folderImports.open({ folder: old }))
    expect(codeOf(await library.folderImports.look({ job }, pulled))).toBe('folderNotFound')
    expect(codeOf(await library.folderImports.open({ folder: old }))).toBe('folderNotFound')
    const { job: half, rows } = valueOf(await library.folderImports.rows({ job, since: 0 }))
    expect(rows.filter(({ error }) => error?.code === 'fileNotFound' || error?.code === 'folderNotFound')).toEqual([])
    expect(half.waiting).toBeGreaterThan(5)
    renameSync(`${old}.gone`, old)
    const read: string[] = []
    const back = await look(library, { ...reading, read: (bytes, name, keep) => { read.push(name); return reading.read(bytes, name, keep) } })
    expect(read).toHaveLength(half.waiting)
    expect(back.rows.filter(({ state }) => state === 'waiting')).toEqual([])
    await library.close()
  })

  it('FOLDER-3: a reader that breaks at one file is told at this file, and stops no other', async () => {
    writeOldFiles(old, oldFiles(9))
    const library = await openTempLibrary(data)
    let slow = 0
    const broken: FolderReading = { ...reading, read: async (bytes, name, keep) => {
      if (name.startsWith('004')) throw new TypeError('a bug')
      // A busy computer: the second time it is fast enough.
      if (name.startsWith('002') && (slow += 1) === 1) return { ok: false, error: { code: 'readTooSlow' } }
      return reading.read(bytes, name, keep)
    } }
    const { rows } = await look(library, broken)
    expect(slow).toBe(2)
    expect(rows.filter(({ error }) => error?.code === 'readTooSlow')).toEqual([])
    expect(rows.filter(({ error }) => error?.code === 'readBroken').map(({ path }) => path.slice(-30, -4))).toHaveLength(2)
    expect(rows.filter(({ state }) => state === 'ready').length).toBeGreaterThan(5)
    await library.close()
  })

  it('FOLDER-5: what was met and not read is told in numbers, and a correction takes its doubt away', async () => {
    const { lines } = oldReport(7)
    writeFileSync(join(old, '修订过的.docx'), wordFile([
      ...lines.map((line) => paragraph(line)),
      '<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>添的话。</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏起来</w:t></w:r></w:p>',
    ].join('')))
    writeFileSync(join(old, '3.无题汇报（终稿）.txt'), asText(oldReport(8).lines.slice(2, 6)))
    utimesSync(join(old, '3.无题汇报（终稿）.txt'), 1_400_000_000, 1_400_000_000)
    const library = await openTempLibrary(data)
    const { job, rows } = await look(library)
    expect(rowAt(rows, '修订过的.docx').doubts).toEqual([{ code: 'met', text: expect.stringMatching(/修订/) }, { code: 'met', text: expect.stringMatching(/3 个隐藏/) }])
    const untitled = rowAt(rows, '3.无题汇报（终稿）.txt')
    expect([untitled.title, untitled.year]).toEqual(['无题汇报', 2014])
    expect(untitled.doubts.map(({ code }) => code)).toEqual(expect.arrayContaining(['noTitle', 'yearUnknown']))
    valueOf(await library.folderImports.change({ job, paths: [untitled.path], change: { title: '关于某事的汇报', year: 2013 } }))
    const since = valueOf(await library.folderImports.rows({ job, since: 0 })).revision
    const corrected = rowAt(valueOf(await library.folderImports.rows({ job, since: 0 })).rows, untitled.path)
    expect(corrected.doubts.filter(({ code }) => code === 'noTitle' || code.startsWith('year'))).toEqual([])
    expect(valueOf(await library.folderImports.rows({ job, since })).rows).toEqual([])
    valueOf(await library.folderImports.store({ job }, reading))
    expect(valueOf(await library.list()).reports.map(({ title, year }) => [title, year])).toContainEqual(['关于某事的汇报', 2013])
    await library.close()
  })

  it('FOLDER-7: a file that changed since it was looked at is not stored, and can be looked at again', async () => {
    writeFileSync(join(old, '甲.txt'), asText(oldReport(21).lines))
    writeFileSync(join(old, '乙.txt'), asText(oldReport(22).lines))
    const library = await openTempLibrary(data)
    const { job } = await look(library)
    writeFileSync(join(old, '甲.txt'), asText(oldReport(23).lines))
    const half = valueOf(await library.folderImports.store({ job }, reading))
    expect([half.stored, half.failed]).toEqual([1, 1])
    expect(rowAt(valueOf(await library.folderImports.rows({ job, since: 0 })).rows, '甲.txt').error?.code).toBe('fileChanged')
    await look(library)
    expect(valueOf(await library.folderImports.store({ job }, reading))).toMatchObject({ stored: 2, failed: 0 })
    await library.close()
  })

  it('FOLDER-8: stopped after any number of files and gone on with, the library is the same', async () => {
    writeOldFiles(old, oldFiles(24))
    const whole = await openTempLibrary(join(place.path, 'whole'))
    const all = await look(whole)
    valueOf(await whole.folderImports.store({ job: all.job }, reading))
    const expected = await shelf(whole)
    await whole.close()
    for (const stop of [1, 4, 9]) {
      const library = await openTempLibrary(join(place.path, `stopped-${stop}`))
      const { job } = valueOf(await library.folderImports.open({ folder: old }))
      let done = 0
      for (let step = 0; step < 40; step += 1) {
        done = 0
        const head = valueOf(await library.folderImports.look({ job }, reading, { isCancelled: () => (done += 1) > stop }))
        if (head.waiting === 0) break
      }
      for (let step = 0; step < 40; step += 1) {
        done = 0
        const head = valueOf(await library.folderImports.store({ job }, reading, { isCancelled: () => (done += 1) > stop }))
        if (head.finishedAt !== null) break
        expect(head.chosen).toBeGreaterThan(0)
      }
      expect(await shelf(library)).toEqual(expected)
      await library.close()
    }
  })

  it('FOLDER-8: closed in the middle of storing, the library waits for its file, and goes on the next time', async () => {
    writeOldFiles(old, oldFiles(20))
    const library = await openTempLibrary(data)
    const { job, rows } = await look(library)
    const chosen = rows.filter(({ isIn, state }) => isIn && state === 'ready').length
    let closing: Promise<void> | null = null
    const half = library.folderImports.store({ job }, reading, { progress: ({ done }) => { if (done >= 5) closing ??= library.close() } })
    const head = valueOf(await half)
    await closing
    expect([head.finishedAt, head.stored > 0, head.stored < chosen]).toEqual([null, true, true])
    const again = await openTempLibrary(data)
    expect(valueOf(await again.list()).reports).toHaveLength(head.stored)
    valueOf(await again.folderImports.store({ job }, reading))
    expect(valueOf(await again.list()).reports).toHaveLength(chosen)
    await again.close()
  })

  it('FOLDER-2: in a folder with a passphrase nothing of a text or title lies open', async () => {
    writeOldFiles(old, oldFiles(6))
    await (await openTempLibrary(data)).close()
    const { lock } = await lockUp(realSurroundings('linux'), data)
    const library = await openTempLibrary(data, lock.surroundings)
    const { job } = await look(library)
    const files = (at: string): readonly string[] => readdirSync(at, { withFileTypes: true }).flatMap((each) => (each.isDirectory() ? files(join(at, each.name)) : [join(at, each.name)]))
    const written = [...files(join(data, 'imports')), ...files(join(data, 'cache', 'imports'))]
    expect(written.length).toBeGreaterThan(3)
    for (const file of written) expect(readFileSync(file).includes(Buffer.from('总结'))).toBe(false)
    expect(valueOf(await library.folderImports.store({ job }, reading)).stored).toBeGreaterThan(3)
    await library.close()
    await lock.stop()
  })

  it('FOLDER-7: a fault of the disk at one report is told at its file, stops no other, and is tried again', async () => {
    writeOldFiles(old, oldFiles(14))
    const io = nodeStorageIo('linux')
    let links = 0
    let isFaulty = false
    const library = await openTempLibrary(data, { io: { ...io, link: async (from, to) => {
      if (isFaulty && to.includes('originals')) {
        links += 1
        if (links === 3) throw Object.assign(new Error('faulty'), { code: 'EIO' })
      }
      return io.link(from, to)
    } } })
    const { job, rows } = await look(library)
    isFaulty = true
    const chosen = rows.filter(({ state, isIn }) => state === 'ready' && isIn).length
    const half = valueOf(await library.folderImports.store({ job }, reading))
    expect([half.stored, half.failed]).toEqual([chosen - 1, 1])
    expect(valueOf(await library.folderImports.store({ job }, reading))).toMatchObject({ stored: chosen, failed: 0 })
    expect(await shelf(library)).toHaveLength(chosen)
    await library.close()
  })
})
