import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chooseFolders } from '../../../electron/dataFolder'
import { describeReason, openLog } from '../../../electron/log'
import { contentSecurityPolicy, isTrustedSender, pageUrl } from '../../../electron/security'

const frames: readonly (readonly [name: string, frame: { url: string; parent: unknown } | null, expected: boolean])[] = [
  ['our page', { url: pageUrl, parent: null }, true],
  ['our page at a place', { url: `${pageUrl}#x`, parent: null }, true],
  ['our page in a frame', { url: pageUrl, parent: {} }, false],
  ['another file of ours', { url: 'app://bundle/assets/index.js', parent: null }, false],
  ['a name that begins like ours', { url: 'app://bundle.evil.example/index.html', parent: null }, false],
  ['a longer name', { url: `${pageUrl}.evil`, parent: null }, false],
  ['the web', { url: 'https://bundle/index.html', parent: null }, false],
  ['a file', { url: 'file:///app/bundle/index.html', parent: null }, false],
  ['a frame that is gone', null, false],
]

describe('the border', () => {
  it.each(frames)('IPC-2: %s', (_, frame, expected) => {
    expect(isTrustedSender(frame)).toBe(expected)
  })

  it('SEC-2: the policy allows nothing unsafe and nothing from elsewhere', () => {
    expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*/)
    expect(contentSecurityPolicy).toContain("default-src 'none'")
    expect(contentSecurityPolicy).toContain("require-trusted-types-for 'script'")
  })
})

describe('the log', () => {
  it('SEC-8: an error is told by kind, code and places in our code, never by its message', () => {
    const reason = Object.assign(new TypeError('cannot read 机密正文'), { code: 'ENOSPC' })
    const facts = describeReason(reason)
    expect(facts['kind']).toBe('TypeError')
    expect(facts['code']).toBe('ENOSPC')
    expect(JSON.stringify(facts)).not.toContain('机密')
    expect(JSON.stringify(facts)).not.toContain(process.cwd())
    expect(describeReason('机密')).toEqual({ kind: 'string' })
  })

  it('SEC-8: events are lines of JSON, and a full log makes room', () => {
    const folder = mkdtempSync(join(tmpdir(), 'andu-log-'))
    try {
      const log = openLog(folder, () => 'now')
      log.note('started', { version: '1' })
      expect(JSON.parse(readFileSync(join(folder, 'andu.log'), 'utf8'))).toEqual({ at: 'now', level: 'note', event: 'started', version: '1' })
      writeFileSync(join(folder, 'andu.log'), 'x'.repeat(600_000))
      log.note('again')
      expect(readFileSync(join(folder, 'andu.log'), 'utf8')).toBe('{"at":"now","level":"note","event":"again"}\n')
      expect(readFileSync(join(folder, 'andu.1.log'), 'utf8')).toHaveLength(600_000)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('SEC-8: a log that cannot be written stops nothing', () => {
    expect(() => openLog(join(process.execPath, 'no-folder'), () => 'now').note('started')).not.toThrow()
  })
})

describe('chooseFolders', () => {
  const choose = (argv: readonly string[], environment: NodeJS.ProcessEnv = {}) => chooseFolders({ argv, environment, userData: join('/', 'user') })
  it('CLI-4: the argument comes before the environment, and that before the user folder', () => {
    expect(choose([])).toEqual({ profile: join('/', 'user'), data: join('/', 'user', 'data'), logs: join('/', 'user', 'logs') })
    expect(choose(['--data', '/a b/资料']).data).toBe('/a b/资料')
    expect(choose(['--data=/c'], { ANDU_DATA: '/d' }).data).toBe('/c')
    expect(choose([], { ANDU_DATA: '/d' }).data).toBe('/d')
    expect(choose([], { ANDU_DATA: '' }).data).toBe(join('/', 'user', 'data'))
  })

  it('SEC-9: every data folder has a profile of its own', () => {
    expect(choose(['--data', '/a']).profile).not.toBe(choose(['--data', '/b']).profile)
    expect(choose(['--data', '/a']).profile).toBe(choose(['--data', '/a/']).profile)
  })
})
