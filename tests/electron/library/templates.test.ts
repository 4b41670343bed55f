import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Library } from '../../../electron/library/library'
import { reportTemplates } from '../../../electron/templates/reportTemplates'
import { generationName } from '../../../shared/store/envelope'
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

async function reopen(): Promise<void> {
  await library.close()
  library = await openTempLibrary(folder.path)
}
const own = async () => valueOf(await library.templates()).filter(({ isOwn }) => isOwn)
const copy = async (name = '自己的') => valueOf(await library.createTemplate({ from: { kind: 'builtIn', templateId: 'safety' }, name, kind: 'safety' })).id

describe('own templates on the disk', () => {
  it('TEMPLATE-1: what was changed in one is there after a new start, and makes a report', async () => {
    const id = await copy()
    const { report, generation } = valueOf(await library.open({ id }))
    valueOf(await library.save({ report: { ...report, addressee: '县安委会' }, base: generation, cause: 'auto' }))
    await reopen()
    expect(await own()).toMatchObject([{ id, name: '自己的', kind: 'safety' }])
    const made = valueOf(await library.create({ source: { kind: 'template', templateId: id }, kind: 'safety', year: 2027, unit: '青河县水利局' }))
    const { report: fresh, template } = valueOf(await library.open({ id: made.id }))
    expect(template).toBeUndefined()
    expect(fresh.addressee).toBe('县安委会')
    expect(fresh.title.join('')).toContain('青河县水利局2027年')
    expect(JSON.stringify(fresh)).not.toMatch(/〔(?:单位|年度|下年|上年)〕|\{unit\}/)
    expect(valueOf(await library.list()).reports.map((row) => row.id)).toEqual([made.id])
    expect(readdirSync(join(folder.path, 'reports'))).toEqual([made.id])
    expect(readdirSync(join(folder.path, 'templates', id)).length).toBeGreaterThanOrEqual(2)
  })
  it('TEMPLATE-1: states, trash, filing and copies of reports do not reach it', async () => {
    const id = await copy()
    for (const refused of [library.setState({ id, state: 'final' }), library.trash({ id }), library.file({ id }), library.duplicate({ id })]) expect(codeOf(await refused)).toBe('reportNotFound')
    expect(await own()).toHaveLength(1)
  })
  it('TEMPLATE-1: a damaged generation is set aside and the one before it opened; one of which nothing is left is shown among the others', async () => {
    const id = await copy('一')
    await copy('二')
    const { report } = valueOf(await library.open({ id }))
    valueOf(await library.save({ report: { ...report, addressee: '新的' }, base: 1, cause: 'auto' }))
    await library.close()
    const file = (number: number): string => join(folder.path, 'templates', id, generationName(number))
    writeFileSync(file(2), 'x')
    library = await openTempLibrary(folder.path)
    expect(valueOf(await library.open({ id }))).toMatchObject({ generation: 1, fellBackFrom: 2 })
    await library.close()
    writeFileSync(file(1), 'x')
    library = await openTempLibrary(folder.path)
    expect((await own()).sort((a, b) => (a.name < b.name ? -1 : 1))).toMatchObject([{ id, name: '', trouble: { code: 'reportUnreadable' } }, { name: '二' }])
  })
  it('TEMPLATE-4: those of the program stay as they are, and can be left out', async () => {
    const before = readFileSync('assets/templates/safety.json', 'utf8')
    const id = await copy()
    valueOf(await library.renameTemplate({ id, name: '改名', kind: 'general' }))
    valueOf(await library.writeSettings({ hiddenTemplates: ['safety', 'ideology'] }))
    const rows = valueOf(await library.templates()).filter(({ isOwn }) => !isOwn)
    expect(rows.map((row) => row.id)).toEqual(reportTemplates.map((template) => template.id))
    expect(rows.filter(({ isHidden }) => isHidden).map((row) => row.id)).toEqual(['ideology', 'safety'])
    expect(readFileSync('assets/templates/safety.json', 'utf8')).toBe(before)
    valueOf(await library.removeTemplate({ id }))
    expect(await own()).toEqual([])
    expect(valueOf(await library.open({ id })).isReadOnly).toBe(true)
    valueOf(await library.restoreTemplate({ id }))
    expect(await own()).toMatchObject([{ name: '改名', kind: 'general' }])
  })
  it('TEMPLATE-5: out of one data folder and into another', async () => {
    const id = await copy('给别人的')
    const { text, name } = valueOf(await library.writeTemplate({ id }))
    expect(name).toBe('给别人的')
    const other = tempFolder()
    const elsewhere = await openTempLibrary(other.path)
    const added = valueOf(await elsewhere.addTemplate({ text }))
    expect(valueOf(await elsewhere.open({ id: added.id })).report.blocks).toEqual(valueOf(await library.open({ id })).report.blocks)
    expect(codeOf(await elsewhere.addTemplate({ text: '不是模板' }))).toBe('templateUnknown')
    expect(valueOf(await elsewhere.writeTemplate({ id: 'safety' })).name).toBe('安全生产工作总结')
    await elsewhere.close()
    other.remove()
  })
})
