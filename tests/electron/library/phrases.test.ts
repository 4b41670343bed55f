import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importPhrases } from '../../../electron/import/importPhrases'
import { readSource } from '../../../electron/import/readers'
import type { Library } from '../../../electron/library/library'
import { countingIds } from '../../../shared/base/ids'
import { parseReport } from '../../../shared/outline/parseReport'
import { startLibrary } from '../../../shared/phrases/startPhrases'
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
const files = (): readonly string[] => readdirSync(join(folder.path, 'phrases')).filter((name) => !name.startsWith('.')).sort()
const read = async () => valueOf(await library.readPhrases())
const add = async (text: string) => valueOf(await library.changePhrases({ kind: 'add', phrases: [{ category: '自己的', text }] }))

describe('the phrase library on the disk', () => {
  it('PHRASE-1: it begins with the start set without writing a file, and every change is a generation that a new start finds', async () => {
    expect((await read()).library).toEqual(startLibrary)
    expect(files()).toEqual([])
    await add('第一句')
    await add('第二句')
    expect(files()).toHaveLength(2)
    await add('第二句。')
    expect(files()).toHaveLength(2)
    await reopen()
    expect((await read()).library.phrases.slice(-2)).toMatchObject([{ text: '第一句', category: '自己的' }, { text: '第二句' }])
    expect((await read()).trouble).toBeUndefined()
  })
  it('PHRASE-1: changes that come together are all kept', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, index) => add(`同时加入的第${index}句`)))
    await reopen()
    expect((await read()).library.phrases.filter(({ category }) => category === '自己的')).toHaveLength(12)
  })
  it('PHRASE-1: a damaged generation is set aside and said; the one before it is shown', async () => {
    await add('第一句')
    await add('第二句')
    await library.close()
    const newest = join(folder.path, 'phrases', files().at(-1)!)
    const bytes = readFileSync(newest)
    bytes[bytes.length - 20] = 0x21
    writeFileSync(newest, bytes)
    library = await openTempLibrary(folder.path)
    const found = await read()
    expect(found.trouble).toEqual({ code: 'phrasesDamaged' })
    expect(found.library.phrases.at(-1)?.text).toBe('第一句')
    const quarantined = readdirSync(join(folder.path, 'quarantine', 'phrases'))
    expect(quarantined.some((name) => readFileSync(join(folder.path, 'quarantine', 'phrases', name)).equals(bytes))).toBe(true)
    expect((await add('第三句')).library.phrases.slice(-2).map(({ text }) => text)).toEqual(['第一句', '第三句'])
  })
  it('PHRASE-1: with nothing readable left the start set is shown, the files stay, and a new phrase is kept', async () => {
    await add('第一句')
    await library.close()
    const [only = ''] = files()
    writeFileSync(join(folder.path, 'phrases', only), 'rubbish')
    library = await openTempLibrary(folder.path)
    expect(await read()).toEqual({ library: startLibrary, trouble: { code: 'phrasesUnreadable' } })
    expect((await add('新的一句')).library.phrases.at(-1)?.text).toBe('新的一句')
    await reopen()
    expect((await read()).library.phrases.at(-1)?.text).toBe('新的一句')
  })
  it('PHRASE-5: a file in an old encoding comes in once; what is no text is refused by name', async () => {
    const gbk = Uint8Array.from([0xa1, 0xbe, 0xb4, 0xeb, 0xca, 0xa9, 0xa1, 0xbf, 0x0d, 0x0a, 0xbc, 0xd3, 0xc7, 0xbf, 0xd1, 0xa7, 0xcf, 0xb0, 0xa1, 0xa3, 0x0d, 0x0a])
    expect(valueOf(await importPhrases(library, { name: '素材.txt', bytes: gbk }, readSource))).toEqual({ kind: 'read', fileName: '素材.txt', found: 1, added: 1 })
    expect((await read()).library.phrases.at(-1)).toMatchObject({ category: '措施', text: '加强学习。' })
    expect(valueOf(await importPhrases(library, { name: '素材.txt', bytes: gbk }, readSource))).toMatchObject({ found: 1, added: 0 })
    expect(codeOf(await importPhrases(library, { name: '图.txt', bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]) }, readSource))).toBe('imageFile')
    expect(await importPhrases(library, { name: '空.txt', bytes: new TextEncoder().encode('【甲】\n') }, readSource)).toMatchObject({ ok: false, error: { code: 'fileEmpty', detail: { name: '空.txt' } } })
  })
})

describe('suggestions', () => {
  it('PHRASE-6: only final and filed reports outside the trash are looked at', async () => {
    const text = (year: number): string => `清源县档案局${year}年度工作总结\n一、主要工作\n大力推行一次办结制度，方便群众查阅利用档案。\n清源县档案局\n${year + 1}年1月5日`
    const ids: string[] = []
    for (const year of [2022, 2023, 2024]) ids.push(valueOf(await library.importReport({ content: parseReport(text(year), { newId: countingIds() }).content, kind: 'general', year, unit: '清源县档案局' })).id)
    const suggestions = async () => valueOf(await library.suggestPhrases())
    expect(await suggestions()).toEqual({ reports: 0, suggestions: [] })
    for (const id of ids) valueOf(await library.setState({ id, state: 'final' }))
    valueOf(await library.trash({ id: ids[2] ?? '' }))
    expect(await suggestions()).toMatchObject({ reports: 2, suggestions: [{ text: '大力推行一次办结制度，方便群众查阅利用档案。', reports: 2, years: [2022, 2023] }] })
    const [{ key } = { key: '' }] = (await suggestions()).suggestions
    valueOf(await library.changePhrases({ kind: 'dismiss', key }))
    expect((await suggestions()).suggestions).toEqual([])
  })
  it('PHRASE-7: the program answers between two reports while it looks for them', async () => {
    for (let year = 2000; year < 2040; year += 1) {
      const { id } = valueOf(await library.create({ source: { kind: 'template', templateId: 'safety' }, kind: 'safety', year, unit: '清源县档案局' }))
      valueOf(await library.setState({ id, state: 'final' }))
    }
    await library.suggestPhrases()
    let turns = 0
    const looking = library.suggestPhrases()
    let isDone = false
    void looking.then(() => { isDone = true })
    while (!isDone) {
      turns += 1
      await new Promise((resolve) => { setImmediate(resolve) })
    }
    expect(turns).toBeGreaterThan(40)
  })
})
