/** Making a Word file: `exportWord` beside the least that any writer must do (zip the finished parts) and beside an office program. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { exportWord } from '../../electron/export/exportWord'
import { countingIds } from '../../shared/base/ids'
import { parseReport } from '../../shared/outline/parseReport'
import { interleave, summary } from './measure'
import type { Control, Outcome, Row } from './result'
import { reportText } from './texts'

export async function benchExport(isQuick: boolean): Promise<Outcome> {
  const rows: Row[] = []
  const controls: Control[] = []
  const left: string[] = []
  for (const size of [6_000, 60_000]) {
    const text = reportText(size)
    const { content } = parseReport(text, { newId: countingIds() })
    const parts = unzipSync((await exportWord(content)).bytes)
    const [subject, floor, slow] = await interleave([
      { name: 'exportWord', run: () => exportWord(content) },
      { name: 'zip of the finished parts', run: () => zipSync(parts) },
      { name: 'exportWord, planted twice', run: async () => [await exportWord(content), await exportWord(content)] },
    ], isQuick ? 5 : 11)
    if (!subject || !floor || !slow) continue
    rows.push({ metric: `Word ${size / 1000}k`, subject, anchor: floor })
    controls.push({ name: `an exporter that works twice, ${size / 1000}k`, ratio: slow.best / subject.best, least: 1.5 })
    if (isQuick) continue
    for (const office of offices) {
      const samples = runOffice(office, text)
      if (samples === null) left.push(`${office.name}: not on this machine`)
      else rows.push({ metric: `Word ${size / 1000}k`, subject, anchor: summary(office.name, samples), note: 'start of the program included' })
    }
  }
  return { rows, controls, left: [...new Set(left)] }
}

interface Office {
  readonly name: string
  readonly command: string
  readonly options: (folder: string) => readonly string[]
}

const offices: readonly Office[] = [
  { name: 'pandoc', command: 'pandoc', options: (folder) => ['-f', 'markdown', '-o', join(folder, 'text.docx'), join(folder, 'text.txt')] },
  { name: 'LibreOffice', command: 'soffice', options: (folder) => [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'docx', '--outdir', folder, join(folder, 'text.txt')] },
]

/** Times of three runs, the first one left out; null if the program is not there. */
function runOffice(office: Office, text: string): readonly number[] | null {
  const folder = mkdtempSync(join(tmpdir(), 'andu-bench-'))
  try {
    writeFileSync(join(folder, 'text.txt'), text)
    const times = Array.from({ length: 4 }, () => {
      const start = performance.now()
      const ended = spawnSync(office.command, office.options(folder), { stdio: 'ignore' })
      return ended.error === undefined && ended.status === 0 ? performance.now() - start : null
    })
    return times.some((time) => time === null) ? null : times.slice(1).flatMap((time) => time ?? [])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
