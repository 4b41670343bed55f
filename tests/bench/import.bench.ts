/**
 * Reading files from outside. Warm: a reader beside a library that reads the same bytes, or beside our .docx reader where there is none.
 * Cold: the command line as a program of its own, which reads a file and prints its text, beside programs that do the same, with the most memory that each had.
 */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { readSource } from '../../electron/import/readers'
import { isInstalled, mammothText, wordExtractorText } from '../support/otherReaders'
import { formats, importFiles, type Format, type ImportFiles } from './importFiles'
import { interleave, summary, type Candidate, type Timing } from './measure'
import type { Control, Outcome, Row } from './result'

const sizes = [6_000, 60_000, 600_000]

export async function benchImport(isQuick: boolean): Promise<Outcome> {
  const all: Outcome[] = []
  for (const size of isQuick ? sizes.slice(0, 1) : sizes) {
    const files = await importFiles(size)
    try {
      all.push(await benchReaders(files, size, isQuick || size > 100_000 ? 5 : 9))
      if (!isQuick) all.push(benchPrograms(files, size))
    } finally {
      rmSync(files.folder, { recursive: true, force: true })
    }
  }
  return { rows: all.flatMap(({ rows }) => rows), controls: all.flatMap(({ controls }) => controls), left: [...new Set(all.flatMap(({ left }) => left))] }
}

interface Library {
  readonly name: string
  readonly package: 'mammoth' | 'word-extractor'
  readonly formats: readonly Format[]
  readonly read: (bytes: Uint8Array) => unknown
}

const libraries: readonly Library[] = [
  { name: 'mammoth', package: 'mammoth', formats: ['docx'], read: mammothText },
  { name: 'word-extractor', package: 'word-extractor', formats: ['docx', 'doc'], read: wordExtractorText },
]

async function benchReaders({ bytes }: ImportFiles, size: number, turns: number): Promise<Outcome> {
  const rows: Row[] = []
  const controls: Control[] = []
  const left: string[] = []
  for (const format of formats) {
    const file = bytes.get(format)
    const docx = bytes.get('docx')
    const read = file === undefined ? null : await readSource(file, `report.${format}`)
    if (file === undefined || docx === undefined || read?.ok !== true) {
      left.push(`${format}: ${file === undefined ? 'LibreOffice made no file' : `not read (${read?.ok === false ? read.error.code : ''})`}`)
      continue
    }
    const ours: Candidate = { name: `our reader of .${format}`, run: () => readSource(file, `report.${format}`) }
    const others: readonly Candidate[] = libraries.filter((each) => each.formats.includes(format)).flatMap((each): Candidate[] => {
      if (isInstalled(each.package)) return [{ name: each.name, run: () => each.read(file) }]
      left.push(`${each.name}: not installed`)
      return []
    })
    const anchors: readonly Candidate[] = others.length > 0 ? others : [{ name: 'our reader of .docx', run: () => readSource(docx, 'report.docx') }]
    const twice: readonly Candidate[] = format === 'docx' ? [{ name: 'planted twice', run: async () => [await readSource(file, 'a'), await readSource(file, 'b')] }] : []
    const [subject, ...timings] = await interleave([ours, ...anchors, ...twice], turns, 60)
    if (subject === undefined) continue
    const note = `${speed(file.length, subject)} of file, ${(size / subject.median / 1000).toPrecision(3)} million characters/s`
    rows.push(...timings.slice(0, anchors.length).map((anchor): Row => ({ metric: `read ${format} ${size / 1000}k, warm`, subject, anchor, ...(others.length > 0 ? { goal: { most: 1 } } : {}), note })))
    const slow = timings[anchors.length]
    if (slow !== undefined) controls.push({ name: `a reader that works twice, ${size / 1000}k`, ratio: slow.best / subject.best, least: 1.5 })
  }
  return { rows, controls, left }
}

interface Program {
  readonly name: string
  readonly formats: readonly Format[]
  readonly command: (file: string, folder: string) => readonly string[]
}

const ours: Program = { name: 'andu text', formats, command: (file) => [process.execPath, 'dist/cli.cjs', 'text', file] }
const programs: readonly Program[] = [
  { name: 'mammoth', formats: ['docx'], command: (file) => [process.execPath, 'tests/bench/anchors/text_of.mjs', 'mammoth', file] },
  { name: 'word-extractor', formats: ['docx', 'doc'], command: (file) => [process.execPath, 'tests/bench/anchors/text_of.mjs', 'word-extractor', file] },
  { name: 'pandoc', formats: ['docx', 'rtf', 'odt', 'html'], command: (file) => ['pandoc', '-t', 'plain', file] },
  { name: 'pdftotext', formats: ['pdf'], command: (file) => ['pdftotext', file, '-'] },
  // It opens a PDF file as a drawing, of which there is no text.
  { name: 'LibreOffice', formats: formats.filter((format) => format !== 'pdf'), command: (file, folder) => ['soffice', `-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'txt:Text (encoded):UTF8,LF', '--outdir', join(folder, 'out'), file] },
]

interface Run {
  readonly ms: number
  readonly kb: number
}

/** Each program in turn, several times, the first turn left out. */
function benchPrograms({ folder, pathOf, bytes }: ImportFiles, size: number): Outcome {
  const rows: Row[] = []
  const left: string[] = []
  for (const format of formats) {
    const file = bytes.get(format)
    if (file === undefined) continue
    const all = [ours, ...programs.filter((program) => program.formats.includes(format))]
    const runs = all.map((): Run[] => [])
    for (let turn = 0; turn < 4; turn += 1) {
      for (const [index, program] of all.entries()) {
        const run = measured(program.command(pathOf(format), folder))
        if (turn > 0 && run !== null) runs[index]?.push(run)
      }
    }
    const [subject, ...anchors] = all.map(({ name }, index) => (runs[index]?.length === 3 ? { timing: summary(name, runs[index].map(({ ms }) => ms)), memory: median(runs[index].map(({ kb }) => kb)) / 1024 } : null))
    if (subject === undefined || subject === null) {
      left.push(`${format}, cold: the command line does not read it`)
      continue
    }
    anchors.forEach((anchor, index) => {
      if (anchor === null) left.push(`${all[index + 1]?.name ?? ''} on ${format}: not on this machine, or it failed`)
      else rows.push({ metric: `text of ${format} ${size / 1000}k, cold`, subject: subject.timing, anchor: anchor.timing, goal: { most: 1 }, note: `memory ${(subject.memory / anchor.memory).toPrecision(2)}: ${Math.round(subject.memory)} MB beside ${Math.round(anchor.memory)} MB; ${speed(file.length, subject.timing)}` })
    })
  }
  return { rows, controls: [], left }
}

/** Milliseconds of one call, start of the program included, and its memory; null if it is not there or failed. */
function measured(command: readonly string[]): Run | null {
  const ended = spawnSync('python3', ['tests/bench/anchors/measured.py', ...command], { encoding: 'utf8' })
  if (ended.error !== undefined || ended.status !== 0) return null
  const { ms, kb, status } = JSON.parse(ended.stdout) as Run & { readonly status: number }
  return status === 0 ? { ms, kb } : null
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}

function speed(bytes: number, { median: ms }: Timing): string {
  return `${(bytes / 1024 / 1024 / (ms / 1000)).toPrecision(3)} MB/s`
}
