/** Backups and restoring for the window: places are asked for here (SPEC BACKUP, IPC-6). */
import { join } from 'node:path'
import { app, dialog } from 'electron'
import { fail, succeed, type Result } from '../../shared/base/result'
import { shellText } from '../../shared/text/shell'
import { transferRoomText as words } from '../../shared/text/transferRoom'
import { exportWord } from '../export/exportWord'
import { listSnapshots, restoreEverything, runDrill } from '../library/backups'
import { openLibrary } from '../library/openLibrary'
import type { Surroundings } from '../storage/generations'
import { done, type Handlers } from './answer'
import type { Desk } from './desk'
import type { LongWork } from './longWork'
import type { WrittenFiles } from './writtenFiles'

type Channels = 'backup.status' | 'backup.choose' | 'backup.change' | 'backup.run' | 'backup.list' | 'backup.restoreReport' | 'backup.restoreAll' | 'backup.useFolder' | 'backup.drill'

export function backupHandlers({ library, mainWindow, surroundings }: Desk, written: WrittenFiles, work: LongWork): Pick<Handlers, Channels> {
  const window = mainWindow.browserWindow
  const { backups, backupKeeper } = library

  const place = async (): Promise<Result<string>> => {
    const kept = await backupKeeper.place()
    return kept === null ? fail({ code: 'backupMissing' }) : succeed(kept)
  }
  async function ask(title: string, buttonLabel: string): Promise<string | null> {
    const chosen = await dialog.showOpenDialog(window, { title, buttonLabel, properties: ['openDirectory', 'createDirectory'] })
    return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
  }
  /** How many reports the library lists in a restored folder, and which of them it cannot open. */
  async function openRestored(folder: string, inside: Surroundings): Promise<{ readonly reports: number; readonly unopened: readonly string[] }> {
    const opened = await openLibrary({ ...inside, folder, mustExist: true, exportWord: (report, readPicture, layout) => exportWord(report, layout, readPicture), untitled: shellText.untitled })
    if (!opened.ok) return { reports: 0, unopened: [words.dataFolder] }
    const listed = await opened.value.list()
    await opened.value.close()
    return listed.ok ? { reports: listed.value.reports.length, unopened: listed.value.damaged.map(({ id, title }) => title || id) } : { reports: 0, unopened: [words.dataFolder] }
  }

  return {
    'backup.status': () => backupKeeper.status(),
    'backup.choose': async () => {
      const chosen = await ask(words.choosePlace, words.backUpHere)
      return chosen === null ? backupKeeper.status() : work.run((watch) => backupKeeper.choose({ place: chosen }, watch))
    },
    'backup.change': (request) => backupKeeper.change(request),
    'backup.run': () => work.run((watch) => backupKeeper.run(watch)),
    'backup.list': async ({ snapshot }) => {
      const kept = await place()
      if (!kept.ok) return kept
      const snapshots = await listSnapshots(surroundings, kept.value)
      if (!snapshots.ok) return snapshots
      const number = snapshot ?? snapshots.value[0]?.number
      if (number === undefined) return fail({ code: 'backupMissing' })
      const [reports, listed] = [await backups.reports({ place: kept.value, snapshot: number }), await library.list()]
      if (!reports.ok) return reports
      const here = new Set(listed.ok ? [...listed.value.reports, ...listed.value.damaged].map(({ id }) => id) : [])
      return succeed({ snapshots: [...snapshots.value], snapshot: number, reports: reports.value.map((row) => ({ ...row, isHere: here.has(row.id) })) })
    },
    'backup.restoreReport': async ({ snapshot, id }) => {
      const kept = await place()
      const restored = kept.ok ? await backups.restoreReport({ place: kept.value, snapshot, id }) : kept
      return restored.ok ? succeed({ ...restored.value, missing: restored.value.missing.length }) : restored
    },
    'backup.restoreAll': async ({ from, snapshot }) => {
      const kept = from === 'chosen' ? await place() : succeed(await ask(words.findBackup, words.restoreFrom))
      if (!kept.ok) return kept
      if (kept.value === null) return succeed({ kind: 'cancelled' })
      const source = kept.value
      const above = await ask(words.restoreTitle, words.restoreHere)
      if (above === null) return succeed({ kind: 'cancelled' })
      const day = new Date(surroundings.clock()).toISOString().replace(/[-:T]/g, '').slice(0, 14)
      const target = join(above, `andu-data-${day}`)
      const restored = await work.run((watch) => restoreEverything(surroundings, { place: source, ...(snapshot === undefined ? {} : { snapshot }), target }, watch))
      return restored.ok ? succeed({ kind: 'restored', ...written.note(target), ...restored.value, missing: [...restored.value.missing] }) : restored
    },
    'backup.useFolder': async ({ token }) => {
      const path = written.pathOf(token)
      if (path === undefined) return fail({ code: 'fileNotFound' })
      app.relaunch({ args: [...process.argv.slice(1).filter((word, index, all) => word !== '--data' && all[index - 1] !== '--data' && !word.startsWith('--data=')), '--data', path] })
      app.quit()
      return done
    },
    'backup.drill': async () => {
      const kept = await place()
      if (!kept.ok) return kept
      const drill = await work.run((watch) => runDrill(surroundings, { place: kept.value, temporary: app.getPath('temp') }, openRestored, watch))
      return drill.ok ? succeed({ ...drill.value, missing: [...drill.value.missing], unopened: [...drill.value.unopened] }) : drill
    },
  }
}
