import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Library } from '../../../electron/library/library'
import { countingIds } from '../../../shared/base/ids'
import { parseReport } from '../../../shared/outline/parseReport'
import type { Report } from '../../../shared/report/report'
import { codeOf, openTempLibrary, tempFolder, valueOf, type TempFolder } from '../../support/tempLibrary'

let folder: TempFolder
let library: Library

beforeEach(async () => {
  folder = tempFolder()
  library = await openTempLibrary(folder.path)
})
afterEach(async () => {
  await library.close()
  folder.remove()
})

const text = `关于2025年度安全生产工作情况的报告

县人民政府：

　　一、主要工作
　　（一）开展检查。全年检查企业120家，整改隐患356处。
　　二、下步打算
　　继续落实责任。

　　　　　　　　　　　　青河县应急管理局
　　　　　　　　　　　　2026年1月5日
`

async function importText(original?: { name: string; bytes: Uint8Array }): Promise<string> {
  const { content } = parseReport(text, { newId: countingIds() })
  return valueOf(await library.importReport({ content, ...(original === undefined ? {} : { original }) })).id
}

async function edit(id: string, change: (report: Report) => Report): Promise<number> {
  const opened = valueOf(await library.open({ id }))
  return valueOf(await library.save({ report: change(opened.report), base: opened.generation, cause: 'auto' })).generation
}

const addHeading = (report: Report): Report => ({ ...report, blocks: [...report.blocks, { kind: 'text', id: 'new', level: 1, runs: [{ text: '三、补充' }] }] })

describe('the library', () => {
  it('LIB-1: a report that is created, saved and opened again is what was saved', async () => {
    const { id } = valueOf(await library.create({ source: { kind: 'blank' }, kind: 'safety', year: 2025, unit: '青河县应急管理局' }))
    await edit(id, (report) => ({ ...report, title: ['安全生产工作总结'] }))
    await edit(id, addHeading)
    await library.close()
    library = await openTempLibrary(folder.path)
    const opened = valueOf(await library.open({ id }))
    expect(opened).toMatchObject({ generation: 3, isReadOnly: false, report: { title: ['安全生产工作总结'], kind: 'safety', year: 2025, unit: '青河县应急管理局', state: 'draft' } })
    expect(opened.report.blocks).toHaveLength(2)
  })

  it('LIB-2: the list shows every report with title, kind, unit, state and 字数, newest year first', async () => {
    const id = await importText()
    const { id: other } = valueOf(await library.create({ source: { kind: 'blank' }, kind: 'general', year: 2026, unit: '' }))
    const { reports, damaged } = valueOf(await library.list())
    expect(damaged).toEqual([])
    expect(reports.map((report) => report.id)).toEqual([other, id])
    expect(reports[1]).toMatchObject({ title: '关于2025年度安全生产工作情况的报告', kind: 'safety', unit: '青河县应急管理局', year: 2025, state: 'draft', isTrashed: false })
    expect(reports[1]?.characters).toBeGreaterThan(60)
  })

  it('LIB-8: an imported file is kept unchanged; the same file again is told and adds nothing', async () => {
    const original = { name: '总结.txt', bytes: Buffer.from(text) }
    const id = await importText(original)
    expect(readdirSync(join(folder.path, 'originals'))).toHaveLength(1)
    const { content } = parseReport(text, { newId: countingIds() })
    expect(valueOf(await library.importReport({ content, original }))).toMatchObject({ id, isKnown: true, year: 2025, kind: 'safety' })
    expect(valueOf(await library.importReport({ content, original, year: 2024 }))).toMatchObject({ isKnown: false, year: 2024 })
    expect(valueOf(await library.list()).reports).toHaveLength(2)
    expect(valueOf(await library.open({ id })).report.origin).toMatchObject({ kind: 'file', name: '总结.txt' })
  })

  it('LIB-7: kind, year and unit come from the text where the caller names none', async () => {
    const { content } = parseReport(text, { newId: countingIds() })
    const facts = async (given: Parameters<Library['importReport']>[0]): Promise<unknown> => {
      const { report } = valueOf(await library.open(valueOf(await library.importReport(given))))
      return { kind: report.kind, year: report.year, unit: report.unit, origin: report.origin.kind }
    }
    expect(await facts({ content })).toEqual({ kind: 'safety', year: 2025, unit: '青河县应急管理局', origin: 'paste' })
    expect(await facts({ content, kind: 'other', year: 2020, unit: '别的单位' })).toEqual({ kind: 'other', year: 2020, unit: '别的单位', origin: 'paste' })
    const bare = { ...content, title: ['情况'], date: '', signature: [], blocks: [] }
    expect(await facts({ content: bare })).toEqual({ kind: 'other', year: new Date().getFullYear(), unit: '', origin: 'paste' })
  })

  it('LIB-9: a duplicate is a new draft with the same content', async () => {
    const id = await importText()
    await library.setState({ id, state: 'final' })
    const copy = valueOf(await library.duplicate({ id }))
    const [first, second] = [valueOf(await library.open({ id })).report, valueOf(await library.open(copy)).report]
    expect(second).toEqual({ ...first, id: copy.id, state: 'draft', origin: { kind: 'copy', from: id } })
  })

  it('LIB-10: a trashed report is listed as such, takes no edits, and comes back whole', async () => {
    const id = await importText()
    const before = valueOf(await library.open({ id }))
    valueOf(await library.trash({ id }))
    expect(valueOf(await library.list()).reports[0]?.isTrashed).toBe(true)
    expect(valueOf(await library.search({ query: '安全', limit: 10 })).total).toBe(0)
    expect(codeOf(await library.save({ report: before.report, base: before.generation + 1, cause: 'auto' }))).toBe('reportTrashed')
    valueOf(await library.restore({ id }))
    expect(valueOf(await library.open({ id })).report).toEqual(before.report)
  })

  it('LIB-16: the state changes by its own call only; a save with an older one does not turn it back', async () => {
    const id = await importText()
    const { report } = valueOf(await library.open({ id }))
    const { generation } = valueOf(await library.setState({ id, state: 'review' }))
    await library.save({ report, base: generation, cause: 'auto' })
    expect(valueOf(await library.open({ id })).report.state).toBe('review')
  })

  it('LIB-5: a template gives its skeleton with unit and year', async () => {
    const { id } = valueOf(await library.create({ source: { kind: 'template', templateId: 'safety' }, kind: 'safety', year: 2026, unit: '青河县农业农村局' }))
    const { report } = valueOf(await library.open({ id }))
    expect(report.title.join('')).toContain('2026')
    expect(report.blocks.length).toBeGreaterThan(5)
    expect(codeOf(await library.create({ source: { kind: 'template', templateId: 'none' }, kind: 'safety', year: 2026, unit: '' }))).toBe('requestMalformed')
  })

  it('LIB-6: last year’s report begins with the title moved on, the date cleared and figures marked', async () => {
    const from = await importText()
    const { id } = valueOf(await library.create({ source: { kind: 'lastYear', from }, kind: 'safety', year: 2026, unit: '' }))
    const { report } = valueOf(await library.open({ id }))
    expect(report).toMatchObject({ title: ['关于2026年度安全生产工作情况的报告'], addressee: '县人民政府', date: '', unit: '青河县应急管理局', signature: ['青河县应急管理局'], origin: { kind: 'lastYear', from } })
    const stale = report.blocks.flatMap((block) => (block.kind === 'text' ? block.runs.filter((run) => run.stale).map((run) => run.text) : []))
    expect(stale).toEqual(['120', '356'])
  })

  it('STORE-6: a save that grew from an older generation is kept beside the newer one and told', async () => {
    const id = await importText()
    const { report } = valueOf(await library.open({ id }))
    await library.save({ report: addHeading(report), base: 1, cause: 'auto' })
    await library.setState({ id, state: 'review' })
    const late = valueOf(await library.save({ report: { ...report, addressee: '市人民政府' }, base: 1, cause: 'auto' }))
    expect(late).toMatchObject({ generation: 4, conflictWith: 3 })
  })

  it('LIB-3: an id that is no id of a report never becomes a path', async () => {
    for (const id of ['../andu', 'r-x', '', 'r-..', 'r-0000000000000000000000000A']) expect(codeOf(await library.open({ id }))).toBe('reportNotFound')
    expect(codeOf(await library.open({ id: `r-${'0'.repeat(26)}` }))).toBe('reportNotFound')
  })
})
