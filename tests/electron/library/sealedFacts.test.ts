import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeBag } from '../../../electron/archive/bag/writeBag'
import { sealedFacts } from '../../../electron/library/sealedFacts'
import { realSurroundings } from '../../../electron/storage/surroundings'
import type { SealFacts } from '../../../shared/archive/sealRecord'
import { bagFacts, payloadOf } from '../../support/bags'
import { tempFolder, type TempFolder } from '../../support/tempLibrary'

const disk = realSurroundings(process.platform)
let folder: TempFolder
beforeEach(() => { folder = tempFolder() })
afterEach(() => folder.remove())

/** Seals a small package into the data folder; the SHA-256 of its seal. */
async function seal(changes: Partial<SealFacts>): Promise<string> {
  const facts = { ...bagFacts, seal: { ...(bagFacts.seal as SealFacts), ...changes } }
  const place = join(folder.path, 'archive', 'sealed', `${facts.seal.year}-${facts.seal.sequence}`)
  mkdirSync(place, { recursive: true })
  const { seal: made } = await writeBag(disk, place, payloadOf(4000), facts)
  return made?.sha256 ?? ''
}

describe('sealed packages as 四性检测 sees them', () => {
  it('CHECK-6: nothing is sealed yet', async () => {
    expect(await sealedFacts(disk, folder.path, 2025)).toEqual([])
  })

  it('CHECK-6: the packages of the year, whole and chained to each other and to the years before', async () => {
    const first = await seal({ year: 2024, previous: null })
    const second = await seal({ year: 2025, previous: first })
    await seal({ year: 2025, sequence: 2, previous: second })
    const right = { faults: [], foreign: [], missing: [], records: 2, rows: 2, program: 'Andu 0.1.0', isReadable: true }
    expect(await sealedFacts(disk, folder.path, 2025)).toEqual([{ name: '2025-1', isChained: true, ...right }, { name: '2025-2', isChained: true, ...right }])
    expect(await sealedFacts(disk, folder.path, 2024)).toEqual([{ name: '2024-1', isChained: null, ...right }])
  })

  it('CHECK-6: a changed, a missing and a foreign file, and a year that is gone from the chain', async () => {
    await seal({ previous: await seal({ year: 2024, previous: null }) })
    const place = join(folder.path, 'archive', 'sealed', '2025-1')
    const csv = join(place, 'data', 'catalogue.csv')
    writeFileSync(csv, readFileSync(csv, 'utf8').replace('0001', '0002'))
    rmSync(join(place, 'data', 'reports', 'x001-ws.2025-y-0001', 'report.txt'))
    writeFileSync(join(place, 'Thumbs.db'), 'x')
    rmSync(join(folder.path, 'archive', 'sealed', '2024-1'), { recursive: true })
    const [facts] = await sealedFacts(disk, folder.path, 2025)
    expect(facts).toMatchObject({ foreign: ['Thumbs.db'], missing: ['data/reports/x001-ws.2025-y-0001/report.txt'], isChained: false })
    expect(facts?.faults).toContainEqual({ path: 'data/catalogue.csv', what: '内容变了' })
  })
})
