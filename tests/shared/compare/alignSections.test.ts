import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchingHead, sectionHeads } from '../../../shared/compare/alignSections'
import { blocksOf } from '../../support/editorState'

const heads = (...lines: readonly string[]) => sectionHeads({ blocks: blocksOf(...lines), numbering: 'restart' })

/** The answer for every heading of `own`, by its line number in `others`; 0 for none. */
function answers(own: readonly string[], others: readonly string[]): readonly number[] {
  const [mine, theirs] = [heads(...own), heads(...others)]
  return mine.map((_head, index) => Number(matchingHead(mine, index, theirs)?.id.slice(1) ?? 0))
}

describe('sections that answer to each other', () => {
  it('REFERENCE-2: headings of alike words, whatever their figures and order', () => {
    expect(answers(
      ['1:2025年主要工作情况', '2:扎实推进馆藏数字化', '2:健全档案工作责任体系', '1:下一步工作打算'],
      ['1:2024年主要工作', '2:健全工作责任体系', '2:推进馆藏资源数字化', '1:存在的问题', '1:下一步打算'],
    )).toEqual([1, 3, 2, 5])
  })

  it('REFERENCE-2: between equal headings the place decides, and the heading above', () => {
    const own = ['1:法治建设', '2:主要做法', '2:存在问题', '1:安全生产', '2:主要做法', '2:存在问题']
    expect(answers(own, own)).toEqual([1, 2, 3, 4, 5, 6])
    expect(answers(own, ['1:安全生产', '2:主要做法', '1:法治建设', '2:主要做法'])).toEqual([3, 4, 3, 1, 2, 1])
  })

  it('REFERENCE-2: a heading like no other goes with the one above it, and with none at the top', () => {
    expect(answers(['1:主要工作', '2:抓好汛期值守', '1:大事记'], ['1:主要工作', '2:推进宣传教育'])).toEqual([1, 1, 0])
    expect(answers(['1:主要工作'], [])).toEqual([0])
    expect(answers(['1:2025'], ['1:2024'])).toEqual([0])
  })

  it('REFERENCE-2: a report answers to itself', () => {
    const line = fc.tuple(fc.constantFrom('1', '2', '3'), fc.array(fc.constantFrom('工', '作', '情', '况', '安', '全'), { minLength: 2, maxLength: 5 })).map(([level, words]) => `${level}:${words.join('')}`)
    fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
      const own = heads(...lines)
      expect(own.map((_head, index) => matchingHead(own, index, own)?.id)).toEqual(own.map(({ id }) => id))
    }))
  })
})
