import { history, undo } from 'prosemirror-history'
import { describe, expect, it } from 'vitest'
import { actionCommand } from '../../../renderer/editor/actions'
import type { EditorAction } from '../../../renderer/state/deskHandle'
import type { Block } from '../../../shared/report/report'
import { bodyKeys } from '../../../renderer/editor/keys'
import { after, blocksIn, blocksOf, caret, stateWith, typed, written } from '../../support/editorState'

const report = blocksOf('开头', '1:主要工作', '2:抓学习', '学习文字', '2:抓作风', '作风文字', '1:下步打算', '打算文字')

function run(id: string, action: EditorAction): readonly string[] {
  return written(blocksIn(after(caret(stateWith(report), id), actionCommand(action))))
}

describe('levels', () => {
  it('EDIT-7: a level is given to the paragraph of the caret alone', () => {
    expect(run('b4', { kind: 'level', level: 3 })[3]).toBe('3:学习文字')
    expect(run('b2', { kind: 'level', level: 0 }).slice(1, 3)).toEqual(['主要工作', '2:抓学习'])
  })
  it('EDIT-7: all selected paragraphs get the level in one step', () => {
    const state = caret(stateWith(report, history()), 'b4', 0, { id: 'b6', offset: 2 })
    const changed = after(state, actionCommand({ kind: 'level', level: 3 }))
    expect(written(blocksIn(changed)).slice(3, 6)).toEqual(['3:学习文字', '3:抓作风', '3:作风文字'])
    expect(written(blocksIn(after(changed, undo)))).toEqual(written(report))
  })
  it('EDIT-7: the level that a paragraph has already is no change', () => {
    expect(actionCommand({ kind: 'level', level: 2 })(caret(stateWith(report), 'b3'))).toBe(false)
  })
  it('EDIT-7: an override is set, and dropped with the next level', () => {
    const clause = after(caret(stateWith(report), 'b3'), actionCommand({ kind: 'form', form: 'clause' }))
    expect(written(blocksIn(clause))[2]).toBe('2c:抓学习')
    expect(written(blocksIn(after(clause, actionCommand({ kind: 'level', level: 3 }))))[2]).toBe('3:抓学习')
  })
})

describe('sections', () => {
  it('EDIT-8: a section moves up and down with all it contains', () => {
    expect(run('b5', { kind: 'section', move: 'up' })).toEqual(['开头', '1:主要工作', '2:抓作风', '作风文字', '2:抓学习', '学习文字', '1:下步打算', '打算文字'])
    expect(run('b2', { kind: 'section', move: 'down' })).toEqual(['开头', '1:下步打算', '打算文字', '1:主要工作', '2:抓学习', '学习文字', '2:抓作风', '作风文字'])
  })
  it('EDIT-8: a section does not leave its heading by the keys', () => {
    expect(run('b3', { kind: 'section', move: 'up' })).toEqual(written(report))
    expect(run('b5', { kind: 'section', move: 'down' })).toEqual(written(report))
  })
  it('EDIT-8: a section is dropped in front of another one, and undone in one step', () => {
    const state = stateWith(report, history())
    const moved = after(state, actionCommand({ kind: 'sectionBefore', ids: ['b7'], beforeId: 'b2' }))
    expect(written(blocksIn(moved)).slice(0, 4)).toEqual(['开头', '1:下步打算', '打算文字', '1:主要工作'])
    expect(written(blocksIn(after(moved, undo)))).toEqual(written(report))
  })
  it('EDIT-8: raising and lowering takes what is below along', () => {
    expect(run('b2', { kind: 'section', move: 'demote' }).slice(1, 5)).toEqual(['2:主要工作', '3:抓学习', '学习文字', '3:抓作风'])
    expect(run('b2', { kind: 'section', move: 'promote' })).toEqual(written(report))
  })
  it('EDIT-8: a body paragraph moves past its neighbour', () => {
    expect(run('b4', { kind: 'section', move: 'up' }).slice(2, 4)).toEqual(['学习文字', '2:抓学习'])
  })
  it('EDIT-8: a body paragraph moves down past one block, not past a whole section', () => {
    expect(run('b1', { kind: 'section', move: 'down' }).slice(0, 3)).toEqual(['1:主要工作', '开头', '2:抓学习'])
  })
  it('EDIT-8: the last section of a part does not move past the next part', () => {
    const parts = blocksOf('0h:第一部分', '1:成效', '成效文字', '0h:第二部分', '1:目标', '目标文字')
    const state = stateWith(parts)
    expect(written(blocksIn(after(state, actionCommand({ kind: 'section', ids: ['b2'], move: 'down' }))))).toEqual(written(parts))
    expect(written(blocksIn(after(state, actionCommand({ kind: 'section', ids: ['b5'], move: 'up' }))))).toEqual(written(parts))
  })
  it('EDIT-8: a move across many chunks keeps every block once', () => {
    const lines = Array.from({ length: 140 }, (_, index) => (index % 10 === 0 ? `1:第${index}章` : `第${index}段`))
    const moved = blocksIn(after(stateWith(blocksOf(...lines)), actionCommand({ kind: 'sectionBefore', ids: ['b131'], beforeId: 'b1' })))
    expect(written(moved).slice(0, 2)).toEqual(['1:第130章', '第131段'])
    expect([...written(moved)].sort()).toEqual([...lines].sort())
  })
})

describe('other actions', () => {
  it('EDIT-8: a heading is renamed without its body and its mark', () => {
    const state = stateWith(blocksOf('2:抓学习。全年集中学习12次，形成习惯。'))
    expect(written(blocksIn(after(state, actionCommand({ kind: 'rename', id: 'b1', text: '抓好学习' }))))).toEqual(['2:抓好学习。全年集中学习12次，形成习惯。'])
  })
  it('EDIT-7: a page break is followed by a paragraph to write in', () => {
    expect(run('b8', { kind: 'insertPageBreak' }).slice(-3)).toEqual(['打算文字', 'pageBreak', ''])
  })
  it('CLEAN-23: a line that is put back stands where it was, and at the end of the body where that is not known', () => {
    expect(run('b1', { kind: 'putBack', text: '放回的一行', behind: null }).at(-1)).toBe('放回的一行')
    expect(run('b1', { kind: 'putBack', text: '放回的一行', behind: '没有这一段' }).at(-1)).toBe('放回的一行')
    const [first] = run('b1', { kind: 'putBack', text: '放回的一行', behind: '' })
    expect(first).toBe('放回的一行')
    const texts = run('b1', { kind: 'putBack', text: '放回的一行', behind: 'b1' })
    expect(texts.indexOf('放回的一行')).toBeGreaterThan(0)
    expect(texts.indexOf('放回的一行')).toBeLessThan(texts.length - 1)
  })
  it('EDIT-7: a figure of last year is confirmed at the caret and stays as it is', () => {
    const state = stateWith([{ kind: 'text', id: 'b1', level: 0, runs: [{ text: '培训' }, { text: '12', stale: true }, { text: '次' }] }])
    const confirmed = after(caret(state, 'b1', 3), actionCommand({ kind: 'confirmStale' }))
    expect(blocksIn(confirmed)).toEqual([{ kind: 'text', id: 'b1', level: 0, runs: [{ text: '培训12次' }] }])
  })
  it('EDIT-7: what is typed in place of a figure of last year is not marked', () => {
    const state = stateWith([{ kind: 'text', id: 'b1', level: 0, runs: [{ text: '培训' }, { text: '12', stale: true }, { text: '次' }] }])
    const selected = caret(state, 'b1', 2, { id: 'b1', offset: 4 })
    expect(blocksIn(typed(selected, '15'))).toEqual([{ kind: 'text', id: 'b1', level: 0, runs: [{ text: '培训15次' }] }])
  })
})

describe('chosen sections', () => {
  it('TREE-11: several sections move, rise and go in one step to undo', () => {
    const state = stateWith(report, history())
    for (const action of [
      { kind: 'sectionBefore', ids: ['b5', 'b7'], beforeId: 'b2' },
      { kind: 'section', ids: ['b3', 'b5'], move: 'promote' },
      { kind: 'section', ids: ['b3', 'b7'], move: 'remove' },
    ] as const satisfies readonly EditorAction[]) {
      const changed = after(state, actionCommand(action))
      expect(written(blocksIn(changed))).not.toEqual(written(report))
      expect(written(blocksIn(after(changed, undo)))).toEqual(written(report))
    }
    expect(written(blocksIn(after(state, actionCommand({ kind: 'section', ids: ['b3', 'b7'], move: 'remove' }))))).toEqual(['开头', '1:主要工作', '2:抓作风', '作风文字'])
  })
  it('TREE-11: when every section goes, a page with an empty paragraph is left', () => {
    const state = stateWith(blocksOf('1:甲', '文字'), history())
    const bare = after(state, actionCommand({ kind: 'section', ids: ['b1'], move: 'remove' }))
    bare.doc.check()
    expect(blocksIn(bare)).toEqual([])
    expect(written(blocksIn(after(bare, undo)))).toEqual(['1:甲', '文字'])
  })
  it('TREE-11: sections over many chunks go and come back', () => {
    const long = blocksOf(...Array.from({ length: 160 }, (_, index) => (index % 8 === 0 ? '1:章' : '文字')))
    const state = stateWith(long, history())
    const changed = after(state, actionCommand({ kind: 'section', ids: ['b9', 'b41', 'b97'], move: 'remove' }))
    changed.doc.check()
    expect(blocksIn(changed)).toHaveLength(136)
    expect(written(blocksIn(after(changed, undo)))).toEqual(written(long))
  })
  it('TREE-12: a target is set and taken away, and undone', () => {
    const state = stateWith(report, history())
    const wanted = after(state, actionCommand({ kind: 'target', id: 'b2', target: 800 }))
    expect(blocksIn(wanted)[1]).toMatchObject({ target: 800 })
    expect(blocksIn(after(wanted, undo))[1]).not.toHaveProperty('target')
    expect(blocksIn(after(wanted, actionCommand({ kind: 'target', id: 'b2', target: null })))[1]).not.toHaveProperty('target')
    expect(actionCommand({ kind: 'target', id: 'b2', target: -1 })(state)).toBe(false)
  })
  it('EDIT-20: what a block carries stays with it through typing, moving and levels, and with the first part of a split', () => {
    const carried = report.map((block): Block => (block.id === 'b3' ? { ...block, target: 500, taken: 'r-old', later: { kept: true } } as Block : block))
    const own = { target: 500, taken: 'r-old', later: { kept: true } }
    const typedIn = typed(caret(stateWith(carried), 'b3', 1), '紧')
    const moved = after(after(typedIn, actionCommand({ kind: 'section', ids: ['b3'], move: 'down' })), actionCommand({ kind: 'level', level: 3 }))
    const levelled = after(caret(moved, 'b3'), actionCommand({ kind: 'level', level: 3 }))
    expect(blocksIn(levelled).find(({ id }) => id === 'b3')).toMatchObject({ level: 3, runs: [{ text: '抓紧学习' }], ...own })
    const split = blocksIn(after(caret(levelled, 'b3', 2), bodyKeys['Enter'] ?? (() => false)))
    const at = split.findIndex(({ id }) => id === 'b3')
    expect(split[at]).toMatchObject({ runs: [{ text: '抓紧' }], ...own })
    expect(Object.keys(split[at + 1] ?? {}).sort()).toEqual(['id', 'kind', 'level', 'runs'])
  })
})
