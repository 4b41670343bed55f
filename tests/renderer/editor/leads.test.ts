import type { DecorationSet } from 'prosemirror-view'
import type { EditorState } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { findBody } from '../../../renderer/editor/bodyNodes'
import { leadMarks } from '../../../renderer/editor/leads'
import { blocksOf, stateWith } from '../../support/editorState'

/** What is drawn as lead, as `class: words`. */
function drawn(state: EditorState, plugin: ReturnType<typeof leadMarks>): readonly string[] {
  const set = plugin.props.decorations?.call(plugin, state) as DecorationSet
  return set.find().map(({ from, to, ...rest }) => `${(rest as unknown as { type: { attrs: { class: string } } }).type.attrs.class}: ${state.doc.textBetween(from, to)}`)
}

describe('leads in the editor', () => {
  it('EDIT-6: a run-in heading and the leads of items are drawn, whole headings, clauses and body text are not', () => {
    const plugin = leadMarks()
    const state = stateWith(blocksOf('1:主要工作', '2:健全责任体系。全年开展指导128次。', '3c:工作人员应当按时上下班。违者批评。', '一是抓进度。全年完成扫描82万页。二是抓质量。抽检合格率达到99%。'), plugin)
    expect(drawn(state, plugin)).toEqual(['lead: 健全责任体系。', 'item-lead: 一是抓进度。', 'item-lead: 二是抓质量。'])
  })

  it('EDIT-6: they follow the text and the level while it is typed', () => {
    const plugin = leadMarks()
    const state = stateWith(blocksOf('1:主要工作', '2:健全责任体系'), plugin)
    const found = findBody(state.doc, 'b2')
    const end = (found?.position ?? 0) + 1 + '健全责任体系'.length
    const typed = state.apply(state.tr.insertText('。全年开展指导128次。', end))
    const lowered = typed.apply(typed.tr.setNodeAttribute(found?.position ?? 0, 'level', 0))
    expect([drawn(state, plugin), drawn(typed, plugin), drawn(lowered, plugin)]).toEqual([[], ['lead: 健全责任体系。'], []])
  })
})
