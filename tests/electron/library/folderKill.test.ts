import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { oldFiles, writeOldFiles } from '../../support/oldFolder'
import { openTempLibrary, tempFolder, valueOf } from '../../support/tempLibrary'

const folder = tempFolder()
const program = join(folder.path, 'folderImporter.cjs')
const old = join(folder.path, 'old')

beforeAll(async () => {
  await build({
    configFile: false, logLevel: 'error', ssr: { noExternal: true },
    build: { ssr: join(import.meta.dirname, '../../support/folderImporter.ts'), outDir: folder.path, emptyOutDir: false, rolldownOptions: { output: { format: 'cjs', entryFileNames: 'folderImporter.cjs', codeSplitting: false } } },
  })
  mkdirSync(old)
  writeOldFiles(old, oldFiles(40))
})
afterAll(() => folder.remove())

/** Starts the program and kills it `delay` ms after it told `after`; gives what it told. */
function run(data: string, kill?: { readonly after: string; readonly delay: number }): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, data, old], { stdio: ['ignore', 'pipe', 'inherit'] })
    let told = ''
    let isDue = false
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      told += piece
      if (kill === undefined || isDue || !told.includes(`${kill.after}\n`)) return
      isDue = true
      setTimeout(() => child.kill('SIGKILL'), kill.delay)
    })
    child.on('error', reject)
    child.on('close', () => resolve(told.split('\n').slice(0, -1)))
  })
}

async function shelf(data: string): Promise<readonly string[]> {
  const library = await openTempLibrary(data)
  const { reports, damaged } = valueOf(await library.list())
  const all = await Promise.all(reports.map(async ({ id }) => {
    const { id: _id, ...rest } = valueOf(await library.open({ id })).report
    return JSON.stringify(rest)
  }))
  await library.close()
  expect(damaged).toEqual([])
  return all.sort()
}

describe('kill -9 in the middle of the import of a folder', () => {
  it('FOLDER-8: at any moment, and run again, the library is the one of an import that was not killed', async () => {
    const whole = join(folder.path, 'whole')
    expect(await run(whole)).toContain('done')
    const expected = await shelf(whole)
    expect(expected.length).toBeGreaterThan(20)
    let killed = 0
    for (const [index, kill] of ([['ready', 150], ['looked', 0], ['looked', 50], ['looked', 150], ['looked', 350]] as const).entries()) {
      const data = join(folder.path, `killed-${index}`)
      const [after, delay] = kill
      // Killed twice: the second start goes on from what the first one left.
      for (let round = 0; round < 2; round += 1) if (!(await run(data, { after, delay })).includes('done')) killed += 1
      expect(await run(data)).toContain('done')
      expect(await shelf(data)).toEqual(expected)
    }
    console.log(`folder import: ${killed} of 10 runs killed`)
    expect(killed).toBeGreaterThanOrEqual(5)
  })
})
