import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { realSurroundings } from '../../../electron/storage/surroundings'
import { openCounterIn } from '../../support/counterStore'
import { tempFolder } from '../../support/tempLibrary'

const kills = 200
const folder = tempFolder()
const program = join(folder.path, 'killWriter.cjs')

beforeAll(async () => {
  // One file that plain Node runs: no loader stands between the kill and the store.
  await build({
    configFile: false, logLevel: 'error', ssr: { noExternal: true },
    build: { ssr: join(import.meta.dirname, '../../support/killWriter.ts'), outDir: folder.path, emptyOutDir: false, rolldownOptions: { output: { format: 'cjs', entryFileNames: 'killWriter.cjs' } } },
  })
}, 60_000)
afterAll(() => folder.remove())

/** Starts the writer, kills it at once after `delay` ms of work, and gives the last count it acknowledged. */
function killedRun(kind: 'ours' | 'plain', root: string, from: number, delay: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, kind, root, String(from)], { stdio: ['ignore', 'pipe', 'inherit'] })
    let told = ''
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      if (told === '') setTimeout(() => child.kill('SIGKILL'), delay)
      told += piece
    })
    child.on('error', reject)
    child.on('close', () => {
      const counts = told.split('\n').slice(0, -1).filter((line) => line !== 'ready')
      resolve(Number(counts[counts.length - 1] ?? from))
    })
  })
}

describe('kill -9 in the middle of saving', () => {
  it(`STORE-4: loses no acknowledged save in ${kills} kills`, { timeout: 180_000 }, async () => {
    const root = join(folder.path, 'ours')
    mkdirSync(root)
    let last = 0
    let acknowledgements = 0
    const lost: string[] = []
    for (let kill = 1; kill <= kills; kill += 1) {
      const acknowledged = await killedRun('ours', root, last, (kill * 7) % 60)
      const found = (await (await openCounterIn(realSurroundings('linux'), root)).read())?.revision.data.count ?? 0
      if (found < acknowledged) lost.push(`kill ${kill}: ${found}, acknowledged ${acknowledged}`)
      acknowledgements += acknowledged - last
      last = Math.max(found, acknowledged)
    }
    console.log(`kill -9: ${kills} kills, ${acknowledgements} acknowledged saves, ${lost.length} lost`)
    expect(acknowledgements).toBeGreaterThan(50)
    expect(lost).toEqual([])
  })

  it('STORE-4: control: plain writeFile is found torn or empty', { timeout: 60_000 }, async () => {
    const root = join(folder.path, 'plain')
    mkdirSync(root)
    let torn = 0
    for (let kill = 1; kill <= 40 && torn === 0; kill += 1) {
      const acknowledged = await killedRun('plain', root, 0, 5 + ((kill * 7) % 60))
      if (acknowledged > 0 && !isWhole(join(root, 'plain.json'))) torn += 1
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
