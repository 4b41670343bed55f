import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { projectRoot } from './sources'

it('HOUSE-5: the lint configuration notices what it is there for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'andu-lint-'))
  try {
    const planted = join(folder, 'planted.ts')
    writeFileSync(planted, ['export function a(b: any, c: string): void {', '  console.log(b!, c == "1")', '  debugger', '  eval(c)', '  try { a(1, c) } catch {}', '}', '// TODO later', ''].join('\n'))
    const oxlint = spawnSync(process.execPath, [join(projectRoot, 'node_modules/oxlint/bin/oxlint'), '-c', join(projectRoot, '.oxlintrc.json'), '--format', 'unix', planted], { encoding: 'utf8' })
    const rules = [...oxlint.stdout.matchAll(/\[Error\/[a-z-]+\(([a-z-]+)\)\]/g)].map((match) => match[1])
    expect(oxlint.status).toBe(1)
    expect(rules.sort()).toEqual(['eqeqeq', 'no-console', 'no-debugger', 'no-empty', 'no-eval', 'no-explicit-any', 'no-non-null-assertion', 'no-warning-comments'])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
