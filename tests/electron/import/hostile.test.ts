/** Files made to do harm (SPEC IMPORT-21): each in a process whose time and memory are measured. */
import { fork, type ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../house/sources'
import { hostileFiles } from '../../support/hostileFiles'
import type { HostileFile } from '../../support/hostile/hostileFile'
import type { Measured } from '../../support/hostile/measuredRead'
import { tempFolder } from '../../support/tempLibrary'

const folder = tempFolder()
let program = ''
let child: ChildProcess | null = null

/** A process that has held this much is not used again: its peak would hide that of the next file. */
const freshAbove = 150
const mostMemory = 300
/** Milliseconds of the processor of a plain office PC, which does the same piece of work in so many. */
const mostTime = 2_000
const plainWork = 85

beforeAll(async () => {
  await build({
    root: projectRoot, configFile: false, publicDir: false, logLevel: 'warn', resolve: { alias: { fflate: join(projectRoot, 'node_modules/fflate/esm/browser.js') } }, ssr: { noExternal: true, target: 'node' },
    build: { emptyOutDir: false, ssr: join(projectRoot, 'tests/support/hostile/measuredRead.ts'), outDir: folder.path, target: 'node20', minify: false, rolldownOptions: { output: { format: 'cjs', entryFileNames: 'measured.cjs' } } },
  })
  program = join(folder.path, 'measured.cjs')
})
afterAll(() => {
  child?.kill()
  folder.remove()
})

/** Longer than this nobody waits, however busy the computer is, and so long for a reader without limits: milliseconds. */
const patience = 60_000
const naivePatience = 8_000

function read({ bytes }: HostileFile, naive?: 'zip' | 'xml'): Promise<Measured | { readonly ended: string }> {
  const path = join(folder.path, 'hostile')
  writeFileSync(path, bytes())
  return ask(path, naive)
}

function ask(path: string, naive?: 'zip' | 'xml'): Promise<Measured | { readonly ended: string }> {
  child ??= fork(program, { execArgv: ['--max-old-space-size=256'], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  const asked = child
  return new Promise((resolve) => {
    const settle = (measured: Measured | { readonly ended: string }): void => {
      clearTimeout(late)
      asked.removeAllListeners()
      if ('ended' in measured || measured.peak > freshAbove) end()
      resolve(measured)
    }
    const late = setTimeout(() => settle({ ended: 'never' }), naive === undefined ? patience : naivePatience)
    asked.once('message', (measured) => settle(measured as Measured))
    asked.once('exit', (code, signal) => settle({ ended: String(code ?? signal) }))
    asked.send({ path, naive })
  })
}

function end(): void {
  child?.kill('SIGKILL')
  child = null
}

/** How much slower than a plain PC this computer is just now, at least 1. */
async function slowness(): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < 5; run += 1) {
    const measured = await ask('')
    if ('milliseconds' in measured) times.push(measured.milliseconds)
  }
  return Math.max(1, Math.min(...times) / plainWork)
}

/** What the machine does beside it makes a reading longer, never shorter: the best of three counts. */
async function readQuietly(file: HostileFile, allowed: number): Promise<Measured | { readonly ended: string }> {
  let measured = await read(file)
  for (let again = 0; again < 2 && 'milliseconds' in measured && measured.milliseconds > allowed; again += 1) measured = await read(file)
  return measured
}

const called = (name: string): HostileFile => hostileFiles.find((each) => each.name === name)!

describe('hostile files', () => {
  it('IMPORT-21: each is refused, or read, with a clear result, in little time and memory, and nothing is left behind', async () => {
    const met: (Measured & { readonly name: string })[] = []
    const wrong: string[] = []
    const allowed = mostTime * await slowness()
    for (const file of hostileFiles) {
      const { name, refused, sound } = file
      const measured = await readQuietly(file, allowed)
      if ('ended' in measured) {
        wrong.push(`${name}: the process ended with ${measured.ended}`)
        continue
      }
      met.push({ ...measured, name })
      const { code, milliseconds, peak, polluted } = measured
      if (code.startsWith('thrown') || code === 'internal') wrong.push(`${name}: ${code}`)
      if (refused && code === 'read') wrong.push(`${name}: read`)
      if (sound === true && code !== 'read' && code !== 'formatNotYet') wrong.push(`${name}: ${code}`)
      if (milliseconds > allowed) wrong.push(`${name}: ${Math.round(milliseconds)} ms`)
      if (peak > mostMemory) wrong.push(`${name}: ${Math.round(peak)} MB`)
      if (polluted) wrong.push(`${name}: every object inherits something`)
    }
    const told = (key: 'milliseconds' | 'peak', unit: string): string => [...met].sort((a, b) => b[key] - a[key]).slice(0, 5).map((each) => `${each.name} ${Math.round(each[key])} ${unit}`).join('; ')
    console.log(`${met.length} hostile files within ${Math.round(allowed)} ms, ${met.filter(({ code }) => code === 'read').length} read. Slowest: ${told('milliseconds', 'ms')}. Hungriest: ${told('peak', 'MB')}`)
    expect(wrong).toEqual([])
  }, 600_000)

  it('IMPORT-21: the control: readers without limits die of the same files', async () => {
    end()
    const bomb = await read(called('zip: 30 parts of 60 MB each'), 'zip')
    expect('ended' in bomb || bomb.code.startsWith('thrown') || bomb.peak > mostMemory).toBe(true)
    end()
    const deep = await read(called('docx: a million tables in each other'), 'xml')
    expect('ended' in deep || deep.code.startsWith('thrown: RangeError') || deep.peak > mostMemory).toBe(true)
  })
})
