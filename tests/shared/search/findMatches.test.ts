import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMatches, foldFor, type FindQuery } from '../../../shared/search/findMatches'

const plain: FindQuery = { words: '', matchWidth: false, matchCase: false, wholeWord: false }

/** The text with brackets around every place. */
function shown(text: string, query: Partial<FindQuery> & { readonly words: string }): string {
  let at = 0
  const pieces = findMatches(text, { ...plain, ...query }).map(({ from, to }) => {
    const piece = `${text.slice(at, from)}[${text.slice(from, to)}]`
    at = to
    return piece
  })
  return pieces.join('') + text.slice(at)
}

describe('finding places in a text', () => {
  it.each([
    ['2025年', '２０２５年和2025年', '[２０２５年]和[2025年]'],
    ['ｇｂ／ｔ', '按GB/T执行', '按[GB/T]执行'],
    ['任务,', '任务，任务,任务。', '[任务，][任务,]任务。'],
    ['"四个"', '“四个”意识', '[“四个”]意识'],
    ['(一)', '（一）项', '[（一）]项'],
    ['a b', 'A　B，a b，a\u00a0b', '[A　B]，[a b]，[a\u00a0b]'],
    ['。', '完成。达1.5万', '完成[。]达1.5万'],
  ])('FIND-1: %s is found in either width', (words, text, expected) => {
    expect(shown(text, { words })).toBe(expected)
  })

  it.each([['2025年', '２０２５年和2025年', '２０２５年和[2025年]'], [',', '甲，乙,丙', '甲，乙[,]丙'], ['“', '“甲"', '[“]甲"']])('FIND-1: with 区分全半角 %s is only itself', (words, text, expected) => {
    expect(shown(text, { words, matchWidth: true })).toBe(expected)
  })

  it('FIND-2: capitals and words follow their options', () => {
    expect(shown('App和app', { words: 'APP' })).toBe('[App]和[app]')
    expect(shown('App和app', { words: 'app', matchCase: true })).toBe('App和[app]')
    expect(shown('apps app，app端 App1', { words: 'app', wholeWord: true })).toBe('apps [app]，[app]端 App1')
    expect(shown('120件，12件，１２件，312', { words: '12', wholeWord: true })).toBe('120件，[12]件，[１２]件，312')
    expect(shown('整改到位，整改率', { words: '整改', wholeWord: true })).toBe('[整改]到位，[整改]率')
  })

  it('FIND-3: places do not overlap and stand in the original text', () => {
    expect(shown('哈哈哈哈哈', { words: '哈哈' })).toBe('[哈哈][哈哈]哈')
    expect(findMatches('𬱖𬱖镇', { ...plain, words: '𬱖' })).toEqual([{ from: 0, to: 2 }, { from: 2, to: 4 }])
    expect(findMatches('甲𬱖乙', { ...plain, words: '\udc56' })).toEqual([])
    expect(shown('\u{10400}x', { words: '\u{10428}' })).toBe('[\u{10400}]x')
    expect(shown('İstanbul', { words: 'istanbul' })).toBe('İstanbul')
  })

  const letters = fc.constantFrom('a', 'A', 'ａ', 'Ａ', '1', '１', ',', '，', '。', '“', '"', '中', '𬱖', '\ud86c', '\udc56', ' ', '　', 'Ω', 'ω', 'İ')
  const texts = fc.array(letters, { maxLength: 30 }).map((each) => each.join(''))
  const queries = fc.record({ words: fc.array(letters, { maxLength: 3 }).map((each) => each.join('')), matchWidth: fc.boolean(), matchCase: fc.boolean(), wholeWord: fc.boolean() })

  it('FIND-3: folding keeps every place where it is', () => {
    fc.assert(fc.property(texts, queries, (text, query) => {
      const folded = foldFor(text, query)
      expect(folded.length).toBe(text.length)
      expect(foldFor(folded, query)).toBe(folded)
      for (let cut = 0; cut <= text.length; cut += 1) if (!/[\ud800-\udbff]$/.test(text.slice(0, cut))) expect(foldFor(text.slice(0, cut), query)).toBe(folded.slice(0, cut))
    }))
  })

  it('FIND-4: what is found is what a plain scan finds', () => {
    fc.assert(fc.property(texts, queries, (text, query) => {
      expect(findMatches(text, query)).toEqual(scan(text, query))
    }), { numRuns: 500 })
    expect(scan('aAa', { ...plain, words: 'a' })).toHaveLength(3)
  })
})

/** The slow way: every start, one after the other. */
function scan(text: string, query: FindQuery): readonly { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  const { length } = query.words
  const isWord = (character: string | undefined): boolean => character !== undefined && /[a-z0-9_A-Zａ-ｚＡ-Ｚ０-９İ]/.test(character)
  const isCut = (at: number): boolean => /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '')
  const isGlued = (at: number): boolean => query.wholeWord && isWord(text[at - 1]) && isWord(text[at])
  for (let from = 0; length > 0 && from + length <= text.length; from += 1) {
    const to = from + length
    if (foldFor(text, query).slice(from, to) !== foldFor(query.words, query) || isCut(from) || isCut(to) || isGlued(from) || isGlued(to)) continue
    found.push({ from, to })
    from = to - 1
  }
  return found
}
