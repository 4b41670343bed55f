import { describe, expect, it } from 'vitest'
import { demoteSection, insertBlocks, mergeWithPrevious, moveSection, promoteSection, removeBlock, removeNumber, removeSection, setLevel, splitBlock } from '../../../shared/report/edits'
import type { Block, Level } from '../../../shared/report/report'
import { parentHeading, sectionRange } from '../../../shared/report/sections'

/** 'a1 b2 c0 d2c e0p -' → blocks with these ids and levels; c clause, p part title, - page break. */
function list(written: string): readonly Block[] {
  return written.split(' ').map((each, index): Block => {
    if (each === '-') return { kind: 'pageBreak', id: `-${index}` }
    const plain = { kind: 'text', id: each.charAt(0), level: Number(each.charAt(1)) as 0 | Level, runs: [{ text: each.charAt(0) }] } as const
    return each.charAt(2) === 'c' ? { ...plain, form: 'clause' } : each.charAt(2) === 'p' ? { ...plain, form: 'heading' } : plain
  })
}

function show(blocks: readonly Block[]): string {
  return blocks.map((block) => (block.kind === 'text' ? `${block.id}${block.level}${block.form === 'clause' ? 'c' : block.form === 'heading' ? 'p' : ''}` : '-')).join(' ')
}

const report = list('a0 b1 c2 d0 e2 f1 g0 h1')

describe('sections', () => {
  it.each([['b', 1, 5], ['c', 2, 4], ['d', 3, 4], ['e', 4, 5], ['f', 5, 7], ['h', 7, 8]])('TREE-1: the section of %s goes from %d to %d', (id, from, to) => {
    expect(sectionRange(report, id)).toEqual({ from, to })
  })

  it('TREE-1: clauses do not end a section, part titles do', () => {
    expect(sectionRange(list('a2 b2c c3 d2'), 'a')).toEqual({ from: 0, to: 3 })
    expect(sectionRange(list('a1 b0 - c0p d1'), 'a')).toEqual({ from: 0, to: 2 })
    expect(sectionRange(report, 'x')).toBeNull()
  })

  it('TREE-2: a clause holds deeper clauses, a part title its part', () => {
    expect(sectionRange(list('a3c b4c c4c d3c e0'), 'a')).toEqual({ from: 0, to: 3 })
    expect(sectionRange(list('a0p b1 c0 - d0p e1'), 'a')).toEqual({ from: 0, to: 3 })
    expect(sectionRange(list('a0p b0p c1'), 'a')).toEqual({ from: 0, to: 1 })
  })

  it.each([['c', 'b'], ['d', 'c'], ['b', null], ['g', 'f'], ['a', null], ['x', null]])('TREE-1: above %s stands %s', (id, parent) => {
    expect(parentHeading(report, id)).toBe(parent)
  })
})

describe('edits', () => {
  it.each<[string, string | null, string]>([['f', 'b', 'a0 f1 g0 b1 c2 d0 e2 h1'], ['b', 'h', 'a0 f1 g0 b1 c2 d0 e2 h1'], ['b', null, 'a0 f1 g0 h1 b1 c2 d0 e2'], ['e', 'c', 'a0 b1 e2 c2 d0 f1 g0 h1']])('TREE-9: %s moves before %s', (id, before, expected) => {
    expect(show(moveSection(report, id, before))).toBe(expected)
  })

  it('TREE-8: promoting and demoting take all numbers of the section along', () => {
    expect(show(demoteSection(report, 'b'))).toBe('a0 b2 c3 d0 e3 f1 g0 h1')
    expect(show(promoteSection(report, 'c'))).toBe('a0 b1 c1 d0 e2 f1 g0 h1')
    expect(show(demoteSection(list('a1 b3c c0'), 'a'))).toBe('a2 b4c c0')
  })

  it('TREE-6: what changes nothing or is not allowed gives the same list', () => {
    const deep = list('a1 b5')
    const same: readonly (readonly [readonly Block[], readonly Block[]])[] = [
      [moveSection(report, 'b', 'c'), report], [moveSection(report, 'b', 'b'), report], [moveSection(report, 'b', 'f'), report], [moveSection(report, 'h', null), report], [moveSection(report, 'x', 'b'), report], [moveSection(report, 'b', 'x'), report],
      [promoteSection(report, 'b'), report], [promoteSection(report, 'a'), report], [demoteSection(deep, 'a'), deep], [demoteSection(report, 'd'), report], [setLevel(report, 'b', 1), report], [setLevel(report, 'x', 1), report],
      [insertBlocks(report, [], null), report], [insertBlocks(report, list('z0'), 'x'), report], [removeSection(report, 'x'), report], [removeBlock(report, 'x'), report], [splitBlock(report, 'b', 0, 'z'), report], [splitBlock(report, 'b', 9, 'z'), report],
      [splitBlock(report, 'x', 1, 'z'), report], [mergeWithPrevious(report, 'a'), report],
    ]
    for (const [after, before] of same) expect(after).toBe(before)
  })

  it('TREE-6: levels, forms, insertion and removal', () => {
    expect(show(setLevel(report, 'd', 3, 'clause'))).toBe('a0 b1 c2 d3c e2 f1 g0 h1')
    expect(show(removeNumber(list('a3c b0'), 'a'))).toBe('a0 b0')
    expect(show(setLevel(list('a3c'), 'a', 0, 'clause'))).toBe('a0')
    expect(show(insertBlocks(report, list('y2 z0'), 'f'))).toBe('a0 b1 c2 d0 e2 y2 z0 f1 g0 h1')
    expect(show(removeSection(report, 'b'))).toBe('a0 f1 g0 h1')
    expect(show(removeBlock(report, 'b'))).toBe('a0 c2 d0 e2 f1 g0 h1')
    expect(() => insertBlocks(report, list('a1'), null)).toThrow()
  })

  it('TREE-10: splitting leaves the first part as it is and keeps the manner of runs; merging undoes it', () => {
    const bold: readonly Block[] = [{ kind: 'text', id: 'a', level: 1, runs: [{ text: '加强', bold: true }, { text: '领导𬱖。' }] }]
    expect(splitBlock(bold, 'a', 3, 'b')).toEqual([{ kind: 'text', id: 'a', level: 1, runs: [{ text: '加强', bold: true }, { text: '领' }] }, { kind: 'text', id: 'b', level: 0, runs: [{ text: '导𬱖。' }] }])
    expect(splitBlock(bold, 'a', 5, 'b')[1]).toMatchObject({ runs: [{ text: '𬱖。' }] })
    expect(mergeWithPrevious(splitBlock(bold, 'a', 3, 'b'), 'b')).toEqual(bold)
    expect(show(splitBlock([{ kind: 'text', id: 'a', level: 3, runs: [{ text: '甲乙' }], form: 'clause' }], 'a', 1, 'b'))).toBe('a3c b3c')
  })
})
