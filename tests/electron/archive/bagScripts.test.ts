/** The script in a bag, run by the shell of this machine. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeBag } from '../../../electron/archive/bag/writeBag'
import { realSurroundings } from '../../../electron/storage/surroundings'
import { bagFacts, payloadOf } from '../../support/bags'

let bag = ''

beforeEach(async () => {
  bag = join(mkdtempSync(join(tmpdir(), 'andu-script-')), '封存 2025')
  mkdirSync(bag)
  await writeBag(realSurroundings(process.platform), bag, payloadOf(8_000), bagFacts)
})

afterEach(() => rmSync(join(bag, '..'), { recursive: true, force: true }))

function verify(): { readonly code: number | null; readonly out: string } {
  const shell = spawnSync('sh', [join(bag, 'check.sh')], { encoding: 'utf8', cwd: tmpdir() })
  return { code: shell.status, out: shell.stdout + shell.stderr }
}

describe.skipIf(process.platform === 'win32')('check.sh', () => {
  it('BAG-7: says that all is right, and the seal', () => {
    const { code, out } = verify()
    expect(out).toContain('ALL RIGHT: 5 files checked.')
    expect(out).toMatch(/Seal \(compare with the printed sheet\): [0-9a-f]{64}\n/)
    expect(code).toBe(0)
  })

  it.each(['data/catalogue.csv', 'data/reports/x001-ws.2025-y-0001/report.docx', 'README-先读我.txt', 'manifest-sha256.txt', 'seal.json', 'check.cmd'])('BAG-7: names %s when one byte of it changed', (path) => {
    const bytes = readFileSync(join(bag, path))
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 2) ^ 4, bytes.length - 2)
    writeFileSync(join(bag, path), bytes)
    const { code, out } = verify()
    expect(code).toBe(1)
    expect(out).toContain('NOT RIGHT')
    expect(out).toMatch(path.startsWith('README') ? /README-.*FAILED/ : new RegExp(`${path.replaceAll('.', '\\.')}: FAILED`))
  })

  it('BAG-7: finds a missing and an extra file', () => {
    writeFileSync(join(bag, 'data', 'extra.txt'), 'x')
    expect(verify()).toMatchObject({ code: 1 })
    unlinkSync(join(bag, 'data', 'extra.txt'))
    expect(verify()).toMatchObject({ code: 0 })
    unlinkSync(join(bag, 'data', 'catalogue.csv'))
    expect(verify()).toMatchObject({ code: 1 })
  })
})

const hasPython = spawnSync('python3', ['--version']).status === 0

describe.skipIf(!hasPython)('RFC 8493', () => {
  const check = (): { readonly status: number | null; readonly stdout: string } => spawnSync('python3', [join(import.meta.dirname, '../../support/checkBag.py'), bag], { encoding: 'utf8' })

  it('BAG-1: a checker that shares nothing with the program finds the bag valid', () => {
    const { status, stdout } = check()
    expect(stdout).toMatch(/^valid/)
    expect(status).toBe(0)
  })

  it('BAG-1: the same checker finds a changed, a missing and an extra file and a wrong Payload-Oxum', () => {
    writeFileSync(join(bag, 'data', 'catalogue.csv'), 'x')
    expect(check().stdout).toMatch(/manifest-sha256\.txt: data\/catalogue\.csv/)
    unlinkSync(join(bag, 'data', 'catalogue.csv'))
    writeFileSync(join(bag, 'data', 'other.csv'), 'x')
    const { status, stdout } = check()
    expect(status).toBe(1)
    expect(stdout).toMatch(/complete/)
    expect(stdout).toMatch(/Payload-Oxum/)
  })
})

describe('check.cmd', () => {
  it('BAG-7: is ASCII with Windows line ends, whatever the code page', () => {
    const script = readFileSync(join(bag, 'check.cmd'), 'latin1')
    expect(script).toMatch(/^(?:[ -~\t]*\r\n)+$/)
  })
})
