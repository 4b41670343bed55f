import { describe, expect, it } from 'vitest'
import { changePhrases, type PhraseChange } from '../../../shared/phrases/changePhrases'
import { choosePhrases, filterPhrases } from '../../../shared/phrases/findPhrases'
import { phraseKey, phraseLimits, type PhraseLibrary } from '../../../shared/phrases/phrase'
import { phraseLibrarySchema } from '../../../shared/phrases/phrasesSchema'
import { startLibrary } from '../../../shared/phrases/startPhrases'

const empty: PhraseLibrary = { categories: [], phrases: [], dismissed: [] }

/** The library after the changes, with ids n1, n2, …. */
function after(library: PhraseLibrary, ...changes: readonly PhraseChange[]): PhraseLibrary {
  let count = 0
  return changes.reduce((now, change) => changePhrases(now, change, { newId: () => `n${(count += 1)}`, now: '2026-01-05T01:00:00.000Z' }), library)
}
const texts = ({ phrases }: PhraseLibrary): readonly string[] => phrases.map(({ category, text }) => `${category}：${text}`)

describe('the library', () => {
  it('PHRASE-1: a new folder begins with sound phrases for every part of a report, each once', () => {
    expect(phraseLibrarySchema.safeParse(startLibrary).success).toBe(true)
    expect(startLibrary.phrases.length).toBeGreaterThanOrEqual(55)
    expect(startLibrary.categories.length).toBeGreaterThanOrEqual(6)
    expect(new Set(startLibrary.phrases.map(({ text }) => phraseKey(text))).size).toBe(startLibrary.phrases.length)
    for (const category of startLibrary.categories) expect(startLibrary.phrases.filter((phrase) => phrase.category === category).length).toBeGreaterThanOrEqual(4)
  })
  it('PHRASE-2: what reads the same is not added twice, whatever its widths, blanks and last mark', () => {
    const one = after(empty, { kind: 'add', phrases: [{ category: '措施', text: '  强化 GB 意识。\n' }] })
    expect(one.phrases).toMatchObject([{ id: 'n1', category: '措施', text: '强化 GB 意识。', uses: 0, addedAt: '2026-01-05T01:00:00.000Z' }])
    const again = after(one, { kind: 'add', phrases: [{ category: '其他', text: '强化ＧＢ意识' }] })
    expect(again).toBe(one)
  })
  it('PHRASE-2: too long a text and an empty one are no phrases; a category is named without its brackets', () => {
    const grown = after(empty, { kind: 'add', phrases: [{ category: '甲', text: ' ' }, { category: '甲', text: '长'.repeat(phraseLimits.text + 1) }, { category: ' 【结尾】 ', text: '特此报告。' }, { category: '', text: '特此说明。' }] })
    expect(texts(grown)).toEqual(['结尾：特此报告。', '未分类：特此说明。'])
    expect(grown.categories).toEqual(['结尾', '未分类'])
  })
  it('PHRASE-2: what was deleted returns to its place', () => {
    const three = after(empty, { kind: 'add', phrases: ['一', '二', '三'].map((text) => ({ category: '甲', text })) })
    const [, second] = three.phrases
    const less = after(three, { kind: 'remove', id: 'n2' })
    expect(texts(less)).toEqual(['甲：一', '甲：三'])
    expect(after(less, { kind: 'putBack', phrase: second!, at: 1 })).toEqual(three)
    expect(after(three, { kind: 'putBack', phrase: second!, at: 1 })).toBe(three)
  })
  it('PHRASE-2: categories move, take another name and grow together; a changed phrase keeps its id and uses', () => {
    const some = after(empty, { kind: 'add', phrases: [{ category: '甲', text: '一' }, { category: '乙', text: '二' }, { category: '丙', text: '三' }] })
    expect(after(some, { kind: 'moveCategory', name: '丙', by: -1 }).categories).toEqual(['甲', '丙', '乙'])
    expect(after(some, { kind: 'moveCategory', name: '甲', by: -1 })).toBe(some)
    const merged = after(some, { kind: 'renameCategory', name: '丙', to: '甲' })
    expect(merged.categories).toEqual(['甲', '乙'])
    expect(texts(merged)).toEqual(['甲：一', '乙：二', '甲：三'])
    const used = after(some, { kind: 'used', id: 'n1' }, { kind: 'edit', id: 'n1', category: '丁', text: ' 壹 ', note: '备' })
    expect(used.phrases[0]).toMatchObject({ id: 'n1', category: '丁', text: '壹', note: '备', uses: 1 })
    expect(used.categories).toEqual(['甲', '乙', '丙', '丁'])
    expect(after(used, { kind: 'edit', id: 'n1', category: '丁', text: '壹', note: '' }).phrases[0]).not.toHaveProperty('note')
  })
})

describe('finding', () => {
  const some = after(empty, { kind: 'add', phrases: [{ category: '措施', text: '加强学习培训' }, { category: '措施', text: '健全学习制度', note: '机关党建' }, { category: '问题', text: '学习不够深入' }] })
  it('PHRASE-3: every word must stand in text, category or note', () => {
    expect(filterPhrases(some.phrases, '').length).toBe(3)
    expect(filterPhrases(some.phrases, '学习 措施').map(({ text }) => text)).toEqual(['加强学习培训', '健全学习制度'])
    expect(filterPhrases(some.phrases, '党建').map(({ text }) => text)).toEqual(['健全学习制度'])
    expect(filterPhrases(some.phrases, '没有')).toEqual([])
  })
  it('PHRASE-3: at the caret stands first what begins with the words, then what was used most', () => {
    const used = after(some, { kind: 'used', id: 'n2' })
    expect(choosePhrases(used.phrases, '学习', 9).map(({ text }) => text)).toEqual(['学习不够深入', '健全学习制度', '加强学习培训'])
    expect(choosePhrases(used.phrases, '', 2).map(({ text }) => text)).toEqual(['健全学习制度', '加强学习培训'])
  })
})
