import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { verifyGeneration } from '../../../electron/storage/generationFile'
import { decodeData, type DataFormat } from '../../../shared/store/format'
import { reportFormat } from '../../../shared/store/storedReportSchema'

/** Files as they were written by each version, frozen; the newest of them is of the present format. */
const fixture = (name: string): unknown => {
  const verdict = verifyGeneration(readFileSync(new URL(`../../support/formats/${name}`, import.meta.url)), 1)
  if (verdict.kind !== 'good') throw new Error(`${name}: ${verdict.damage}`)
  return verdict.envelope
}

/** The keys of the fixture that no version knows: one of the report, one of a block, one of a run. */
function unknownKeys(decoded: unknown): readonly unknown[] {
  const { report } = (decoded as { value: { report: { laterField: unknown; blocks: Array<{ laterMark: unknown; runs: Array<{ laterManner: unknown }> }> } } }).value
  return [report.laterField, report.blocks[0]?.laterMark, report.blocks[0]?.runs[0]?.laterManner]
}

describe('stored formats', () => {
  it('STORE-10: a report of every older format opens as a report of the present one', () => {
    for (const version of [0, 1]) {
      const envelope = fixture(`report-v${version}.json`) as { version: number; data: unknown }
      expect(envelope.version).toBe(version)
      const decoded = decodeData(reportFormat, envelope.version, envelope.data)
      expect(decoded).toMatchObject({ kind: 'value', value: { report: { title: ['青河县应急管理局关于', '2025年度安全生产工作情况的报告'], signature: ['青河县应急管理局'], setAside: [], year: 2025 } } })
    }
  })

  it('STORE-9: keys that this program does not know survive the migration, in the report, its blocks and its runs', () => {
    const { data } = fixture('report-v0.json') as { data: unknown }
    expect(unknownKeys(decodeData(reportFormat, 0, data))).toEqual([{ deep: [1, 2] }, true, 'wide'])
    // The control: a step that forgets what it does not know.
    const forgetful = reportFormat.migrations.map((step): typeof step => (older) => {
      const { report } = step(older) as { report: Readonly<Record<string, unknown>> }
      return { report: { ...report, laterField: undefined } }
    })
    expect(unknownKeys(decodeData({ ...reportFormat, migrations: forgetful }, 0, data))).not.toEqual([{ deep: [1, 2] }, true, 'wide'])
  })

  it('STORE-10: a newer version is named as such, whatever its data look like', () => {
    expect(decodeData(reportFormat, reportFormat.version + 1, null)).toEqual({ kind: 'newer' })
  })

  it('STORE-5: data of the wrong shape are invalid, also where a step stumbles over them', () => {
    const stumbling: DataFormat<unknown> = { version: 1, migrations: [(data) => ({ title: (data['title'] as string).trim() })], parse: (data) => data }
    expect(decodeData(stumbling, 0, { title: 5 })).toEqual({ kind: 'invalid' })
    expect(decodeData(reportFormat, 1, { report: { id: 'r-1' } })).toEqual({ kind: 'invalid' })
  })

  it('STORE-10: there is one step for every version below the present one', () => {
    expect(reportFormat.migrations).toHaveLength(reportFormat.version)
  })
})
