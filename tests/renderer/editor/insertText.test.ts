import { history, undo } from 'prosemirror-history'
import { expect, it } from 'vitest'
import { actionCommand } from '../../../renderer/editor/actions'
import { after, blocksIn, blocksOf, caret, stateWith, typed, written } from '../../support/editorState'

const report = blocksOf('开头文字', '1:主要工作', '结尾文字')
const insert = (text: string) => actionCommand({ kind: 'insertText', text })

it('PHRASE-3: a phrase comes in at the caret, and one undo takes it and nothing else away', () => {
  const before = typed(caret(stateWith(report, history()), 'b1', 2), '写的')
  const state = after(before, insert('一年来，'))
  expect(written(blocksIn(state))[0]).toBe('开头写的一年来，文字')
  expect(state.selection.from).toBe(before.selection.from + 4)
  expect(written(blocksIn(after(state, undo)))[0]).toBe('开头写的文字')
})
it('PHRASE-3: it stands in place of what is selected; over several paragraphs it stands at the end of the selection', () => {
  expect(written(blocksIn(after(caret(stateWith(report), 'b1', 0, { id: 'b1', offset: 2 }), insert('新'))))[0]).toBe('新文字')
  expect(written(blocksIn(after(caret(stateWith(report), 'b1', 1, { id: 'b3', offset: 2 }), insert('新'))))).toEqual(['开头文字', '1:主要工作', '结尾新文字'])
})
it('PHRASE-3: the first place to fill in is selected', () => {
  const state = after(caret(stateWith(report), 'b3', 4), insert('开展培训XX次、〔待填〕。'))
  expect(state.doc.textBetween(state.selection.from, state.selection.to)).toBe('XX')
})
