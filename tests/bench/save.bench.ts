/**
 * Saving one edited report among many: the library beside the least that a safe save must do (write, flush, rename, flush the folder), and beside
 * stock lowdb, which writes everything anew and flushes nothing.
 */
import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { openLibrary } from '../../electron/library/openLibrary'
import { realSurroundings } from '../../electron/storage/surroundings'
import { countingIds } from '../../shared/base/ids'
import { parseReport } from '../../shared/outline/parseReport'
import type { Report } from '../../shared/report/report'
import { inFolder } from './electron'
import { interleave } from './measure'
import type { Outcome, Row } from './result'
import { reportText } from './texts'

export async function benchSave(isQuick: boolean): Promise<Outcome> {
  const rows: Row[] = []
  const controls: Outcome['controls'][number][] = []
  for (const count of isQuick ? [20] : [20, 200]) {
    const outcome = await inFolder((folder) => benchAmong(folder, count, isQuick ? 9 : 25))
    rows.push(...outcome.rows)
    controls.push(...outcome.controls)
  }
  return { rows, controls, left: [] }
}

async function benchAmong(folder: string, count: number, turns: number): Promise<Outcome> {
  const opened = await openLibrary({ ...realSurroundings(process.platform), folder: join(folder, 'data'), exportWord: () => Promise.reject(new Error('not used')), untitled: 'untitled' })
  if (!opened.ok) throw new Error(opened.error.code)
  const library = opened.value
  const reports: Report[] = []
  for (let index = 0; index < count; index += 1) {
    const { content } = parseReport(reportText(6_000, index + 1), { newId: countingIds() })
    const imported = await library.importReport({ content, year: 2025, kind: 'general', unit: 'unit' })
    if (!imported.ok) throw new Error(imported.error.code)
    const report = await library.open({ id: imported.value.id })
    if (report.ok) reports.push(report.value.report)
  }
  const edited = reports[Math.floor(count / 2)]
  if (edited === undefined) throw new Error('no report')
  const bytes = new TextEncoder().encode(JSON.stringify(edited))
  const stock = new Low<{ reports: Report[] }>(new JSONFile(join(folder, 'stock.json')), { reports })
  let base = 1
  let edits = 0
  const save = async (): Promise<void> => {
    const saved = await library.save({ report: { ...edited, unit: `unit ${edits += 1}` }, base, cause: 'auto' })
    if (!saved.ok) throw new Error(saved.error.code)
    base = saved.value.generation
  }
  const [subject, floor, lowdb, slow] = await interleave([
    { name: 'library.save', run: save },
    { name: 'write, flush, rename, flush', run: () => primitive(folder, bytes) },
    { name: `stock lowdb, ${count} reports, no flush`, run: () => stock.write() },
    { name: 'library.save, planted twice', run: async () => { await save(); await save() } },
  ], turns, 5)
  await library.close()
  if (!subject || !floor || !lowdb || !slow) throw new Error('nothing measured')
  const metric = `save 1 of ${count}`
  return {
    rows: [{ metric, subject, anchor: floor, goal: { most: 1.3 }, note: `${Math.round(bytes.length / 1024)} KB` }, { metric, subject, anchor: lowdb }],
    controls: [{ name: `a save that happens twice, of ${count}`, ratio: slow.best / subject.best, least: 1.5 }],
    left: [],
  }
}

/** Without blocking the process, as a program with a window must. */
async function primitive(folder: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(folder, 'primitive.tmp')
  const file = await open(temporary, 'w')
  await file.write(bytes)
  await file.sync()
  await file.close()
  await rename(temporary, join(folder, 'primitive.json'))
  const directory = await open(folder, 'r')
  await directory.sync()
  await directory.close()
}
