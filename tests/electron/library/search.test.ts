import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Library } from '../../../electron/library/library'
import { reportIds } from '../../../electron/library/reportIds'
import { countingIds } from '../../../shared/base/ids'
import { parseReport } from '../../../shared/outline/parseReport'
import { openTempLibrary, tempFolder, valueOf } from '../../support/tempLibrary'

const text = (year: number): string => `关于${year}年度普法工作情况的报告

县司法局：

　　一、主要做法
　　（一）送法进村。组织宣讲队进村32次，发放资料ＡＢＣ版1200份。
　　（二）阵地建设
　　新建法治广场2处。
　　二、存在问题
　　力量不足，法治广场管护不到位。

　　附件：普法清单

　　　　　　　　　　　　青河县农业农村局
　　　　　　　　　　　　${year + 1}年1月5日
`

describe('search over the library', () => {
  const folder = tempFolder()
  let library: Library
  beforeAll(async () => {
    library = await openTempLibrary(folder.path)
    for (const year of [2023, 2025, 2024]) valueOf(await library.importReport({ content: parseReport(text(year), { newId: countingIds() }).content }))
  })
  afterAll(async () => {
    await library.close()
    folder.remove()
  })
  const hits = async (query: string) => valueOf(await library.search({ query, limit: 50 })).hits

  it('LIB-11, LIB-13: hits by year, newest first, each with its sentence, its heading and its block', async () => {
    const found = await hits('法治广场')
    expect(found.map(({ year, heading, excerpt, place }) => ({ year, heading, excerpt, place }))).toEqual([2025, 2024, 2023].flatMap((year) => [
      { year, heading: '阵地建设', excerpt: '新建法治广场2处。', place: 'block' }, { year, heading: '存在问题', excerpt: '力量不足，法治广场管护不到位。', place: 'block' },
    ]))
    const { report } = valueOf(await library.open({ id: found[0]?.reportId ?? '' }))
    expect(report.blocks.some((block) => block.id === found[0]?.blockId)).toBe(true)
  })

  it.each([['普法清单', 'attachment'], ['青河县农业农村局', 'signature'], ['县司法局', 'addressee'], ['2025年度普法', 'title'], ['abc版', 'block'], ['2026年1月', 'signature']])('LIB-11, LIB-12: %s is found in the %s', async (query, place) => {
    expect((await hits(query)).map((hit) => hit.place)).toContain(place)
  })

  it('LIB-11: what was just saved is found, what is gone is not', async () => {
    const { id } = valueOf(await library.create({ source: { kind: 'blank' }, kind: 'other', year: 2026, unit: '' }))
    const { report, generation } = valueOf(await library.open({ id }))
    valueOf(await library.save({ report: { ...report, title: ['独一无二'] }, base: generation, cause: 'auto' }))
    expect(await hits('独一无二')).toHaveLength(1)
    valueOf(await library.trash({ id }))
    expect(await hits('独一无二')).toHaveLength(0)
  })
})

describe('ids of reports', () => {
  it('LIB-3: they have the form of the schema, sort by the order of their making, and never meet', () => {
    let time = 1_700_000_000_000
    const newId = reportIds(() => (time -= 5), () => 'ffffffffffff')
    const ids = Array.from({ length: 1000 }, newId)
    expect(ids.every((id) => /^r-[0-9a-z]{26}$/.test(id))).toBe(true)
    expect([...ids].sort()).toEqual(ids)
    expect(new Set(ids).size).toBe(1000)
  })
})
