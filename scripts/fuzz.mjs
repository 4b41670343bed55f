// npm run fuzz -- [--format rtf] [--minutes 10 | --cases 20000] [--seed N] [--only INDEX [--out FILE]]
// Files made from valid ones by small damage, read by the readers of files from outside (SPEC IMPORT-22). A case is known by format, seed
// and index: what is printed can be played again. The same harness runs in the unit tests with fewer cases.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { root } from './paths.mjs'
import { giveUp, setupNode } from './setup.mjs'

/** Milliseconds of the processor without a new case that count as a hang, and ten times as many of the clock for a case that only waits; what a case may take of memory: bytes. */
const usualPatience = 8_000
/** A busy computer may need long to start a thread, and to read the seeds. */
const patienceToBegin = 120_000
const mostMemory = 400 * 1024 * 1024
const mostHeap = 256

/** @typedef {{ format: string, seed: number, index: number, name: string, what: string }} Finding */
/** seconds: of the processor. @typedef {{ format: string, cases: number, read: number, seconds: number, slow: { index: number, name: string, took: number }[], findings: Finding[] }} Outcome */

/** Builds the thread's program into a folder and gives its path. @param {string} folder */
export async function buildFuzz(folder) {
  const { build } = await import('vite')
  await build({
    root, configFile: false, publicDir: false, logLevel: 'warn', resolve: { alias: { fflate: `${root}node_modules/fflate/esm/browser.js` } }, ssr: { noExternal: true, target: 'node' },
    build: { ssr: `${root}tests/fuzz/program.ts`, outDir: folder, emptyOutDir: false, target: 'node20', minify: false, rolldownOptions: { output: { format: 'cjs', entryFileNames: 'fuzz.cjs' } } },
  })
  return path.join(folder, 'fuzz.cjs')
}

/** The formats that have seeds, with their number. @param {string} program @returns {Promise<(readonly [string, number])[]>} */
export function fuzzFormats(program) {
  const worker = new Worker(program, { workerData: { format: '', seed: 0, from: 0, to: 0 } })
  return new Promise((resolve, reject) => {
    worker.on('message', ({ formats }) => resolve(formats))
    worker.on('error', reject)
  })
}

/**
 * Runs the cases of one format. A case that hangs, takes all memory or ends its thread is a finding, and the next thread goes on behind it.
 * @param {{ program: string, format: string, seed: number, from?: number, to: number, until?: number, mostFindings?: number, patience?: number }} given until: performance.now() at which to stop
 * @returns {Promise<Outcome>}
 */
export async function fuzz({ program, format, seed, from = 0, to, until = Infinity, mostFindings = 20, patience = usualPatience }) {
  const before = process.cpuUsage()
  /** @type {Outcome} */
  const outcome = { format, cases: 0, read: 0, seconds: 0, slow: [], findings: [] }
  let at = from
  while (at < to && outcome.findings.length < mostFindings && performance.now() < until) {
    const end = await runThread({ program, format, seed, from: at, to, until, patience, outcome })
    outcome.cases += end - at
    at = end
  }
  const { user, system } = process.cpuUsage(before)
  outcome.seconds = (user + system) / 1e6
  return outcome
}

/** One thread until it is through or lost; gives the index from which to go on. @param {{ program: string, format: string, seed: number, from: number, to: number, until: number, patience: number, outcome: Outcome }} given @returns {Promise<number>} */
function runThread({ program, format, seed, from, to, until, patience, outcome }) {
  const running = new Int32Array(new SharedArrayBuffer(4))
  running[0] = from
  const worker = new Worker(program, { workerData: { format, seed, from, to, running }, resourceLimits: { maxOldGenerationSizeMb: mostHeap } })
  return new Promise((resolve) => {
    let last = from
    let since = performance.now()
    let worked = Infinity
    const work = () => process.cpuUsage().user / 1000
    let hasBegun = false
    let before = Infinity
    let isThrough = false
    let isOver = false
    const now = () => Atomics.load(running, 0)
    /** @param {string} what */
    const lose = (what) => {
      if (isOver) return
      const index = now()
      finish(index + 1)
      outcome.findings.push({ format, seed, index, name: '', what })
    }
    /** @param {number} next */
    const finish = (next) => {
      isOver = true
      clearInterval(watch)
      void worker.terminate()
      resolve(next)
    }
    const watch = setInterval(() => {
      const rss = process.memoryUsage.rss()
      if (now() !== last) {
        last = now()
        since = performance.now()
        worked = work()
        before = rss
      }
      before = Math.min(before, rss)
      if (rss - before > mostMemory) lose(`takes more than ${mostMemory / 1024 / 1024} MB`)
      else if (performance.now() - since > (!hasBegun ? patienceToBegin : work() - worked > patience ? patience : 10 * patience)) lose(hasBegun ? `hangs: not done after ${patience / 1000} s` : `does not begin within ${patienceToBegin / 1000} s`)
      else if (performance.now() > until && !isThrough && !isOver) finish(now() + 1)
    }, 50)
    worker.on('message', (message) => {
      if (message.finding) outcome.findings.push({ format, seed, ...message.finding })
      if (message.begun) {
        hasBegun = true
        since = performance.now()
        worked = work()
      }
      if (message.slow) outcome.slow.push(message.slow)
      if (message.done) {
        outcome.read += message.done.read
        isThrough = true
        if (!isOver) finish(to)
      }
    })
    worker.on('error', (reason) => lose(/** @type {{ code?: string }} */ (reason).code === 'ERR_WORKER_OUT_OF_MEMORY' ? `takes more than ${mostHeap} MB of heap` : `ends its thread: ${String(reason)}`))
    worker.on('exit', () => lose('ends its thread'))
  })
}

/** A line for a finding, with what plays it again. @param {Finding} finding */
export const findingText = ({ format, seed, index, name, what }) => `${format} seed ${seed} only ${index}${name === '' ? '' : ` (${name})`}: ${what}`

async function main() {
  const args = process.argv.slice(2)
  const option = (/** @type {string} */ name) => { const at = args.indexOf(name); return at < 0 ? undefined : args[at + 1] }
  setupNode()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'andu-fuzz-'))
  try {
    const program = await buildFuzz(folder)
    const wanted = option('--format')
    const formats = wanted === 'broken' ? [/** @type {const} */ (['broken', 2])] : (await fuzzFormats(program)).filter(([name]) => wanted === undefined || name === wanted)
    if (formats.length === 0) giveUp(`no seeds for ${wanted ?? 'any format'}`)
    const seed = Number(option('--seed') ?? Date.now() % 1_000_000_000)
    const only = option('--only')
    const minutes = Number(option('--minutes') ?? 0)
    const cases = Number(option('--cases') ?? (minutes > 0 ? 1e9 : 20_000))
    console.log(`seed ${seed}`)
    let found = 0
    for (const [format, count] of formats) {
      const until = minutes > 0 ? performance.now() + (minutes * 60_000) / formats.length : Infinity
      const outcome = await fuzz({ program, format, seed, from: Number(only ?? 0), to: only === undefined ? cases : Number(only) + 1, until, mostFindings: 100 })
      console.log(`${format}: ${count} files, ${outcome.cases} cases in ${outcome.seconds.toFixed(1)} s, ${outcome.read} read, ${outcome.findings.length} findings`)
      for (const each of outcome.findings) console.log(`  ${findingText(each)}`)
      for (const each of outcome.slow) console.log(`  slow: only ${each.index} (${each.name}): ${Math.round(each.took)} ms`)
      found += outcome.findings.length
      if (only !== undefined) writeFileSync(option('--out') ?? path.join(os.tmpdir(), `andu-fuzz-${format}-${seed}-${only}`), await mutantBytes(program, format, seed, Number(only)))
    }
    process.exitCode = found > 0 ? 1 : 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The file of one case. @param {string} program @param {string} format @param {number} seed @param {number} index @returns {Promise<Uint8Array>} */
function mutantBytes(program, format, seed, index) {
  const worker = new Worker(program, { workerData: { format, seed, from: index, to: -1, running: new Int32Array(new SharedArrayBuffer(4)) } })
  return new Promise((resolve, reject) => {
    worker.on('message', ({ bytes }) => { if (bytes) resolve(bytes) })
    worker.on('error', reject)
  })
}

if (process.argv[1]?.endsWith('fuzz.mjs')) await main().catch(giveUp)
