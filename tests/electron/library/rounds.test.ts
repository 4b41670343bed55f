import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openRounds, roundTime, type Piece } from '../../../electron/library/rounds'
import { realSurroundings } from '../../../electron/storage/surroundings'
import { openTempLibrary, tempFolder, valueOf, type TempFolder } from '../../support/tempLibrary'

let folder: TempFolder
let now = Date.UTC(2026, 0, 5)
beforeEach(() => {
  folder = tempFolder()
  now = Date.UTC(2026, 0, 5)
})
afterEach(() => folder.remove())

/** Pieces that say what they are asked, in the order in which they were looked at. */
function pieces(ids: readonly string[], broken: ReadonlySet<string> = new Set()) {
  const looked: string[] = []
  const all: readonly Piece[] = ids.map((id) => ({ id, check: async () => {
    looked.push(id)
    return !broken.has(id)
  } }))
  return { looked, all: async () => all }
}

const open = (given: ReturnType<typeof pieces>, onBroken?: (id: string) => void) => openRounds({ ...realSurroundings(process.platform), clock: () => now }, folder.path, given.all, onBroken)

async function walk(rounds: Awaited<ReturnType<typeof openRounds>>): Promise<number> {
  let steps = 0
  while (await rounds.step()) steps += 1
  return steps
}

describe('rounds through the archive', () => {
  it('CHECK-7: every piece is looked at once a month, and again after it, the longest unseen first', async () => {
    const given = pieces(['a', 'b', 'c'])
    const rounds = await open(given)
    expect(await rounds.state()).toEqual({ pieces: 3, fresh: 0, broken: [], lastAt: null })
    rounds.note('b', true)
    now += 1000
    expect(await walk(rounds)).toBe(2)
    expect([...given.looked].sort()).toEqual(['a', 'c'])
    expect(await rounds.state()).toEqual({ pieces: 3, fresh: 3, broken: [], lastAt: now })
    now += roundTime
    given.looked.length = 0
    expect(await walk(rounds)).toBe(3)
    expect(given.looked[0]).toBe('b')
  })

  it('CHECK-7: what is remembered lasts over a start, and losing it only means looking again', async () => {
    const given = pieces(['a', 'b'])
    const rounds = await open(given)
    await walk(rounds)
    await rounds.keep()
    expect(await walk(await open(given))).toBe(0)
    rmSync(join(folder.path, 'cache'), { recursive: true })
    expect(await walk(await open(given))).toBe(2)
  })

  it('CHECK-7: a broken piece is told of once, and a look that cannot be taken is no good one', async () => {
    const told: string[] = []
    const given = pieces(['a', 'b'], new Set(['b']))
    const rounds = await openRounds({ ...realSurroundings(process.platform), clock: () => now }, folder.path, async () => [...await given.all(), { id: 'c', check: () => Promise.reject(new Error('gone')) }], (id) => told.push(id))
    await walk(rounds)
    expect((await rounds.state()).broken).toEqual(['b', 'c'])
    now += roundTime
    await walk(rounds)
    expect(told.sort()).toEqual(['b', 'c'])
  })

  it('CHECK-7: a clock that was ahead when a piece was looked at does not hide it', async () => {
    const given = pieces(['a'])
    now = Date.UTC(2099, 0, 1)
    const rounds = await open(given)
    await walk(rounds)
    now = Date.UTC(2026, 0, 5)
    expect(await walk(rounds)).toBe(1)
  })

  it('CHECK-7: a library looks at its filed reports while it is open, and tells when one has changed', async () => {
    const beats: Array<() => void> = []
    const library = await openTempLibrary(folder.path, { presence: { holder: { computer: 'here', processId: 1 }, isAlive: () => true, every: (_, beat) => { beats.push(beat); return () => undefined } } })
    let told = 0
    library.onBroken(() => { told += 1 })
    const { id } = valueOf(await library.create({ source: { kind: 'blank' }, kind: 'safety', year: 2025, unit: '青河县应急管理局' }))
    valueOf(await library.setState({ id, state: 'final' }))
    valueOf(await library.file({ id }))
    const place = join(folder.path, 'archive', '2025', id)
    const name = readdirSync(place).find((each) => each.endsWith('.docx')) ?? ''
    const whole = readFileSync(join(place, name))
    writeFileSync(join(place, name), 'x')
    for (const beat of beats) beat()
    await expect.poll(() => told).toBe(1)
    expect(valueOf(await library.filedYear({}))).toMatchObject({ year: 2025, years: [{ year: 2025, count: 1, broken: 1 }], reports: [{ isIntact: false }], rounds: { pieces: 1, broken: [{ id }] } })
    writeFileSync(join(place, name), whole)
    expect(valueOf(await library.filedYear({ year: 2025 }))).toMatchObject({ reports: [{ isIntact: true }], rounds: { broken: [], fresh: 1 } })
    await library.close()
  })
})
