import { execFile } from 'node:child_process'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closingReport, laneRecords, type LaneRecord } from '../support/closingLine.mjs'

const root = path.resolve(import.meta.dirname, '../..')
const lane = (name: string, change: Partial<LaneRecord>): LaneRecord => ({ lane: name, passed: 3, failed: 0, skipped: 0, failures: [], unsteady: [], ...change })
const named = (title: string, error = 'one\n\ntwo\nthree\nfour\nfive\nsix\nseven') => ({ title, error })

describe('HOUSE-15: the end of a run of tests', () => {
  it('HOUSE-15: names what failed and what was unsteady, with the beginning of the error, and ends with the plain sum', () => {
    const report = closingReport([lane('unit', { failed: 1, failures: [named('a')] }), lane('ui', { skipped: 2, unsteady: [named('b', '\u001B[31mred\u001B[39m')] })], ['unit'])
    expect(report).toEqual(['FAILED unit: a', ...['one', 'two', 'three', 'four', 'five', 'six'].map((line) => `    ${line}`), 'unsteady: ui: b', '    red', '', 'failed: unit', '', '6 passed, 1 failed, 2 skipped'])
    expect(closingReport([lane('unit', {})], [])).toEqual(['', '3 passed, 0 failed, 0 skipped'])
  })

  it('HOUSE-15: forty failures still stand in the last hundred lines, each by its name', () => {
    const report = closingReport([lane('ui', { failed: 40, failures: Array.from({ length: 40 }, (_, index) => named(`test ${index}`)) })], ['ui'])
    expect(report.length).toBeLessThan(100)
    for (let index = 0; index < 40; index += 1) expect(report).toContain(`FAILED ui: test ${index}`)
  })

  describe('from the runners themselves', () => {
    let folder = ''
    beforeAll(async () => {
      folder = await mkdtemp(path.join(os.tmpdir(), 'andu-runner-'))
      await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
      await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }')
    })
    afterAll(() => rm(folder, { recursive: true, force: true }))
    /** What the lane leaves. */
    async function records(tool: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<readonly LaneRecord[]> {
      const counts = path.join(folder, `counts-${path.basename(tool)}-${env['CI'] ?? ''}`)
      const { CI: _, VITEST: _1, VITEST_POOL_ID: _2, VITEST_WORKER_ID: _3, NODE_ENV: _4, ...clean } = process.env
      await new Promise<void>((resolve) => { execFile(process.execPath, [path.join(root, tool), ...args], { cwd: folder, env: { ...clean, ...env, ANDU_COUNTS: counts } }, () => resolve()) })
      return laneRecords(counts)
    }

    it('HOUSE-15: vitest tells a failed test, a file that does not load and an error outside any test', async () => {
      await writeFile(path.join(folder, 'a.test.mjs'), "import { expect, it } from 'vitest'\nit('is right', () => expect(1).toBe(1))\nit('is wrong', () => expect(1, 'planted').toBe(2))\n")
      await writeFile(path.join(folder, 'b.test.mjs'), "throw new Error('does not load')\n")
      await writeFile(path.join(folder, 'c.test.mjs'), "import { it } from 'vitest'\nit('leaves something behind', async () => { void Promise.reject(new Error('nobody waits')); await new Promise((resolve) => { setTimeout(resolve, 20) }) })\n")
      await writeFile(path.join(folder, 'vitest.config.mjs'), `export default { test: { reporters: [${JSON.stringify(path.join(root, 'tests/support/vitest-closing-line.ts'))}] } }\n`)
      const [record] = await records('node_modules/vitest/vitest.mjs', ['run'])
      expect(record).toMatchObject({ lane: 'unit', passed: 2, failed: 3 })
      expect(record?.failures.map(({ title, error }) => `${title}: ${error.split('\n')[0]}`).sort()).toEqual(['a.test.mjs is wrong: planted: expected 1 to be 2 // Object.is equality', 'b.test.mjs: does not load', 'outside any test: nobody waits'])
    })

    it('HOUSE-15: in CI a failed test of a browser lane is run once more and, if it passes then, counted as passed and named', async () => {
      await writeFile(path.join(folder, 'a.spec.mjs'), "import { expect, test } from '@playwright/test'\ntest('second time', ({}, info) => { expect(info.retry, 'planted').toBe(1) })\ntest('never', () => { expect(1).toBe(2) })\ntest('always', () => {})\n")
      await writeFile(path.join(folder, 'playwright.config.ts'), `import project from ${JSON.stringify(path.join(root, 'playwright.config.ts'))}\nexport default { ...project, reporter: project.reporter.slice(1).map(([file]) => [${JSON.stringify(root)} + '/' + file]), testDir: '.', testMatch: '*.spec.mjs', projects: [{ name: 'ui' }] }\n`)
      const [record] = await records('node_modules/@playwright/test/cli.js', ['test', '--workers', '1'], { ANDU_LANE: 'ui', CI: '1' })
      expect(record).toMatchObject({ lane: 'ui', passed: 2, failed: 1, unsteady: [{ title: 'a.spec.mjs:2 second time', error: expect.stringContaining('planted') }], failures: [{ title: 'a.spec.mjs:3 never' }] })
    })
  })
})
