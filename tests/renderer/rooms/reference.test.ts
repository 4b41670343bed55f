import { describe, expect, it } from 'vitest'
import { chosenAt, keyTarget, noChoice } from '../../../renderer/reference/choice'
import { presentBlocks, shownGroups } from '../../../renderer/reference/referencePage'
import { usualReference } from '../../../renderer/state/reference'
import type { Report } from '../../../shared/report/report'
import type { ReportSummary } from '../../../shared/report/summary'
import { blocksOf } from '../../support/editorState'

const older: Report = {
  id: 'r-00000000000000000000000001', kind: 'general', year: 2024, unit: '', state: 'filed', title: [], addressee: '', blocks: blocksOf('1:主要工作', '检查46家。', '', '培训3期。'), attachments: [], signature: [],
  date: '', note: '', numbering: 'restart', setAside: [], origin: { kind: 'blank' },
}
const summary = (id: string, year: number, more: Partial<ReportSummary> = {}): ReportSummary => ({ id, title: id, kind: 'general', unit: '甲局', year, state: 'draft', savedAt: '', characters: 0, isTrashed: false, ...more })
const own = { id: 'own', kind: 'general' as const, year: 2025, unit: '甲局', origin: { kind: 'blank' as const } }

describe('the older report', () => {
  it('REFERENCE-1: is the one that this report continues, else the newest of the same kind', () => {
    const reports = [summary('own', 2025), summary('a', 2023), summary('b', 2024, { unit: '乙局' }), summary('c', 2024), summary('d', 2024, { kind: 'safety' }), summary('e', 2024, { isTrashed: true, state: 'final' }), summary('f', 2026)]
    expect(usualReference(reports, own)?.id).toBe('c')
    expect(usualReference([...reports, summary('g', 2024, { state: 'final' })], own)?.id).toBe('g')
    expect(usualReference(reports, { ...own, origin: { kind: 'lastYear', from: 'a' } })?.id).toBe('a')
    expect(usualReference(reports, { ...own, kind: 'ideology' })).toBeNull()
  })

  it('REFERENCE-3: keys and clicks choose one, several and ranges', () => {
    const chosen = (choice: ReturnType<typeof chosenAt>): readonly number[] => [...choice.chosen].sort()
    const one = chosenAt(noChoice, 2, 'one')
    expect(chosen(one)).toEqual([2])
    expect(chosen(chosenAt(one, 4, 'extend'))).toEqual([2, 3, 4])
    expect(chosen(chosenAt(chosenAt(one, 4, 'extend'), 1, 'extend'))).toEqual([1, 2])
    expect(chosen(chosenAt(chosenAt(one, 5, 'toggle'), 2, 'toggle'))).toEqual([5])
    expect(chosen(chosenAt(noChoice, 3, 'extend'))).toEqual([3])
    expect([keyTarget('ArrowDown', -1, 3), keyTarget('ArrowDown', 2, 3), keyTarget('End', 0, 3), keyTarget('PageUp', 2, 3), keyTarget('x', 0, 3), keyTarget('ArrowDown', -1, 0)]).toEqual([0, 2, 2, 0, null, null])
  })

  it('REFERENCE-7: knows what the present report has, also with other figures once it was taken over', () => {
    expect([...presentBlocks(older, { blocks: blocksOf('1:主要工作', '检查52家。') })]).toEqual(['b1'])
    const taken = blocksOf('检查52家。', '其他').map((block) => ({ ...block, taken: older.id }))
    expect([...presentBlocks(older, { blocks: taken })]).toEqual(['b2'])
    expect([...presentBlocks(older, { blocks: taken.map((block) => ({ ...block, taken: 'r-other' })) })]).toEqual([])
  })

  it('REFERENCE-1: has its numbers, in groups', () => {
    const long = { ...older, blocks: blocksOf(...Array.from({ length: 60 }, (_each, index) => `1:标题${index}`)) }
    expect(shownGroups(long).map((group) => group.length)).toEqual([25, 25, 10])
    expect(shownGroups(long)[1]?.[0]).toMatchObject({ index: 25, number: '二十六、' })
  })
})
