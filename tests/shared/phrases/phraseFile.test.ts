import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changePhrases } from '../../../shared/phrases/changePhrases'
import { categoryName, type PhraseLibrary } from '../../../shared/phrases/phrase'
import { readPhraseFile, writePhraseFile } from '../../../shared/phrases/phraseFile'
import { startLibrary } from '../../../shared/phrases/startPhrases'
import { codeOf, valueOf } from '../../support/tempLibrary'

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 30 }), fc.string({ minLength: 1, maxLength: 30, unit: fc.constantFrom('【', '】', '\\', '工', '作', '\t', '\n', '\r', '\u2028', '　', ' ', '。') }),
)

/** Libraries as changes make them. */
const libraries = fc.array(fc.record({ category: text, text, note: fc.option(text, { nil: undefined }) }), { maxLength: 12 }).map((phrases): PhraseLibrary => {
  let count = 0
  return changePhrases({ categories: [], phrases: [], dismissed: [] }, { kind: 'add', phrases: phrases.map(({ note, ...rest }) => (note === undefined ? rest : { ...rest, note })) }, { newId: () => `n${(count += 1)}`, now: '' })
})

/** What a file holds, category by category. */
function content({ categories, phrases }: Pick<PhraseLibrary, 'categories'> & { readonly phrases: readonly { readonly category: string; readonly text: string; readonly note?: string | undefined }[] }): unknown {
  return categories.map((category) => [category, phrases.filter((phrase) => phrase.category === category).map(({ text: words, note }) => [words, note ?? ''])])
}

describe('the plain file', () => {
  it('PHRASE-5: reading what was written gives the same phrases, with any line ends', () => {
    fc.assert(fc.property(libraries, fc.constantFrom('\n', '\r\n', '\r'), (library, end) => {
      fc.pre(library.phrases.length > 0)
      const read = valueOf(readPhraseFile(`\ufeff${writePhraseFile(library).replace(/\n/g, end)}`))
      expect(content(read)).toEqual(content(library))
    }), { numRuns: 500 })
  })
  it('PHRASE-5: reading it into the library it came from adds nothing', () => {
    const read = valueOf(readPhraseFile(writePhraseFile(startLibrary)))
    expect(changePhrases(startLibrary, { kind: 'add', phrases: read.phrases }, { newId: () => 'n', now: '' })).toBe(startLibrary)
  })
  it('PHRASE-5: a file typed by hand is understood', () => {
    const read = valueOf(readPhraseFile('没有类别的一句\n\n 【 开头语 】 \n一年来，\t用在第一段\n\\【不是类别】\n\\\\反斜杠\n【空】\n'))
    expect(read.categories).toEqual(['开头语', '空'])
    expect(read.phrases).toEqual([
      { category: '未分类', text: '没有类别的一句' }, { category: '开头语', text: '一年来，', note: '用在第一段' }, { category: '开头语', text: '【不是类别】' }, { category: '开头语', text: '\\反斜杠' },
    ])
    expect(categoryName('【】')).toBe('未分类')
  })
  it('PHRASE-5: a report is no file of phrases, and a file without one is empty', () => {
    expect(readPhraseFile(`【甲】\n一句\n${'长'.repeat(501)}\n`)).toEqual({ ok: false, error: { code: 'phraseTooLong', detail: { line: 3, limit: 500 } } })
    expect(codeOf(readPhraseFile('【甲】\n\n　\n'))).toBe('fileEmpty')
  })
})
