import { describe, expect, it } from 'vitest'
import { changedRows, drawComparison, rowGroups, type ComparisonRow } from '../../../renderer/versions/comparisonRows'
import { groupVersions } from '../../../renderer/versions/versionGroups'
import type { ReportVersion } from '../../../shared/ipc/contract'
import { emptyContent, type ReportContent } from '../../../shared/outline/reportContent'
import type { TextBlock } from '../../../shared/report/report'

const paragraph = (id: string, text: string, level: TextBlock['level'] = 0): TextBlock => ({ kind: 'text', id, level, runs: [{ text }] })
const report = (...blocks: TextBlock[]): ReportContent => ({ ...emptyContent, title: ['年度工作总结'], date: '2026年1月5日', blocks })
const textOf = (row: ComparisonRow, ...kinds: readonly string[]): string => row.pieces.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text).join('')

const before = report(paragraph('a', '主要工作', 1), paragraph('b', '全年检查企业120家，整改隐患356处。'), paragraph('c', '群众满意度进一步提高，获得县级表彰一次。'), paragraph('d', '存在的问题', 1), paragraph('e', '人手不足的问题仍然比较突出。'))
const after = report(paragraph('a', '主要工作', 1), paragraph('n', '新增一段关于培训工作的内容。'), paragraph('b', '全年检查企业135家，整改隐患356处。'), paragraph('d', '存在的问题', 2), paragraph('e', '人手不足的问题仍然比较突出。'))

describe('the rows of a comparison', () => {
  it('VERSION-8: same and added pieces are the later text, same and removed ones the earlier, paragraph by paragraph', () => {
    const { rows } = drawComparison(before, after)
    const body = rows.filter(({ look }) => look.startsWith('para'))
    const later = body.filter(({ mark }) => mark !== 'removed').map((row) => textOf(row, 'same', 'added'))
    const earlier = body.filter(({ mark }) => mark !== 'added').map((row) => textOf(row, 'same', 'removed'))
    expect(later).toEqual(after.blocks.map((block) => (block.kind === 'text' ? block.runs[0]?.text : '')))
    expect(earlier).toEqual(before.blocks.map((block) => (block.kind === 'text' ? block.runs[0]?.text : '')))
  })
  it('VERSION-8: numbers are those of the version that a paragraph belongs to, and a changed level is said', () => {
    const { rows } = drawComparison(before, after)
    expect(rows.find(({ key }) => key.endsWith(' a'))?.number).toBe('一、')
    expect(rows.find(({ key }) => key.endsWith(' d'))).toMatchObject({ number: '（一）', mark: 'changed', notes: ['层次：一级 → 二级'] })
    const gone = drawComparison(report(paragraph('x', '旧的一节', 1), ...before.blocks as TextBlock[]), before).rows.find(({ mark }) => mark === 'removed')
    expect(gone).toMatchObject({ number: '一、', notes: ['删去'] })
  })
  it('VERSION-8: every change has one place to step to, in reading order', () => {
    const { rows, changes } = drawComparison(before, after)
    const places = rows.flatMap((row) => [...(row.change === null ? [] : [row.change]), ...row.pieces.flatMap(({ change }) => (change === null ? [] : [change]))])
    expect(places).toEqual(Array.from({ length: changes }, (_, index) => index))
    expect(changes).toBe(4)
  })
  it('VERSION-8: a moved paragraph stands at its new place and says so at both', () => {
    const moved = report(...['d', 'e', 'a', 'b', 'c'].map((id) => before.blocks.find((block) => block.id === id) as TextBlock))
    const { rows } = drawComparison(before, moved)
    expect(rows.filter(({ mark }) => mark === 'moved').length).toBeGreaterThan(0)
    expect(rows.filter(({ mark }) => mark === 'moved').length).toBe(rows.filter(({ mark }) => mark === 'movedAway').length)
    expect(rows.find(({ mark }) => mark === 'moved')?.notes).toContain('从别处移到这里')
  })
  it('VERSION-8: only the changes: what is left out is counted', () => {
    const { rows } = drawComparison(before, after)
    const filtered = changedRows(rows)
    expect(filtered.filter(({ mark }) => mark !== 'same')).toEqual(rows.filter(({ mark }) => mark !== 'same'))
    const left = filtered.filter(({ mark }) => mark === 'same').map(({ notes }) => Number(/\d+/.exec(notes[0] ?? '')?.[0]))
    expect(left.reduce((sum, each) => sum + each, 0)).toBe(rows.filter(({ mark }) => mark === 'same').length)
  })
  it('VERSION-8: the same text twice has no change and all of the text', () => {
    const drawn = drawComparison(before, before)
    expect(drawn).toMatchObject({ isEqual: true, changes: 0 })
    expect(drawn.rows.every(({ mark }) => mark === 'same')).toBe(true)
    expect(rowGroups(drawn.rows, 3).flat()).toEqual(drawn.rows)
  })
})

describe('the list of versions', () => {
  const version = (generation: number, name: string, savedAt: string, characters: number, parent = generation - 1): ReportVersion => ({ generation, parent, savedAt, cause: 'auto', name, characters })
  it('VERSION-7: named ones first, the others by day, each with its change of 字数 to the one it grew from', () => {
    const groups = groupVersions([version(5, '', '2026-01-05T09', 130), version(4, '送审稿', '2026-01-05T08', 120), version(3, '', '2026-01-04T08', 90), version(1, '初稿', '2026-01-03T08', 100, 0)], (time) => time.slice(0, 10))
    expect(groups.named.map(({ generation, change }) => [generation, change])).toEqual([[4, 30], [1, null]])
    expect(groups.days.map(({ day, versions }) => [day, versions.map(({ generation, change }) => [generation, change])])).toEqual([['2026-01-05', [[5, 10]]], ['2026-01-04', [[3, null]]]])
  })
})
