import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')
const script = join(root, 'scripts/andu.mjs')

/** Seconds of the processor that a program of Node takes: it tells them itself, on its error output, when it ends. */
function secondsOf(args: readonly string[]): number {
  const told = "process.on('exit', () => { const { user, system } = process.cpuUsage(); require('fs').writeSync(2, `CPU ${user + system}`) })"
  const place = mkdtempSync(join(tmpdir(), 'andu-cpu-'))
  writeFileSync(join(place, 'told.cjs'), told)
  const { stderr } = spawnSync(process.execPath, ['--require', join(place, 'told.cjs'), ...args], { encoding: 'utf8', cwd: root })
  rmSync(place, { recursive: true })
  return Number(/CPU (\d+)/.exec(stderr)?.[1]) / 1e6
}

describe('npm run -s andu', () => {
  it('CLI-6: the second call does not build again and works little more than Node to start', async () => {
    execFileSync(process.execPath, [script, 'version'], { stdio: 'pipe' })
    const built = statSync(join(root, 'dist/cli.cjs')).mtimeMs
    expect(execFileSync(process.execPath, [script, 'version'], { encoding: 'utf8' })).toMatch(/^案牍 Andu \d/)
    expect(statSync(join(root, 'dist/cli.cjs')).mtimeMs).toBe(built)
    const bare = Math.min(...[1, 2, 3].map(() => secondsOf(['-e', '0'])))
    expect(Math.min(...[1, 2, 3].map(() => secondsOf([script, 'version']))) / bare).toBeLessThan(2.5)
    // The control: a command that loads what builds is found out.
    expect(secondsOf(['-e', "import('./scripts/build.mjs').then(({ buildAll }) => buildAll).then(() => import('vite'))"]) / bare).toBeGreaterThan(2.5)
  })

  it('CLI-3: the built command line refuses with its exit code, one message and no stack', () => {
    const folder = mkdtempSync(join(tmpdir(), 'andu-script-'))
    writeFileSync(join(folder, '坏.txt'), Buffer.from([0, 1, 2, 3]))
    const run = spawnSync(process.execPath, [script, 'outline', join(folder, '坏.txt')], { encoding: 'utf8' })
    rmSync(folder, { recursive: true })
    expect([run.status, run.stdout]).toEqual([4, ''])
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1)
  })

  it.skipIf(process.platform !== 'linux')('CLI-3: an output that is full is told and ends with 5; one that nobody reads any more is no failure', () => {
    const full = spawnSync('sh', ['-c', `"${process.execPath}" "${script}" help > /dev/full`], { encoding: 'utf8' })
    expect([full.status, full.stderr.trimEnd().split('\n').length]).toEqual([5, 1])
    expect(full.stderr).toMatch(/^andu: /)
    const left = spawnSync('bash', ['-c', `"${process.execPath}" "${script}" help | true; echo \${PIPESTATUS[0]}`], { encoding: 'utf8' })
    expect([left.stdout.trim(), left.stderr]).toEqual(['0', ''])
    const untold = spawnSync('sh', ['-c', `"${process.execPath}" "${script}" text none.txt 2> /dev/full`], { encoding: 'utf8' })
    expect(untold.status).toBe(3)
  })
})
