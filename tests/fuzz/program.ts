/// <reference types="vite/client" />
/** The thread that runs the cases of one format, one after the other, and says before each that it begins. */
import { parentPort, workerData } from 'node:worker_threads'
import { brokenSeeds, readBroken } from './brokenReader'
import { examine } from './examine'
import { mutant, type Seeds } from './mutant'

const modules = import.meta.glob<Record<string, Seeds>>('./*Seeds.ts', { eager: true })
const formats: Readonly<Record<string, Seeds>> = Object.fromEntries([
  ...Object.values(modules).flatMap((module) => Object.entries(module).filter(([name]) => name.endsWith('Seeds')).map(([name, seeds]) => [name.replace(/Seeds$/, ''), seeds] as const)),
  ['broken', brokenSeeds] as const,
])

Object.freeze(Object.prototype)

interface Work {
  readonly format: string
  readonly seed: number
  readonly from: number
  /** Behind the last case; -1 asks for the file of `from` alone. */
  readonly to: number
  /** The index of the running case, in memory that the watch can see while this thread is busy. */
  readonly running: Int32Array
}

const { format, seed, from, to, running } = workerData as Work
if (format === '') parentPort?.postMessage({ formats: Object.entries(formats).filter(([name]) => name !== 'broken').map(([name, seeds]) => [name, seeds.length] as const) })
else if (to < 0) parentPort?.postMessage({ bytes: mutant(format, formats[format] ?? [], seed, from).bytes })
else void run(formats[format] ?? [])

async function run(seeds: Seeds): Promise<void> {
  // The seeds themselves must be read, or the mutants are mutants of nothing.
  if (from === 0 && format !== 'broken') {
    for (const [name, bytes] of seeds) {
      const { kind } = await examine(bytes)
      if (kind !== 'read') parentPort?.postMessage({ finding: { index: -1, name, what: `the seed itself is ${kind}` } })
    }
  }
  parentPort?.postMessage({ begun: true })
  let read = 0
  for (let index = from; index < to; index += 1) {
    Atomics.store(running, 0, index)
    const { name, bytes } = mutant(format, seeds, seed, index)
    const start = performance.now()
    const examined = await examine(bytes, format === 'broken' ? readBroken : undefined)
    const took = performance.now() - start
    if (took > 1000) parentPort?.postMessage({ slow: { index, name, took } })
    if (examined.kind === 'finding') parentPort?.postMessage({ finding: { index, name, what: examined.what } })
    if (examined.kind === 'read') read += 1
  }
  Atomics.store(running, 0, to)
  parentPort?.postMessage({ done: { read } })
}
