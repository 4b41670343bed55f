import { history, undo } from 'prosemirror-history'
import { describe, expect, it } from 'vitest'
import type { SchemeId } from '../../../shared/report/report'
import { levelTransaction } from '../../../renderer/editor/typedNumbers'
import { after, blocksIn, blocksOf, caret, stateWith, typed, written } from '../../support/editorState'

/** What stands after the text was typed at the start of a body paragraph that goes on with `rest`; the caret stands behind what was typed. */
function check(text: string, rest = '', scheme: SchemeId = 'restart'): string {
  const state = typed(caret(stateWith([...blocksOf(rest), ...blocksOf('末段').map((block) => ({ ...block, id: 'last' }))]), 'b1'), text)
  const transaction = levelTransaction(state, scheme)
  return written(blocksIn(transaction === null ? state : state.apply(transaction)))[0] ?? ''
}

describe('typed numbers', () => {
  it.each([
    ['一、', '', '1:'],
    ['一、', '主要工作', '1:主要工作'],
    ['十二、', '', '1:'],
    ['（二）', '', '2:'],
    ['(二)', '', '2:'],
    ['（1）', '', '4:'],
    ['①', '', '5:'],
    ['1.抓', '', '3:抓'],
    ['1．抓', '', '3:抓'],
  ])('EDIT-9: %s becomes a level', (text, rest, expected) => {
    expect(check(text, rest)).toBe(expected)
  })

  it.each([
    ['1.', '', '1.'],
    ['1.5', '', '1.5'],
    ['2022.', '', '2022.'],
    ['一', '', '一'],
    ['工作一、', '', '工作一、'],
    ['一是', '', '一是'],
  ])('EDIT-9: %s stays text', (text, rest, expected) => {
    expect(check(text, rest)).toBe(expected)
  })

  it('EDIT-9: the level follows the numbering of the report', () => {
    expect(check('1.2 抓', '', 'decimal')).toBe('2:抓')
    expect(check('一、', '', 'chapter')).toBe('3:')
  })

  it('EDIT-9: a number further to the left is old text and left alone', () => {
    const state = caret(stateWith(blocksOf('一、主要工作')), 'b1', 5)
    expect(levelTransaction(state, 'restart')).toBeNull()
  })

  it('EDIT-9: one undo gives the number back as it was typed', () => {
    const start = caret(stateWith(blocksOf('', '末段'), history()), 'b1')
    const state = typed(start, '一、')
    const transaction = levelTransaction(state, 'restart')
    if (transaction === null) throw new Error('no level')
    const converted = state.apply(transaction)
    expect(written(blocksIn(converted))[0]).toBe('1:')
    expect(written(blocksIn(after(converted, undo)))[0]).toBe('一、')
  })
})
