import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findProblems } from '../../../shared/outline/findProblems'
import { findingsByRow } from '../../../shared/outline/outlineFinding'
import { outlineRows } from '../../../shared/outline/outlineRows'
import type { Block } from '../../../shared/report/report'
import { hintSentence } from '../../../shared/text/hints'
import { blocksOf } from '../../support/editorState'

/** `kind@id` of all problems. */
function found(...lines: readonly string[]): readonly string[] {
  return findProblems(blocksOf(...lines)).map(({ kind, blockId }) => `${kind}@${blockId}`)
}

describe('hints of structure', () => {
  it('HINT-1: a sound report has none', () => {
    expect(found('现将情况报告如下：', '1:主要工作', '2:抓学习。全年学习十二次，一是领学，二是自学。', '2:抓作风。改进作风。', '1:下步打算', '继续努力，做好各项工作。')).toEqual([])
  })
  it('HINT-1: a level that is left out is told at its first heading', () => {
    expect(found('1:甲', '3:乙', '文字', '3:丙', '文字')).toEqual(['levelSkip@b2'])
    expect(found('2:甲', '文字', '2:乙', '文字')).toEqual([])
  })
  it('HINT-1: a section without a word, and a child alone', () => {
    expect(found('1:甲', '1:乙', '文字')).toEqual(['emptySection@b1'])
    expect(found('1:甲', '2:乙', '文字', '1:丙', '文字')).toEqual(['onlyChild@b2'])
    expect(found('1:会议', '3:第一次会议', '3:第二次会议', '3:第三次会议')).toEqual(['levelSkip@b2'])
  })
  it('HINT-2: gaps and doubles of a series, over paragraphs, too', () => {
    expect(found('1:甲', '一是抓好学习教育。三是抓好作风建设。')).toEqual(['itemGap@b2'])
    expect(found('1:甲', '一是抓好学习教育。', '二是抓好作风建设。', '二是抓好纪律建设。', '三是抓好制度建设。')).toEqual(['itemDouble@b4'])
    expect(found('1:甲', '一是抓好学习教育。二要抓好作风建设。')).toEqual(['mixedMarkers@b2'])
  })
  it('HINT-2: a series inside an item, and one in the next section, count for themselves', () => {
    expect(found('1:甲', '一是抓好学习教育。一要领学促学，二要自学互学。二是抓好作风建设。', '1:乙', '一是抓好安全生产。二是抓好综合治理。')).toEqual([])
  })
  it('HINT-2: the place is the marker', () => {
    const [problem] = findProblems(blocksOf('1:甲', '一是抓好学习教育。三是抓好作风建设。'))
    expect(problem).toMatchObject({ from: 9, to: 11, severity: 'error' })
    expect(hintSentence('itemGap', problem?.facts ?? {})).toBe('“三是”接不上前面，按顺序应为“二是”，请核对是否漏项。')
  })
  it('HINT-3: mixed style at one level, and headings that are too long', () => {
    expect(found('1:甲。', '文字', '1:乙', '文字', '1:丙', '文字')).toEqual(['mixedEnding@b1'])
    expect(found('1:甲', '2:抓学习。学了十二次。', '2:抓作风。改了三项。', '2:抓纪律', '文字')).toEqual(['mixedRunIn@b4'])
    expect(found('1:甲', '2:抓学习。学了十二次。', '2:抓纪律', '文字')).toEqual([])
    expect(found(`1:${'长'.repeat(41)}`, '文字')).toEqual(['longHeading@b1'])
  })
  it('HINT-3: what is taken over from last year, and a target that is missed', () => {
    const stale: Block = { kind: 'text', id: 'b2', level: 0, runs: [{ text: '全年' }, { text: '46', stale: true }, { text: '个' }] }
    const [head] = blocksOf('1:甲')
    expect(findProblems([head as Block, stale])).toMatchObject([{ kind: 'stale', from: 2, to: 4 }])
    const wanted = (target: number): readonly string[] => findProblems([{ ...(head as Block), target } as Block, ...blocksOf('x', `${'字'.repeat(99)}`).slice(1)]).map(({ kind }) => kind)
    expect(wanted(100)).toEqual([])
    expect(wanted(200)).toEqual(['underTarget'])
    expect(wanted(50)).toEqual(['overTarget'])
  })
  it('HINT-4: every place lies inside its block, and every kind has a sentence without an empty place', () => {
    const lines = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.constantFrom('', '甲', '甲。', '一是抓学习教育。三是抓作风。', '二要抓好落实。', '抓学习。全年学了。')), { maxLength: 20 })
    fc.assert(fc.property(lines, (all) => {
      const blocks = blocksOf(...all.map(([level, text]) => `${level}:${text}`))
      for (const { kind, blockId, from, to, facts } of findProblems(blocks)) {
        const block = blocks.find(({ id }) => id === blockId)
        expect(from >= 0 && from <= to && to <= (block?.runs[0]?.text.length ?? 0)).toBe(true)
        expect(hintSentence(kind, facts)).not.toMatch(/undefined|NaN|“”/)
      }
    }))
  })
  it('HINT-4: findings stand at the row of their section', () => {
    const blocks = blocksOf('开头', '1:甲', '文字', '2:乙', '文字')
    const rows = outlineRows({ blocks, numbering: 'restart' })
    const order = new Map(blocks.map(({ id }, index) => [id, index]))
    const at = (blockId: string) => ({ blockId, from: 0, severity: 'hint' as const, sentence: blockId })
    const byRow = findingsByRow(rows, order, ['b5', 'b1', 'b3', 'b4'].map(at))
    expect([...byRow].map(([row, all]) => [row, all.map(({ blockId }) => blockId)])).toEqual([['b2', ['b1', 'b3']], ['b4', ['b4', 'b5']]])
  })
})
