/** The built command line reads files from outside in a thread of its own. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pretender, type pretenders } from '../../support/readingProgram'
import { tempFolder } from '../../support/tempLibrary'
import { paragraph, wordFile } from '../../support/wordFiles'

const root = resolve(import.meta.dirname, '../../..')
const folder = tempFolder()
afterAll(folder.remove)
beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts/andu.mjs'), 'version'], { stdio: 'pipe' })
  writeFileSync(join(folder.path, '甲.doc'), '清河县档案局2025年度工作总结\n\n一、主要做法\n（一）加强学习。\n')
  writeFileSync(join(folder.path, '乙.doc'), wordFile(`${paragraph('清河县档案局2025年度工作总结')}${paragraph('一、主要做法')}`))
  writeFileSync(join(folder.path, '丙.doc'), Buffer.from([0, 1, 2, 3]))
})

/** A copy of the built command line, with another program in the place of the one that reads. */
function commandLine(does: keyof typeof pretenders | 'itself'): (...words: readonly string[]) => { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const place = join(folder.path, does)
  cpSync(join(root, 'dist'), place, { recursive: true, filter: (path) => !path.includes('renderer') })
  if (does !== 'itself') cpSync(pretender(join(folder.path, 'pretenders'), does), join(place, 'electron/reading.cjs'))
  return (...words) => spawnSync(process.execPath, [join(place, 'cli.cjs'), ...words], { encoding: 'utf8', cwd: folder.path })
}

describe('andu', () => {
  it('READ-6: reads every kind of file in a thread, whatever its name says, and ends', () => {
    const andu = commandLine('itself')
    for (const name of ['甲.doc', '乙.doc']) {
      const { status, stdout, stderr } = andu('text', name)
      expect([status, stdout.split('\n').filter((line) => line !== '').slice(0, 2), stderr]).toEqual([0, ['清河县档案局2025年度工作总结', '一、主要做法'], ''])
    }
    const refused = andu('outline', '丙.doc')
    expect([refused.status, refused.stdout, refused.stderr.trimEnd().split('\n').length]).toEqual([4, '', 1])
    const imported = andu('import', '甲.doc', '丙.doc', '乙.doc', '--data', join(folder.path, 'data'))
    expect([imported.status, imported.stdout.trimEnd().split('\n').length, imported.stderr.trimEnd().split('\n').length]).toEqual([4, 2, 1])
    expect(readdirSync(join(folder.path, 'data')).length).toBeGreaterThan(0)
  })

  it('READ-6: a thread that breaks or takes all memory is one message and an exit code, without a stack', () => {
    for (const does of ['exits', 'throws', 'buffers', 'heap', 'garbage'] as const) {
      const { status, stdout, stderr } = commandLine(does)('text', '甲.doc')
      expect([does, status, stdout, stderr.trimEnd().split('\n').length, /\bat \S+:\d/.test(stderr)]).toEqual([does, 3, '', 1, false])
    }
  })
})
