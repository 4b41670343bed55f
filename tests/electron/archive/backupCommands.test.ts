import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runIn } from '../../support/commandLine'
import { codeOf, openTempLibrary, tempFolder, valueOf, type TempFolder } from '../../support/tempLibrary'

let folder: TempFolder
let data: string
beforeEach(() => {
  folder = tempFolder()
  data = join(folder.path, 'data')
  mkdirSync(join(folder.path, 'usb'))
})
afterEach(() => folder.remove())

async function workADay(): Promise<{ readonly edited: string; readonly filed: string; readonly picture: string }> {
  const library = await openTempLibrary(data)
  const edited = valueOf(await library.create({ source: { kind: 'blank' }, kind: 'other', year: 2025, unit: '青河县应急管理局' })).id
  const { sha256: picture } = valueOf(await library.keepPicture({ bytes: Buffer.from('a picture') }))
  for (const title of ['第一稿', '第二稿', '第三稿']) {
    const { report, generation } = valueOf(await library.open({ id: edited }))
    valueOf(await library.save({ report: { ...report, title: [title], blocks: [{ kind: 'image', id: 'b1', sha256: picture, mediaType: 'image/png', width: 1, height: 1, caption: '' }] }, base: generation, cause: 'manual' }))
  }
  valueOf(await library.nameVersion({ id: edited, generation: 2, name: '给局长看的' }))
  const filed = valueOf(await library.create({ source: { kind: 'blank' }, kind: 'safety', year: 2024, unit: '青河县应急管理局' })).id
  const { report, generation } = valueOf(await library.open({ id: filed }))
  valueOf(await library.save({ report: { ...report, title: ['安全总结'] }, base: generation, cause: 'manual' }))
  valueOf(await library.setState({ id: filed, state: 'final' }))
  valueOf(await library.file({ id: filed }))
  await library.close()
  return { edited, filed, picture }
}

const run = (...argv: string[]) => runIn(folder.path, argv)

describe('backup and restore on the command line', () => {
  it('BACKUP-9: backup, drill and restore say what they did, in words and as JSON', async () => {
    await workADay()
    const backedUp = await run('archive', 'backup', '--data', 'data', '-o', 'usb')
    expect(backedUp).toMatchObject({ code: 0, err: '' })
    expect(backedUp.out).toMatch(/^第 1 次备份完成：共 \d+ 个文件（.*），新写入 \d+ 个，均已重读核对。\n$/)
    const again = await run('archive', 'backup', '--data', 'data', '-o', 'usb', '--json')
    expect(JSON.parse(again.out)).toMatchObject({ snapshot: 2, keptFormer: [], left: [] })
    const restored = await run('archive', 'restore', '--from', 'usb', '--data', 'new', '--json')
    expect(restored.code).toBe(0)
    expect(JSON.parse(restored.out)).toMatchObject({ snapshot: 2, missing: [] })
    expect((await run('library', 'list', '--data', 'new')).out).toBe((await run('library', 'list', '--data', 'data')).out)
    expect((await run('archive', 'restore', '--from', 'usb', '--data', 'new')).code).toBe(5)
    expect((await run('archive', 'restore', '--from', 'nowhere', '--data', 'new2')).code).toBe(3)
    expect((await run('archive', 'restore', '--from', 'usb', '--data', 'new3', '--snapshot', 'x')).code).toBe(2)
    expect((await run('archive', 'backup', '--data', 'data')).code).toBe(2)
    expect((await run('archive', 'nonsense')).code).toBe(2)
  })

  it('BACKUP-8: a drill restores into a temporary folder, opens it, compares, says what it proved, and removes it', async () => {
    const { edited } = await workADay()
    await run('archive', 'backup', '--data', 'data', '-o', 'usb')
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('andu-drill')).length
    const drilled = await run('archive', 'drill', '--from', 'usb', '--json')
    expect(drilled.code).toBe(0)
    expect(JSON.parse(drilled.out)).toMatchObject({ snapshot: 1, reports: 2, isWhole: true, missing: [], unopened: [] })
    expect((await run('archive', 'drill', '--from', 'usb')).out).toContain('恢复演练通过')
    // Every generation of one report rots in the backup: the drill must not pass.
    const snapshot = await run('archive', 'restore', '--from', 'usb', '--data', 'copy')
    expect(snapshot.code).toBe(0)
    const objects = join(folder.path, 'usb', 'andu-backup', 'objects')
    const { sha256 } = await import('../../../electron/storage/generationFile')
    const { readFileSync } = await import('node:fs')
    for (const name of readdirSync(join(data, 'reports', edited)).filter((each) => each.endsWith('.json'))) {
      const hash = sha256(readFileSync(join(data, 'reports', edited, name)))
      writeFileSync(join(objects, hash.slice(0, 2), hash), 'rot')
    }
    const failed = await run('archive', 'drill', '--from', 'usb')
    expect(failed.code).toBe(1)
    expect(failed.out).toContain('发现问题')
    expect(failed.err).toContain(edited)
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('andu-drill')).length).toBe(before)
  })

  it('BACKUP-7: a report that is gone is put back with history, names, pictures and what was filed; one that is there comes beside it', async () => {
    const { edited, filed, picture } = await workADay()
    await run('archive', 'backup', '--data', 'data', '-o', 'usb')
    const beside = await run('archive', 'restore', '--from', 'usb', '--data', 'data', '--report', edited, '--json')
    const copy = JSON.parse(beside.out) as { readonly id: string; readonly isCopy: boolean; readonly generations: number }
    expect(copy).toMatchObject({ isCopy: true, generations: 4 })
    expect(copy.id).not.toBe(edited)
    for (const id of [edited, filed]) rmSync(join(data, 'reports', id), { recursive: true })
    rmSync(join(data, 'pictures', `${picture}.bin`))
    rmSync(join(data, 'archive', '2024'), { recursive: true })
    for (const id of [edited, filed]) expect((await run('archive', 'restore', '--from', 'usb', '--data', 'data', '--report', id)).out).toContain('已放回')
    const library = await openTempLibrary(data)
    for (const id of [edited, copy.id]) {
      const { versions } = valueOf(await library.versions({ id }))
      expect(versions.map(({ generation, name }) => [generation, name])).toEqual([[4, ''], [3, ''], [2, '给局长看的'], [1, '']])
      expect(valueOf(await library.open({ id })).report).toMatchObject({ id, title: ['第三稿'], state: 'draft' })
    }
    expect(Buffer.from(valueOf(await library.readPicture({ sha256: picture })).bytes).toString()).toBe('a picture')
    expect(valueOf(await library.listFiled())).toMatchObject([{ summary: { id: filed }, isIntact: true }])
    const again = valueOf(await library.backups.restoreReport({ place: join(folder.path, 'usb'), id: filed }))
    expect(valueOf(await library.open({ id: again.id })).report).toMatchObject({ state: 'final' })
    expect(valueOf(await library.listFiled()).length).toBe(1)
    expect(codeOf(await library.backups.restoreReport({ place: join(folder.path, 'usb'), id: 'r-00000000000000000000000000' }))).toBe('reportNotFound')
    expect(codeOf(await library.backups.restoreReport({ place: join(folder.path, 'usb'), id: '../../x' }))).toBe('reportNotFound')
    expect(valueOf(await library.backups.reports({ place: join(folder.path, 'usb') })).map(({ title, state, generations }) => ({ title, state, generations }))).toEqual([
      { title: '第三稿', state: 'draft', generations: 4 }, { title: '安全总结', state: 'filed', generations: 4 },
    ])
    await library.close()
    expect(existsSync(join(folder.path, 'usb', 'andu-backup', 'snapshots', 'g0000000002.json'))).toBe(false)
  })
})
