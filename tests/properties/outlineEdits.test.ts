import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outlineRows } from '../../shared/outline/outlineRows'
import { blockText } from '../../shared/report/blockText'
import { demoteSection, insertBlocks, mergeWithPrevious, moveSection, promoteSection, removeNumber, setLevel, splitBlock } from '../../shared/report/edits'
import type { Block, Level } from '../../shared/report/report'
import { sectionRange } from '../../shared/report/sections'

const seed = Number(process.env['FC_SEED'] ?? 20261121)
const runs = (numRuns: number): { seed: number; numRuns: number } => ({ seed, numRuns })

const blocks: fc.Arbitrary<readonly Block[]> = fc.array(fc.record({
  level: fc.constantFrom<0 | Level>(0, 0, 1, 1, 2, 2, 3, 4, 5), form: fc.constantFrom(undefined, undefined, 'heading' as const, 'clause' as const), kind: fc.constantFrom('text', 'text', 'text', 'text', 'text', 'pageBreak', 'table'),
  texts: fc.array(fc.constantFrom('加强领导', '。', '𬱖', '一是抓学习；', '各项工作'), { maxLength: 3 }),
}), { minLength: 1, maxLength: 14 }).map((list) => list.map(({ level, form, kind, texts }, index): Block => {
  const id = `b${index}`
  if (kind === 'pageBreak') return { kind, id }
  if (kind === 'table') return { kind, id, rows: [['甲', '乙']], headerRows: 1 }
  const plain = { kind: 'text', id, level, runs: texts.map((text) => ({ text })) } as const
  return form === undefined || (level === 0 && form === 'clause') ? plain : { ...plain, form }
}))

const edit = fc.record({ kind: fc.constantFrom('move', 'moveEnd', 'promote', 'demote', 'level', 'plain', 'split', 'merge', 'insert'), at: fc.nat(), to: fc.nat(), level: fc.constantFrom<0 | Level>(0, 1, 2, 3, 4, 5), offset: fc.integer({ min: -1, max: 12 }) })
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never

function apply(list: readonly Block[], { kind, at, to, level, offset }: Edit, newId: string): readonly Block[] {
  const id = list[at % list.length]?.id ?? ''
  const other = list[to % list.length]?.id ?? ''
  switch (kind) {
    case 'move': return moveSection(list, id, other)
    case 'moveEnd': return moveSection(list, id, null)
    case 'promote': return promoteSection(list, id)
    case 'demote': return demoteSection(list, id)
    case 'level': return setLevel(list, id, level)
    case 'plain': return removeNumber(list, id)
    case 'split': return splitBlock(list, id, offset, newId)
    case 'merge': return mergeWithPrevious(list, id)
    default: return insertBlocks(list, [{ kind: 'text', id: newId, level, runs: [] }], other)
  }
}

const characters = (list: readonly Block[]): string => [...list.map(blockText).join('')].sort().join('')

function expectWellFormed(list: readonly Block[]): void {
  expect(new Set(list.map((block) => block.id)).size).toBe(list.length)
  for (const block of list) {
    const range = sectionRange(list, block.id)
    expect(range !== null && range.to > range.from && range.to <= list.length).toBe(true)
    if (block.kind === 'text') expect(block.level >= 0 && block.level <= 5 && !(block.level === 0 && block.form === 'clause')).toBe(true)
  }
  const rows = outlineRows({ blocks: list, numbering: 'restart' })
  expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
}

/** Sections lie inside one another or apart, never across. */
function expectNested(list: readonly Block[]): void {
  const heads = list.filter((block) => block.kind === 'text' && block.level > 0 && block.form !== 'clause')
  const ranges = heads.map((block) => sectionRange(list, block.id)).filter((range) => range !== null)
  for (const one of ranges) for (const other of ranges) if (one.from < other.from) expect(other.from >= one.to || other.to <= one.to).toBe(true)
}

describe('laws of edits', () => {
  it('TREE-7: any sequence of edits keeps ids unique, the tree well-formed and every character of the text', () => {
    fc.assert(fc.property(blocks, fc.array(edit, { maxLength: 20 }), (start, edits) => {
      let list = start
      edits.forEach((each, index) => {
        list = apply(list, each, `n${index}`)
        expectWellFormed(list)
      })
      expectNested(list)
      expect(characters(list)).toBe(characters(start))
    }), runs(300))
  })

  it('TREE-8: a section that was demoted and promoted again is what it was', () => {
    fc.assert(fc.property(blocks, fc.nat(), (list, at) => {
      const id = list[at % list.length]?.id ?? ''
      const demoted = demoteSection(list, id)
      if (demoted !== list) expect(promoteSection(demoted, id)).toEqual(list)
    }), runs(400))
  })

  it('TREE-8: a section that was promoted and demoted again is what it was, if it took no follower in', () => {
    fc.assert(fc.property(blocks, fc.nat(), (list, at) => {
      const id = list[at % list.length]?.id ?? ''
      const promoted = promoteSection(list, id)
      const before = sectionRange(list, id)
      const after = sectionRange(promoted, id)
      if (promoted !== list && before?.to === after?.to) expect(demoteSection(promoted, id)).toEqual(list)
    }), runs(400))
  })

  it('TREE-10: what was split at any place and merged again has its text back', () => {
    fc.assert(fc.property(blocks, fc.nat(), fc.nat({ max: 12 }), (list, at, offset) => {
      const block = list[at % list.length]
      if (block?.kind !== 'text') return
      const split = splitBlock(list, block.id, offset, 'second')
      if (split === list) return
      const merged = mergeWithPrevious(split, 'second')
      expect(merged.map(blockText)).toEqual(list.map(blockText))
      for (const text of split.map(blockText)) expect(text).toBe(text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, ''))
    }), runs(300))
  })

  it('TREE-9: a section moved away and back stands where it stood', () => {
    fc.assert(fc.property(blocks, fc.nat(), fc.nat(), (list, at, to) => {
      const id = list[at % list.length]?.id ?? ''
      const range = sectionRange(list, id)
      const moved = moveSection(list, id, list[to % list.length]?.id ?? null)
      if (range === null || moved === list) return
      expect(moved.filter((block) => !list.slice(range.from, range.to).includes(block))).toEqual([...list.slice(0, range.from), ...list.slice(range.to)])
      expect(moved.filter((block) => list.slice(range.from, range.to).includes(block))).toEqual(list.slice(range.from, range.to))
    }), runs(300))
  })
})
