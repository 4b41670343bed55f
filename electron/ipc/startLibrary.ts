/** The library for the window: opened with the real world, and with the sample reports in a folder that has never been used (SPEC LIB, HOUSE-10). */
import { hostname } from 'node:os'
import { app } from 'electron'
import { countingIds } from '../../shared/base/ids'
import type { Result } from '../../shared/base/result'
import { parseReport } from '../../shared/outline/parseReport'
import { shellText } from '../../shared/text/shell'
import { exporters } from '../export/exporters'
import { exportWord } from '../export/exportWord'
import { systemFonts } from '../storage/fontFiles'
import type { Library } from '../library/library'
import { openLibrary } from '../library/openLibrary'
import type { Log } from '../log'
import type { Surroundings } from '../storage/generations'
import { sampleReports } from '../templates/sampleReports'

export async function startLibrary(folder: string, surroundings: Surroundings, log: Log): Promise<Result<Library>> {
  const opened = await openLibrary({
    ...surroundings, folder, exportWord: (report, readPicture, layout) => exportWord(report, layout, readPicture), untitled: shellText.untitled, program: `Andu ${app.getVersion()}`,
    exportReport: (report, format, readPicture, layout) => exporters[format].run(report, layout, readPicture, systemFonts(process.platform, process.env)),
    presence: { holder: { computer: hostname(), processId: process.pid }, isAlive, every: beatEvery },
  })
  if (opened.ok) await addSamples(opened.value, log)
  return opened
}

/** Only into a library without a single report, trashed ones included: whoever removes the samples is rid of them. */
async function addSamples(library: Library, log: Log): Promise<void> {
  const listed = await library.overview()
  if (!listed.ok || listed.value.isLooking || listed.value.total + listed.value.damaged.length > 0) return
  for (const { text, kind, year, unit } of [...sampleReports].reverse()) {
    const stored = await library.importReport({ content: parseReport(text, { newId: countingIds() }).content, kind, year, unit })
    if (!stored.ok) log.note('sample not stored', { code: stored.error.code })
  }
}

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0)
  } catch (reason) {
    return (reason as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function beatEvery(milliseconds: number, beat: () => void): () => void {
  const timer = setInterval(beat, milliseconds)
  return () => clearInterval(timer)
}
