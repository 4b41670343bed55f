/** Damaged files of every format (SPEC IMPORT-22); `npm run fuzz` is the long run of the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildFuzz, findingText, fuzz, fuzzFormats } from '../../scripts/fuzz.mjs'
import { tempFolder } from '../support/tempLibrary'

const seed = Number(process.env['FC_SEED'] ?? 20261121)
/** Cases in all, shared by the formats; a share of the slow ones is smaller. */
const cases = Number(process.env['FUZZ_CASES'] ?? 52_000)

const folder = tempFolder()
let program = ''
beforeAll(async () => { program = await buildFuzz(folder.path) })
afterAll(folder.remove)

describe('damaged files', () => {
  it('IMPORT-22: the control: a reader with a mistake of every kind is found out in each', async () => {
    const { findings } = await fuzz({ program, format: 'broken', seed, to: 1500, mostFindings: 1000, patience: 4000 })
    const kinds = findings.map(({ what }) => what)
    for (const kind of [/foreign: RangeError/, /^hangs/, /more than 400 MB/, /no Word file can hold/, /not what a reader may yield/]) {
      expect([kind, kinds.some((what) => kind.test(what))]).toEqual([kind, true])
    }
    // A finding can be played again.
    const [first] = findings.filter(({ what }) => what.startsWith('foreign'))
    const again = await fuzz({ program, format: 'broken', seed, from: first!.index, to: first!.index + 1 })
    expect(again.findings.map(({ what }) => what)).toEqual([first!.what])
  }, 300_000)

  it('IMPORT-22: every reader gives a value or a refusal, in time and within its memory, and every value gives a report', async () => {
    const formats = await fuzzFormats(program)
    const share = Math.ceil(cases / formats.length)
    const told: string[] = []
    for (const [format] of formats) {
      const outcome = await fuzz({ program, format, seed, to: share })
      console.log(`${format}: ${outcome.cases} cases in ${outcome.seconds.toFixed(1)} s, ${outcome.read} read${outcome.slow.map(({ index, took }) => `, only ${index}: ${Math.round(took)} ms`).join('')}`)
      told.push(...outcome.findings.map(findingText))
      // Mutants that are all refused at the door would prove nothing of what is behind it.
      expect([format, outcome.read > share / 20]).toEqual([format, true])
    }
    expect(told).toEqual([])
  }, 900_000)
})
