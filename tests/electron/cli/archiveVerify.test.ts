/** `archive verify` and `archive repair` on real folders. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyBag } from '../../../electron/archive/bag/verifyBag'
import { writeBag } from '../../../electron/archive/bag/writeBag'
import { realSurroundings } from '../../../electron/storage/surroundings'
import { bagFacts, payloadOf } from '../../support/bags'
import { runIn } from '../../support/commandLine'

let folder = ''

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'andu-bag-'))
  mkdirSync(join(folder, 'bag'))
  await writeBag(realSurroundings(process.platform), join(folder, 'bag'), payloadOf(30_000), bagFacts)
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('archive', () => {
  it('CLI-8, BAG-6: verify ends with 0 for a right bag and with 1 for a changed byte; repair puts it right', async () => {
    const good = await runIn(folder, ['archive', 'verify', 'bag'])
    expect(good).toMatchObject({ code: 0, err: '' })
    expect(good.out).toContain('校验通过')
    const path = join(folder, 'bag', 'data', 'catalogue.csv')
    const whole = readFileSync(path)
    writeFileSync(path, Buffer.from(whole.map((byte, at) => (at === 3 ? byte ^ 1 : byte))))
    const bad = await runIn(folder, ['archive', 'verify', 'bag', '--json'])
    expect(bad.code).toBe(1)
    expect(JSON.parse(bad.out)).toMatchObject({ ok: false, problems: [{ path: 'data/catalogue.csv', kind: 'changed', isRepairable: true }] })
    expect(await runIn(folder, ['archive', 'repair', 'bag', '-o', 'new'])).toMatchObject({ code: 0, err: '' })
    expect((await verifyBag(realSurroundings(process.platform).io, join(folder, 'new'))).problems).toEqual([])
    expect((await runIn(folder, ['archive', 'verify', 'bag'])).code).toBe(1)
    expect(await runIn(folder, ['archive', 'repair', 'bag'])).toMatchObject({ code: 0, err: '' })
    expect((await runIn(folder, ['archive', 'verify', 'bag'])).code).toBe(0)
    expect(readFileSync(path)).toEqual(whole)
  })

  it('CLI-8: a wrong code on paper ends with 1', async () => {
    expect((await runIn(folder, ['archive', 'verify', 'bag', '--code', 'ABCD'])).out).toContain('校验码')
    expect((await runIn(folder, ['archive', 'verify', 'bag', '--code', 'ABCD'])).code).toBe(1)
  })

  it('CLI-2, CLI-3: what makes no sense is refused', async () => {
    expect(await runIn(folder, ['archive'])).toMatchObject({ code: 2, out: '' })
    expect(await runIn(folder, ['archive', 'burn'])).toMatchObject({ code: 2, out: '' })
    expect(await runIn(folder, ['archive', 'verify'])).toMatchObject({ code: 2, out: '' })
    expect(await runIn(folder, ['archive', 'verify', 'nowhere'])).toMatchObject({ code: 3, out: '' })
    expect(await runIn(folder, ['archive', 'repair', 'bag', '-o', 'bag/inside'])).toMatchObject({ code: 2, out: '' })
    expect(await runIn(folder, ['archive', 'repair', 'bag', '-o', '.'])).toMatchObject({ code: 2, out: '' })
  })

  it('BAG-8: both copies of the index gone: nothing is touched, and it says so', async () => {
    unlinkSync(join(folder, 'bag', 'parity', 'parity.json'))
    unlinkSync(join(folder, 'bag', 'parity', 'parity-copy.json'))
    const verdict = await runIn(folder, ['archive', 'verify', 'bag'])
    expect(verdict).toMatchObject({ code: 1 })
    expect(verdict.out).toContain('修复索引都不能用')
    expect((await runIn(folder, ['archive', 'repair', 'bag'])).code).toBe(1)
  })
})
