/** Everything that can be done with the import of a folder, begun in any order and side by side (SPEC FOLDER-12). */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderReading } from '../../../electron/import/folderReading'
import { readSource } from '../../../electron/import/readers'
import type { FolderReading } from '../../../electron/library/folderImport/lookAtFile'
import type { Library } from '../../../electron/library/library'
import { nodeStorageIo } from '../../../electron/storage/nodeStorageIo'
import type { StorageIo } from '../../../electron/storage/storageIo'
import type { FolderRow } from '../../../shared/ipc/folderImportContract'
import { asText, oldFiles, oldReport } from '../../support/oldFolder'
import { chance } from '../../support/simulatedDisk'
import { openTempLibrary, tempFolder, valueOf } from '../../support/tempLibrary'

const plain = folderReading(readSource)
const steps = 80
const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds) })

/** Reads after a moment, in which it can be stopped. */
function slowReading(next: () => number): FolderReading {
  return { ...plain, read: async (bytes, name, keep, signal) => {
    for (let left = Math.floor(next() * 4); left > 0; left -= 1) {
      await wait(2)
      if (signal?.aborted === true) return { ok: false, error: { code: 'cancelled' } }
    }
    return plain.read(bytes, name, keep, signal)
  } }
}

interface Said { readonly title: string; readonly year: number }

/** One clerk who cannot wait. Throws what is wrong in the end. */
async function run(seed: number, given: StorageIo): Promise<{ readonly stopped: number; readonly stored: number; readonly forgotten: number }> {
  const next = chance(seed)
  // A slow disk where the record is: what is written is on its way for a while.
  const io: StorageIo = { ...given, link: async (from, to) => {
    if (to.includes(join('imports', 'folders'))) await wait(Math.floor(next() * 12))
    await given.link(from, to)
  } }
  const place = tempFolder()
  const folder = join(place.path, '旧材料')
  const data = join(place.path, 'data')
  const put = (path: string, bytes: Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  for (const { path, bytes } of oldFiles(14, seed)) put(path, bytes)
  const reading = slowReading(next)
  const said = new Map<string, Said>()
  const met = { stopped: 0, stored: 0, forgotten: 0 }
  let library = await openTempLibrary(data, { io })
  let stops: AbortController[] = []
  /** As the window watches it. */
  const watched = (): { readonly signal: AbortSignal; readonly isCancelled: () => boolean } => {
    const stop = new AbortController()
    stops.push(stop)
    return { signal: stop.signal, isCancelled: () => stop.signal.aborted }
  }
  const cancel = (): void => { for (const stop of stops.splice(0)) stop.abort() }
  let under: Promise<unknown>[] = []
  let changes: Promise<unknown>[] = []
  let isLeaving = false
  const opened = valueOf(await library.folderImports.open({ folder }))
  const { job } = opened
  const rows = async (of: Library): Promise<readonly FolderRow[]> => valueOf(await of.folderImports.rows({ job, since: 0 })).rows
  const begin = (one: Promise<unknown>): void => void under.push(one)

  /** What the disk knows is what was said last; a stored row says what was stored, and nothing is stored twice. */
  async function check(): Promise<void> {
    valueOf(await library.folderImports.open({ folder }))
    const reports = valueOf(await library.list()).reports.filter(({ isTrashed }) => !isTrashed)
    for (const row of await rows(library)) {
      if (row.state === 'stored') {
        const report = reports.find(({ id }) => id === row.reportId) ?? expect.fail(`${row.path} is not in the library`)
        // One that was there before has the title under which it came in.
        if (row.isKnown !== true) expect([row.path, row.title, row.year]).toEqual([row.path, report.title, report.year])
        said.delete(row.path)
      } else if (said.has(row.path)) {
        const { title, year } = said.get(row.path) ?? expect.fail()
        expect([row.path, row.title, row.year]).toEqual([row.path, title, year])
      }
    }
    const origins = await Promise.all(reports.map(async ({ id }) => valueOf(await library.open({ id })).report.origin))
    const hashes = origins.map((origin) => (origin.kind === 'file' ? origin.sha256 : ''))
    expect(new Set(hashes).size).toBe(hashes.length)
  }

  async function correct(): Promise<void> {
    if (isLeaving) return
    const known = await library.folderImports.rows({ job, since: 0 })
    if (!known.ok || isLeaving) return
    const open = known.value.rows.filter(({ state }) => state === 'ready' || state === 'waiting' || state === 'failed')
    const paths = [0, 1].flatMap(() => open[Math.floor(next() * open.length)]?.path ?? [])
    if (paths.length === 0) return
    const change = { title: `说过的标题${Math.floor(next() * 1e9)}`, year: 1990 + Math.floor(next() * 30) }
    // It counts from the moment at which it was said.
    for (const path of paths) said.set(path, change)
    changes.push(library.folderImports.change({ job, paths, change }))
  }

  const deeds: Readonly<Record<string, readonly [weight: number, deed: () => Promise<void> | void]>> = {
    open: [3, () => begin(library.folderImports.open({ folder }))],
    resume: [1, () => begin(library.folderImports.resume({ job }))],
    look: [6, () => begin(library.folderImports.look({ job }, reading, watched()))],
    store: [6, () => begin(library.folderImports.store({ job }, reading, watched()))],
    cancel: [1.5, () => {
      met.stopped += 1
      cancel()
    }],
    change: [8, correct],
    // Just when the record is written.
    changeWhileWritten: [6, async () => {
      begin(library.folderImports.open({ folder }))
      await wait(2 + Math.floor(next() * 14))
      await correct()
    }],
    add: [1, () => put(`${Math.floor(next() * 9)}/新${Math.floor(next() * 1e6)}.txt`, asText(oldReport(seed * 1000 + Math.floor(next() * 500), 5).lines))],
    trash: [2, async () => {
      const stored = valueOf(await library.list()).reports.filter(({ isTrashed }) => !isTrashed)
      const one = stored[Math.floor(next() * stored.length)]
      if (one !== undefined) await library.trash({ id: one.id })
    }],
    forget: [1, async () => {
      if (isLeaving) return
      isLeaving = true
      met.forgotten += 1
      await Promise.all(changes)
      begin(library.folderImports.forget({ job }).then(() => {
        said.clear()
        isLeaving = false
      }))
    }],
    pause: [10, () => wait(Math.floor(next() * 12))],
    restart: [4, async () => {
      // Closed in the middle of it, or after it.
      await Promise.all(changes)
      if (next() < 0.6) await Promise.all(under)
      await library.close()
      await Promise.all(under)
      under = []
      changes = []
      stops = []
      library = await openTempLibrary(data, { io })
      await check()
    }],
  }
  const total = Object.values(deeds).reduce((sum, [weight]) => sum + weight, 0)

  try {
    for (let step = 0; step < steps; step += 1) {
      let at = next() * total
      const [, deed] = Object.values(deeds).find(([weight]) => (at -= weight) < 0) ?? expect.fail('no deed')
      await deed()
    }
    cancel()
    await Promise.all([...changes, ...under])
    await library.close()
    library = await openTempLibrary(data, { io })
    await check()

    // Gone on with to its end, every file is accounted for, and nothing is there twice.
    valueOf(await library.folderImports.look({ job }, plain))
    const done = valueOf(await library.folderImports.store({ job }, plain))
    expect([done.waiting, done.failed, done.chosen]).toEqual([0, 0, 0])
    expect(done.finishedAt).not.toBeNull()
    const last = await rows(library)
    for (const { path, state, isIn, doubts } of last) {
      if (state === 'ready') expect([path, isIn, doubts.some(({ code }) => code === 'copy' || code === 'onShelf' || code === 'wasStored')]).toEqual([path, false, true])
      else expect(['stored', 'refused', 'skipped']).toContain(state)
    }
    const ids = last.flatMap(({ reportId }) => reportId ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    await check()
    return { ...met, stored: done.stored }
  } finally {
    await library.close()
    await Promise.allSettled([...under, ...changes])
    place.remove()
  }
}

describe('the import of a folder in the hands of a clerk who cannot wait', () => {
  const io = nodeStorageIo('linux')

  it('FOLDER-12: listed, looked at, corrected, stored, stopped, trashed and forgotten in any order, it holds what was said last, and no file is lost', { timeout: 240_000 }, async () => {
    let stored = 0
    let forgotten = 0
    for (let seed = 1; seed <= 6; seed += 1) {
      const met = await run(seed, io).catch((error: unknown) => { throw new Error(`seed ${seed}`, { cause: error }) })
      stored += met.stored
      forgotten += met.forgotten
    }
    expect(stored).toBeGreaterThan(20)
    expect(forgotten).toBeGreaterThan(0)
  })

  it('FOLDER-12: the same notices a record that loses what was written to it', { timeout: 240_000 }, async () => {
    let lost = 0
    // A segment of the record now and then never gets its name, and nobody is told.
    const losing: StorageIo = { ...io, link: async (from, to) => {
      if (to.includes(join('imports', 'folders')) && (lost += 1) % 2 === 0) return
      await io.link(from, to)
    } }
    let noticed = 0
    for (let seed = 1; seed <= 2; seed += 1) await run(seed, losing).catch(() => { noticed += 1 })
    expect(noticed).toBeGreaterThan(0)
  })
})
