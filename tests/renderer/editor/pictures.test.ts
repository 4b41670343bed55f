import { history, undo } from 'prosemirror-history'
import { deleteSelection } from 'prosemirror-commands'
import { describe, expect, it } from 'vitest'
import { actionCommand } from '../../../renderer/editor/actions'
import { bodyKeys } from '../../../renderer/editor/keys'
import type { ImageBlock } from '../../../shared/report/report'
import { after, blocksIn, blocksOf, caret, stateWith, typed } from '../../support/editorState'

const picture = { sha256: 'a'.repeat(64), mediaType: 'image/png', width: 40, height: 30 } as const
const image: ImageBlock = { kind: 'image', id: 'i1', ...picture, caption: '现场照片' }

describe('pictures in the text', () => {
  it('EDIT-2, PICTURE-4: a picture comes back as it was given', () => {
    const blocks = [...blocksOf('1:标题', '正文'), { ...image, later: 'kept' }]
    expect(blocksIn(stateWith(blocks))).toEqual(blocks)
  })
  it('PICTURE-4: behind the paragraph of the caret, the caption is typed at once, Enter goes on, and undo takes all back', () => {
    const blocks = blocksOf('1:标题', '正文', '后面')
    const put = after(caret(stateWith(blocks, history()), 'b2', 1), actionCommand({ kind: 'insertPicture', picture }))
    const named = typed(put, '图一')
    expect(blocksIn(named).map((block) => (block.kind === 'image' ? block.caption : block.id))).toEqual(['b1', 'b2', '图一', 'b3'])
    const on = after(named, bodyKeys['Enter']!)
    expect(blocksIn(on).map(({ kind }) => kind)).toEqual(['text', 'text', 'image', 'text', 'text'])
    expect(blocksIn(after(after(after(on, undo), undo), undo))).toEqual(blocks)
  })
  it('PICTURE-4: Backspace at the start of the caption chooses the picture, then it can be taken away', () => {
    const blocks = [...blocksOf('正文'), image]
    const state = caret(stateWith(blocks, history()), 'i1', 0)
    const chosen = after(state, bodyKeys['Backspace']!)
    expect(blocksIn(chosen)).toEqual(blocks)
    const gone = after(chosen, deleteSelection)
    expect(blocksIn(gone)).toEqual(blocksOf('正文'))
    expect(blocksIn(after(gone, undo))).toEqual(blocks)
  })
})
