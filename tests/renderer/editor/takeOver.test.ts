import fc from 'fast-check'
import { history, undo } from 'prosemirror-history'
import { describe, expect, it } from 'vitest'
import { actionCommand } from '../../../renderer/editor/actions'
import { takenBlocks, takenRuns } from '../../../renderer/reference/takeFrom'
import { blockText } from '../../../shared/report/blockText'
import type { Block, Report, TextBlock } from '../../../shared/report/report'
import { startFromLastYear } from '../../../shared/report/startFromLastYear'
import { after, blocksIn, blocksOf, caret, stateWith, written } from '../../support/editorState'

const older = (...lines: readonly string[]): Report => ({
  id: 'r-00000000000000000000000001', kind: 'general', year: 2024, unit: '', state: 'filed', title: [], addressee: '', blocks: blocksOf(...lines), attachments: [], signature: [], date: '', note: '',
  numbering: 'restart', setAside: [], origin: { kind: 'blank' },
})
const last = older('1:主要工作', '全年检查46家，2024年6月完成。', '2c:条款一')
const take = (...indices: readonly number[]) => actionCommand({ kind: 'takeBlocks', blocks: takenBlocks(last, indices) })
const staleText = (block: Block | undefined): readonly string[] => (block?.kind === 'text' ? block.runs.filter((run) => run.stale).map((run) => run.text) : [])

describe('taking over', () => {
  it('REFERENCE-5: paragraphs come in behind the paragraph of the caret, before it at its start, in place of an empty one', () => {
    const state = stateWith(blocksOf('甲', '', '乙'))
    expect(written(blocksIn(after(caret(state, 'b1', 1), take(0, 2))))).toEqual(['甲', '1:主要工作', '2c:条款一', '', '乙'])
    expect(written(blocksIn(after(caret(state, 'b3', 0), take(0))))).toEqual(['甲', '', '1:主要工作', '乙'])
    expect(written(blocksIn(after(caret(state, 'b2', 0), take(0))))).toEqual(['甲', '1:主要工作', '乙'])
    expect(written(blocksIn(after(caret(stateWith(blocksOf('')), 'b1', 0), take(2, 0))))).toEqual(['1:主要工作', '2c:条款一'])
    expect(written(blocksIn(after(state, take(0))))).toEqual(['1:主要工作', '甲', '', '乙'])
  })

  it('REFERENCE-5: one undo takes it back, and every block has an id of its own', () => {
    const state = caret(stateWith(blocksOf('甲', '乙'), history()), 'b1', 1)
    const next = after(state, take(0, 1))
    expect(new Set(blocksIn(next).map(({ id }) => id)).size).toBe(4)
    expect(blocksIn(after(next, undo))).toEqual(blocksIn(state))
  })

  it('REFERENCE-4: figures are marked as when a report is begun from last year\'s, and no character changes', () => {
    const begun = startFromLastYear(last, 2025).blocks
    const taken = blocksIn(after(caret(stateWith(blocksOf('甲')), 'b1', 1), take(0, 1, 2))).slice(1)
    expect(taken.map((block) => ({ ...block, id: '' }))).toEqual(begun.map((block) => ({ ...block, id: '', taken: last.id })))
    expect(staleText(taken[1])).toEqual(['46', '2024年6月'])
    expect(taken.map(blockText)).toEqual(last.blocks.map(blockText))
  })

  it('REFERENCE-4: a part of a paragraph is the same part, marked the same', () => {
    fc.assert(fc.property(fc.nat(18), fc.nat(18), (one, other) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other)]
      const runs = takenRuns(last, 1, from, to)
      expect(runs.map(({ text }) => text).join('')).toBe(blockText(last.blocks[1]!).slice(from, to))
    }))
    expect(takenRuns(last, 1, 2, 6)).toEqual([{ text: '检查' }, { text: '46', stale: true }])
  })

  it('REFERENCE-5: a part comes in at the caret, inside the paragraph; in the title without manner', () => {
    const part = actionCommand({ kind: 'takeText', runs: takenRuns(last, 1, 2, 6) })
    const [block] = blocksIn(after(caret(stateWith(blocksOf('甲乙')), 'b1', 1), part))
    expect(written([block!])).toEqual(['甲检查46乙'])
    expect(staleText(block)).toEqual(['46'])
    expect((block as TextBlock).taken).toBeUndefined()
    expect(after(stateWith(blocksOf('甲')), part).doc.firstChild?.textContent).toContain('检查46')
  })

  it('REFERENCE-6: the sign goes with the last mark, or by itself', () => {
    const state = after(caret(stateWith(blocksOf('甲')), 'b1', 1), take(1))
    const id = blocksIn(state)[1]!.id
    const sign = (now: typeof state): string | undefined => (blocksIn(now)[1] as TextBlock).taken
    const confirm = actionCommand({ kind: 'confirmStale' })
    const first = after(caret(state, id, 5), confirm)
    expect([sign(state), sign(first)]).toEqual([last.id, last.id])
    const second = after(caret(first, id, 10), confirm)
    expect(sign(second)).toBeUndefined()
    expect(staleText(blocksIn(second)[1])).toEqual([])
    expect(sign(after(caret(state, id, 0), actionCommand({ kind: 'clearTaken' })))).toBeUndefined()
    const clear = caret(stateWith(blocksOf('甲')), 'b1')
    expect(after(clear, actionCommand({ kind: 'clearTaken' }))).toBe(clear)
  })
})
