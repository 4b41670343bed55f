/**
 * A folder of mixed old files into a new library by the command line, a process of its own: read, judged, stored with their originals. Beside it LibreOffice,
 * which turns the same files into text and keeps nothing, and the plain reading of all their bytes.
 */
import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeOldFiles } from '../support/oldFolder'
import { mixedFiles } from '../support/mixedFolder'
import { inFolder } from './electron'
import { summary } from './measure'
import type { Outcome } from './result'

/** What 500 files may take on two cores: milliseconds. */
const budget = 120_000

export async function benchFolder(isQuick: boolean): Promise<Outcome> {
  const count = isQuick ? 100 : 500
  return inFolder(async (folder) => {
    const old = join(folder, 'old')
    mkdirSync(old)
    const files = await mixedFiles(count)
    writeOldFiles(old, files)
    const first = await runImport(old, join(folder, 'data'))
    const few = await runImport(join(old, readdirYear(files)), join(folder, 'few'))
    const again = await runImport(old, join(folder, 'data'))
    const twice = first.milliseconds + (await runImport(old, join(folder, 'other'))).milliseconds
    const reading = timed(() => { for (const { path } of files) createHash('sha256').update(readFileSync(join(old, path))).digest() })
    const readable = files.filter(({ fate }) => fate !== 'refused' && fate !== 'skipped').map(({ path }) => join(old, path))
    const office = timed(() => execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--norestore', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', join(folder, 'text'), ...readable], { stdio: 'ignore', timeout: 900_000 }))
    const subject = summary('', [first.milliseconds])
    const facts = `${first.stored} stored, ${first.refused} refused, ${(count / first.milliseconds * 1000).toFixed(1)} files/s, peak ${first.megabytes} MB (${few.files} files: ${few.megabytes} MB), again ${(again.milliseconds / 1000).toFixed(1)} s with ${again.stored} stored`
    return {
      rows: [
        { metric: `folder of ${count}, into the library`, subject, anchor: summary('two minutes for 500', [budget * count / 500]), goal: { most: 1 }, note: facts },
        { metric: `folder of ${count}`, subject, anchor: summary(`LibreOffice, ${readable.length} to text`, [office]), goal: { most: 1 } },
        { metric: `folder of ${count}`, subject, anchor: summary('reading and hashing all bytes', [reading]) },
      ],
      controls: [{ name: `the folder imported twice, ${count}`, ratio: twice / first.milliseconds, least: 1.5 }],
      left: [],
    }
  })
}

interface Imported {
  readonly milliseconds: number
  readonly megabytes: number
  readonly files: number
  readonly stored: number
  readonly refused: number
}

/** Runs `andu import` and watches the most memory that the system has given it. */
function runImport(folder: string, data: string): Promise<Imported> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const child = spawn(process.execPath, ['dist/cli.cjs', 'import', folder, '--data', data, '--json'], { stdio: ['ignore', 'pipe', 'ignore'] })
    let out = ''
    let kilobytes = 0
    const watch = setInterval(() => {
      try {
        kilobytes = Math.max(kilobytes, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'latin1'))?.[1] ?? 0))
      } catch {
        // It has just ended.
      }
    }, 50)
    child.stdout.setEncoding('utf8').on('data', (piece: string) => { out += piece })
    child.on('error', reject)
    child.on('close', () => {
      clearInterval(watch)
      const { rows } = JSON.parse(out) as { readonly rows: readonly { readonly fate: string }[] }
      const of = (fate: string): number => rows.filter((row) => row.fate === fate).length
      resolve({ milliseconds: performance.now() - began, megabytes: Math.round(kilobytes / 1024), files: rows.length, stored: of('stored'), refused: of('refused') })
    })
  })
}

/** A folder with a part of the files, for the memory of few. */
function readdirYear(files: readonly { readonly path: string }[]): string {
  return files[0]?.path.split('/')[0] ?? ''
}

function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}
