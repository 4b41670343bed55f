import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../../shared/report/report'
import { demoteSections, moveSections, moveSectionsDown, moveSectionsUp, promoteSections, removeSections, topSections } from '../../../shared/report/sectionGroups'
import { blocksOf, written } from '../../support/editorState'

const report = blocksOf('开头', '1:甲', '2:甲一', '文字', '2:甲二', '1:乙', '1:丙', '2:丙一')

describe('several sections at once', () => {
  it('TREE-11: a section inside a chosen one goes with it', () => {
    expect(topSections(report, ['b3', 'b2', 'b7'])).toEqual(['b2', 'b7'])
    expect(written(promoteSections(report, ['b3', 'b5']))).toEqual(['开头', '1:甲', '1:甲一', '文字', '1:甲二', '1:乙', '1:丙', '2:丙一'])
    expect(written(removeSections(report, ['b3', 'b2', 'b7']))).toEqual(['开头', '1:乙'])
  })
  it('TREE-11: chosen sections are gathered in printed order where they are dropped', () => {
    expect(written(moveSections(report, ['b7', 'b5'], 'b2'))).toEqual(['开头', '2:甲二', '1:丙', '2:丙一', '1:甲', '2:甲一', '文字', '1:乙'])
    expect(moveSections(report, ['b2'], 'b3')).toBe(report)
    expect(moveSections(report, ['b2', 'b6'], null).map(({ id }) => id)).toEqual(['b1', 'b7', 'b8', 'b2', 'b3', 'b4', 'b5', 'b6'])
  })
  it('TREE-11: neighbours move together and never pass each other', () => {
    expect(written(moveSectionsUp(report, ['b6', 'b7']))).toEqual(['开头', '1:乙', '1:丙', '2:丙一', '1:甲', '2:甲一', '文字', '2:甲二'])
    expect(moveSectionsUp(report, ['b2', 'b6'])).toBe(report)
    expect(written(moveSectionsDown(report, ['b2', 'b6']))).toEqual(['开头', '1:丙', '2:丙一', '1:甲', '2:甲一', '文字', '2:甲二', '1:乙'])
    expect(moveSectionsDown(report, ['b6', 'b7'])).toBe(report)
  })
  it('TREE-11: all chosen sections rise or fall, or none', () => {
    expect(promoteSections(report, ['b3', 'b6'])).toBe(report)
    expect(written(demoteSections(report, ['b6', 'b7'])).slice(5)).toEqual(['2:乙', '2:丙', '3:丙一'])
  })
  it('TREE-7: no sequence of edits of groups loses a block, doubles an id or leaves levels 0–5', () => {
    const levels = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.constantFrom('', 'c', 'h')), { minLength: 1, maxLength: 24 })
    const edits = fc.array(fc.tuple(fc.constantFrom('up', 'down', 'promote', 'demote', 'before'), fc.array(fc.nat(24), { maxLength: 5 }), fc.nat(30)), { maxLength: 12 })
    fc.assert(fc.property(levels, edits, (shapes, steps) => {
      const start = blocksOf(...shapes.map(([level, form], index) => `${level}${level === 0 && form === 'c' ? '' : form}:第${index}`))
      let now: readonly Block[] = start
      for (const [kind, picks, target] of steps) {
        const ids = picks.map((pick) => now[pick % now.length]?.id ?? '')
        now = kind === 'up' ? moveSectionsUp(now, ids) : kind === 'down' ? moveSectionsDown(now, ids)
          : kind === 'promote' ? promoteSections(now, ids) : kind === 'demote' ? demoteSections(now, ids) : moveSections(now, ids, now[target]?.id ?? null)
      }
      expect(now.map(({ id }) => id).sort()).toEqual(start.map(({ id }) => id).sort())
      expect(now.every((block) => block.kind === 'text' && block.level >= 0 && block.level <= 5)).toBe(true)
    }))
  })
})
