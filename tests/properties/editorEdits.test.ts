import fc from 'fast-check'
import { history, redo, undo } from 'prosemirror-history'
import type { Command, EditorState } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { actionCommand } from '../../renderer/editor/actions'
import { bodyNodes } from '../../renderer/editor/bodyNodes'
import { bodyKeys } from '../../renderer/editor/keys'
import type { EditorAction } from '../../renderer/state/deskHandle'
import { after, blocksIn, blocksOf, caret, stateWith, typed, written } from '../support/editorState'

const lines = fc.array(fc.tuple(fc.constantFrom('', '1:', '2:', '3:', '3c:', '4:', '0h:'), fc.integer({ min: 0, max: 99 })).map(([mark, number]) => `${mark}段${number}文字`), { minLength: 1, maxLength: 70 })

/** What a clerk can do to the structure without typing or deleting text. */
const actions: fc.Arbitrary<EditorAction> = fc.oneof(
  fc.constantFrom(0, 1, 2, 3, 4, 5).map((level): EditorAction => ({ kind: 'level', level: level as 0 | 1 | 2 | 3 | 4 | 5 })),
  fc.constantFrom('up', 'down', 'promote', 'demote').map((move): EditorAction => ({ kind: 'section', move: move as 'up' | 'down' | 'promote' | 'demote' })),
  fc.constantFrom('heading', 'clause', null).map((form): EditorAction => ({ kind: 'form', form: form as 'heading' | 'clause' | null })),
)
const steps = fc.array(fc.record({
  at: fc.nat(), offset: fc.nat(6),
  does: fc.oneof(actions.map((action): Command => actionCommand(action)), fc.constantFrom('Enter', 'Backspace', 'Delete', 'Tab', 'Shift-Tab').map((key): Command => bodyKeys[key] ?? (() => false)), fc.constantFrom<Command>(undo, redo)),
}), { maxLength: 25 })

/** The caret into the block that `at` picks, then the command. */
function step(state: EditorState, { at, offset, does }: { readonly at: number; readonly offset: number; readonly does: Command }): EditorState {
  const nodes = bodyNodes(state.doc)
  const placed = nodes[at % nodes.length]
  if (placed === undefined) throw new Error('a body has a block')
  return after(caret(state, placed.node.attrs['id'] as string, Math.min(offset, placed.node.content.size)), does)
}

/** All characters of the body, in an order that moves do not change. */
const characters = (state: EditorState): string => [...written(blocksIn(state)).map((line) => line.replace(/^[0-5][ch]?:/, '')).join('')].sort().join('')

describe('any sequence of edits in the editor', () => {
  it('EDIT-8: keeps the document well-formed, the ids unique and every character', () => {
    fc.assert(fc.property(lines, steps, (given, all) => {
      let state = stateWith(blocksOf(...given), history())
      const before = characters(state)
      for (const each of all) {
        state = step(state, each)
        state.doc.check()
        const ids = bodyNodes(state.doc).map(({ node }) => node.attrs['id'] as string)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids).not.toContain('')
        expect(characters(state)).toBe(before)
      }
    }), { numRuns: 150 })
  })

  it('EDIT-8: every structural change is taken back by one undo', () => {
    fc.assert(fc.property(lines, actions, fc.nat(), (given, action, at) => {
      const start = stateWith(blocksOf(...given), history())
      const changed = step(start, { at, offset: 0, does: actionCommand(action) })
      const back = changed.doc.eq(start.doc) ? changed : after(changed, undo)
      expect(written(blocksIn(back))).toEqual(written(blocksIn(start)))
    }), { numRuns: 200 })
  })

  it('EDIT-8: control: a lost character is noticed', () => {
    const state = stateWith(blocksOf('甲', '乙'))
    const lost = state.apply(state.tr.delete(bodyNodes(state.doc)[0]?.position ?? 0, (bodyNodes(state.doc)[1]?.position ?? 0)))
    expect(characters(lost)).not.toBe(characters(state))
    expect(characters(typed(caret(state, 'b1'), '丙'))).not.toBe(characters(state))
  })
})
