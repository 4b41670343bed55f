import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { realSurroundings } from '../../../electron/storage/surroundings'
import { replayOperations } from '../../../electron/storage/journal'
import { openCounterIn } from '../../support/counterStore'
import { tempFolder } from '../../support/tempLibrary'
import { tries } from '../../support/thoroughness'

const kills = tries(60, 200)
const journalKills = tries(15, 30)
const folder = tempFolder()
const program = join(folder.path, 'killWriter.cjs')

beforeAll(async () => {
  // One file that plain Node runs: no loader stands between the kill and the store.
  await build({
    configFile: false, logLevel: 'error', ssr: { noExternal: true },
    build: { ssr: join(import.meta.dirname, '../../support/killWriter.ts'), outDir: folder.path, emptyOutDir: false, rolldownOptions: { output: { format: 'cjs', entryFileNames: 'killWriter.cjs' } } },
  })
})
afterAll(() => folder.remove())

/** Starts the writer, kills it `delay` ms after it began, or after it acknowledged `atLeast` saves (on a busy computer it gets nowhere in a few ms), and gives the counts it acknowledged. */
function toldBy(kind: 'ours' | 'plain' | 'journal' | 'shared' | 'lowdb', root: string, delay: number, from = 0, atLeast = 0): Promise<readonly number[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, kind, root, String(from)], { stdio: ['ignore', 'pipe', 'inherit'] })
    let told = ''
    let isArmed = false
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      told += piece
      if (isArmed || told.split('\n').length - 1 <= atLeast) return
      isArmed = true
      setTimeout(() => child.kill('SIGKILL'), delay)
    })
    child.on('error', reject)
    child.on('close', () => resolve(told.split('\n').slice(0, -1).filter((line) => line !== 'ready').map(Number)))
  })
}

async function killedRun(kind: 'ours' | 'plain', root: string, from: number, delay: number, atLeast = 0): Promise<number> {
  const counts = await toldBy(kind, root, delay, from, atLeast)
  return counts[counts.length - 1] ?? from
}

describe('kill -9 in the middle of saving', () => {
  it(`STORE-4: loses no acknowledged save in ${kills} kills`, async () => {
    const root = join(folder.path, 'ours')
    mkdirSync(root)
    let last = 0
    let acknowledgements = 0
    const lost: string[] = []
    for (let kill = 1; kill <= kills; kill += 1) {
      const acknowledged = await killedRun('ours', root, last, (kill * 7) % 60, kill % 4)
      const found = (await (await openCounterIn(realSurroundings('linux'), root)).read())?.revision.data.count ?? 0
      if (found < acknowledged) lost.push(`kill ${kill}: ${found}, acknowledged ${acknowledged}`)
      acknowledgements += acknowledged - last
      last = Math.max(found, acknowledged)
    }
    console.log(`kill -9: ${kills} kills, ${acknowledgements} acknowledged saves, ${lost.length} lost`)
    expect(acknowledgements).toBeGreaterThan(50)
    expect(lost).toEqual([])
  })

  it('JOURNAL-2: leaves no operation over three files half done in kills', async () => {
    const root = join(folder.path, 'journal')
    for (const name of ['intents', 'quarantine', 'a', 'b', 'c']) mkdirSync(join(root, name), { recursive: true })
    const wrong: string[] = []
    const counts = { acknowledged: 0, cutOff: 0 }
    let from = 0
    for (let kill = 1; kill <= journalKills; kill += 1) {
      const told = await toldBy('journal', root, (kill * 97) % 300, from)
      const cutOff = await replayOperations(realSurroundings('linux'), root)
      const found = ['a', 'b', 'c'].map((name) => readdirSync(join(root, name)).sort().join())
      if (new Set(found).size !== 1) wrong.push(`kill ${kill}: half done`)
      for (const count of told) if (!(found[0] ?? '').split(',').includes(`n${count}.json`)) wrong.push(`kill ${kill}: ${count} is lost`)
      if (readdirSync(join(root, 'intents')).some((name) => name.startsWith('i-'))) wrong.push(`kill ${kill}: leavings`)
      counts.acknowledged += told.length
      counts.cutOff += cutOff.length
      from = Math.max(from, ...readdirSync(join(root, 'a')).map((name) => Number(name.slice(1, -5)))) + 1
    }
    console.log(`kill -9 in operations: ${counts.acknowledged} acknowledged, ${counts.cutOff} finished at the next start, ${wrong.length} wrong`)
    expect(wrong).toEqual([])
    expect(counts.acknowledged + counts.cutOff).toBeGreaterThan(10)
  })

  it('STORE-6: three programs raise one counter in one folder: no number is told twice, and the last one told is there', async () => {
    const root = join(folder.path, 'shared')
    mkdirSync(root)
    const told = await Promise.all([1, 2, 3].map((program) => toldBy('shared', root, 2000 + program * 10)))
    const all = told.flat()
    const found = (await (await openCounterIn(realSurroundings('linux'), root)).read())?.revision.data.count ?? 0
    console.log(`three programs: ${told.map((counts) => counts.length).join(' + ')} acknowledged, counter at ${found}`)
    expect(Math.min(...told.map((counts) => counts.length))).toBeGreaterThan(10)
    expect(new Set(all).size).toBe(all.length)
    // More may be there than was told: a program was killed before it told, or made its change again because three others overtook it at once.
    expect(found).toBeGreaterThanOrEqual(all.length)
    expect(found).toBeLessThanOrEqual(all.length * 1.1 + 3)
  })

  it('STORE-6: control: stock lowdb tells the same numbers several times', async () => {
    const root = join(folder.path, 'lowdb')
    mkdirSync(root)
    const all = (await Promise.all([1, 2, 3].map(() => toldBy('lowdb', root, 1000)))).flat()
    expect(all.length).toBeGreaterThan(10)
    expect(new Set(all).size).toBeLessThan(all.length)
  })

  it('STORE-4: control: plain writeFile is found torn or empty', async () => {
    const root = join(folder.path, 'plain')
    mkdirSync(root)
    const path = join(root, 'plain.json')
    let torn = 0
    for (let kill = 1; kill <= 100 && torn === 0; kill += 1) {
      // A good version stands there before, so that whatever is found torn was destroyed by the kill.
      writeFileSync(path, '{"count":0}')
      await killedRun('plain', root, 0, 20 + ((kill * 7) % 60))
      if (!isWhole(path)) torn += 1
    }
    expect(torn).toBe(1)
  })
})

function isWhole(path: string): boolean {
  try {
    JSON.parse(readFileSync(path, 'utf8'))
    return true
  } catch {
    return false
  }
}
