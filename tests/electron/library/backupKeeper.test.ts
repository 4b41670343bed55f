import { mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Library } from '../../../electron/library/library'
import { openTempLibrary, tempFolder, valueOf, type TempFolder } from '../../support/tempLibrary'

let folder: TempFolder
let now: number
const hour = 3_600_000
/** What the program does every hour. */
let everyHour: () => void
const ticks: Array<{ readonly milliseconds: number; readonly beat: () => void }> = []

async function open(): Promise<Library> {
  ticks.length = 0
  const library = await openTempLibrary(join(folder.path, 'data'), {
    clock: () => now,
    presence: { holder: { computer: 'pc', processId: 1 }, isAlive: () => false, every: (milliseconds, beat) => { ticks.push({ milliseconds, beat }); return () => undefined } },
  })
  everyHour = ticks.find(({ milliseconds }) => milliseconds === hour)?.beat ?? (() => { throw new Error('nothing is done every hour') })
  return library
}

beforeEach(() => {
  folder = tempFolder()
  now = Date.UTC(2026, 10, 21, 8)
  mkdirSync(join(folder.path, 'usb'))
})
afterEach(() => folder.remove())

const place = (): string => join(folder.path, 'usb')
const snapshots = (): number => { try { return readdirSync(join(place(), 'andu-backup', 'snapshots')).length } catch { return 0 } }

async function save(library: Library, cause: 'auto' | 'manual'): Promise<void> {
  const { reports } = valueOf(await library.list())
  const id = reports[0]?.id ?? valueOf(await library.create({ source: { kind: 'blank' }, kind: 'other', year: 2025, unit: '' })).id
  const { report, generation } = valueOf(await library.open({ id }))
  valueOf(await library.save({ report: { ...report, addressee: `${now}` }, base: generation, cause }))
}

/** Until what was begun in the background is done. */
async function settled(library: Library, count: number): Promise<number> {
  for (let tries = 0; tries < 100 && (snapshots() < count || valueOf(await library.backupKeeper.status()).isRunning); tries += 1) await new Promise((resolve) => setTimeout(resolve, 20))
  return snapshots()
}

describe('backups that are made by themselves', () => {
  it('BACKUP-10: none before a place is chosen; choosing makes the first; then after manual saves, once in ten minutes, and when a day has gone by', async () => {
    const library = await open()
    await save(library, 'manual')
    everyHour()
    expect(await settled(library, 0)).toBe(0)
    expect(valueOf(await library.backupKeeper.choose({ place: place() }))).toMatchObject({ place: 'usb', isAutomatic: true, last: { damaged: 0 }, trouble: null, isRunning: false })
    expect(snapshots()).toBe(1)
    await save(library, 'manual')
    expect(await settled(library, 1)).toBe(1)
    now += 11 * 60_000
    await save(library, 'auto')
    expect(await settled(library, 1)).toBe(1)
    await save(library, 'manual')
    expect(await settled(library, 2)).toBe(2)
    now += 23 * hour
    everyHour()
    expect(await settled(library, 2)).toBe(2)
    now += 2 * hour
    everyHour()
    expect(await settled(library, 3)).toBe(3)
    await library.close()
    expect(snapshots()).toBe(3)
  })

  it('BACKUP-10: at closing what was saved since is backed up; turned off, nothing is', async () => {
    let library = await open()
    await library.backupKeeper.choose({ place: place() })
    await save(library, 'manual')
    await library.close()
    expect(snapshots()).toBe(2)
    library = await open()
    valueOf(await library.backupKeeper.change({ isAutomatic: false }))
    now += 48 * hour
    await save(library, 'manual')
    everyHour()
    await library.close()
    expect(snapshots()).toBe(2)
    library = await open()
    expect(valueOf(await library.backupKeeper.status())).toMatchObject({ place: 'usb', isAutomatic: false })
    valueOf(await library.backupKeeper.run())
    expect(snapshots()).toBe(3)
    await library.close()
  })

  it('BACKUP-10: a place that is gone is told, keeps nobody from saving, and is right again when it is back', async () => {
    const library = await open()
    await library.backupKeeper.choose({ place: place() })
    renameSync(place(), `${place()}-away`)
    now += 11 * 60_000
    await save(library, 'manual')
    const gone = valueOf(await library.backupKeeper.run())
    expect(gone).toMatchObject({ place: 'usb', trouble: { code: 'backupPlaceGone' }, last: { damaged: 0 } })
    renameSync(`${place()}-away`, place())
    expect(valueOf(await library.backupKeeper.run()).trouble).toBeNull()
    await library.close()
  })
})
