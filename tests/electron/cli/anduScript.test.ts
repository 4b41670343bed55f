import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')
const script = join(root, 'scripts/andu.mjs')

describe('npm run -s andu', () => {
  it('CLI-6: the second call does not build again and answers in well under a second', () => {
    execFileSync(process.execPath, [script, 'version'], { stdio: 'pipe' })
    const built = statSync(join(root, 'dist/cli.cjs')).mtimeMs
    const start = performance.now()
    expect(execFileSync(process.execPath, [script, 'version'], { encoding: 'utf8' })).toMatch(/^案牍 Andu \d/)
    expect(performance.now() - start).toBeLessThan(1500)
    expect(statSync(join(root, 'dist/cli.cjs')).mtimeMs).toBe(built)
  })

  it('CLI-3: the built command line refuses with its exit code, one message and no stack', () => {
    const folder = mkdtempSync(join(tmpdir(), 'andu-script-'))
    writeFileSync(join(folder, '坏.txt'), Buffer.from([0, 1, 2, 3]))
    const run = spawnSync(process.execPath, [script, 'outline', join(folder, '坏.txt')], { encoding: 'utf8' })
    rmSync(folder, { recursive: true })
    expect([run.status, run.stdout]).toEqual([4, ''])
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1)
  })
})
