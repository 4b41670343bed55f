/**
 * Making a Word file. Warm: `exportWord` beside the least that any writer must do, to zip the finished parts. Cold: the command line as a program of its own,
 * which reads a text, finds its outline and sets its pages, beside programs that make a plain Word file of the same text.
 */
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

const sizes = [6_000, 60_000, 600_000]

export async function benchExport(isQuick: boolean): Promise<Outcome> {
  const rows: Row[] = []
  const controls: Control[] = []
  for (const size of isQuick ? sizes.slice(0, 2) : sizes) {
    const { content } = parseReport(reportText(size), { newId: countingIds() })
    const parts = unzipSync((await exportWord(content)).bytes)
    const [subject, floor, slow] = await interleave([
      { name: 'exportWord', run: () => exportWord(content) },
      { name: 'zip of the finished parts', run: () => zipSync(parts) },
      { name: 'exportWord, planted twice', run: async () => [await exportWord(content), await exportWord(content)] },
    ], isQuick ? 5 : 9)
    if (!subject || !floor || !slow) continue
    rows.push({ metric: `Word ${size / 1000}k, warm`, subject, anchor: floor, goal: { most: 3 } })
    controls.push({ name: `an exporter that works twice, ${size / 1000}k`, ratio: slow.best / subject.best, least: 1.5 })
  }
  if (isQuick) return { rows, controls, left: [] }
  const cold = sizes.map(benchPrograms)
  return { rows: [...rows, ...cold.flatMap((each) => each.rows)], controls, left: [...new Set(cold.flatMap((each) => each.left))] }
}

interface Program {
  readonly name: string
  readonly command: string
  readonly options: (folder: string) => readonly string[]
}

const ours: Program = { name: 'andu export', command: process.execPath, options: (folder) => ['dist/cli.cjs', 'export', join(folder, 'text.txt'), '-o', join(folder, 'ours.docx')] }
const programs: readonly Program[] = [
  { name: 'pandoc', command: 'pandoc', options: (folder) => ['-f', 'markdown', '-o', join(folder, 'text.docx'), join(folder, 'text.txt')] },
  // The system's own Python: that is where the package is.
  { name: 'python3-docx', command: '/usr/bin/python3', options: (folder) => ['tests/bench/anchors/text_to_docx.py', join(folder, 'text.txt'), join(folder, 'python.docx')] },
  { name: 'LibreOffice', command: 'soffice', options: (folder) => [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'docx', '--outdir', folder, join(folder, 'text.txt')] },
]

/** Each program in turn, several times, the first turn left out. */
function benchPrograms(size: number): Pick<Outcome, 'rows' | 'left'> {
  const folder = mkdtempSync(join(tmpdir(), 'andu-bench-'))
  try {
    writeFileSync(join(folder, 'text.txt'), reportText(size))
    const all = [ours, ...programs]
    const times = all.map((): (number | null)[] => [])
    for (let turn = 0; turn < 6; turn += 1) {
      for (const [index, program] of all.entries()) {
        const one = timeProgram(program, folder)
        if (turn > 0) times[index]?.push(one)
      }
    }
    const [subject, ...anchors] = all.map(({ name }, index) => {
      const samples = times[index]?.flatMap((time) => time ?? []) ?? []
      return samples.length < 5 ? null : summary(name, samples)
    })
    if (subject === null || subject === undefined) throw new Error('the command line cannot export: build it first (npm run build)')
    return {
      rows: anchors.flatMap((anchor) => (anchor === null ? [] : [{ metric: `Word ${size / 1000}k, cold`, subject, anchor, goal: { most: 1 } }])),
      left: programs.flatMap(({ name }, index) => (anchors[index] === null ? [`${name}: not on this machine, or it failed`] : [])),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Milliseconds of one call, start of the program included; null if it is not there or failed. */
function timeProgram({ command, options }: Program, folder: string): number | null {
  const start = performance.now()
  const ended = spawnSync(command, options(folder), { stdio: 'ignore' })
  return ended.error === undefined && ended.status === 0 ? performance.now() - start : null
}
