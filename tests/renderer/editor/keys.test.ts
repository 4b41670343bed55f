import { TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { bodyKeys } from '../../../renderer/editor/keys'
import { after, blocksIn, blocksOf, caret, stateWith, typed, written } from '../../support/editorState'

function press(key: keyof typeof bodyKeys | string) {
  const command = bodyKeys[key]
  if (command === undefined) throw new Error(`no key ${key}`)
  return command
}

/** Presses the key with the caret in a block and gives what stands then. */
function check(lines: readonly string[], id: string, offset: number, key: string): readonly string[] {
  return written(blocksIn(after(caret(stateWith(blocksOf(...lines)), id, offset), press(key))))
}

describe('Enter', () => {
  it('EDIT-10: behind a heading opens body text', () => {
    expect(check(['1:主要工作', '文字'], 'b1', 4, 'Enter')).toEqual(['1:主要工作', '', '文字'])
  })
  it('EDIT-10: inside a heading leaves the rest as body text', () => {
    expect(check(['1:主要工作'], 'b1', 2, 'Enter')).toEqual(['1:主要', '工作'])
  })
  it('EDIT-10: at the start of a heading opens a paragraph above it, and the heading stays one', () => {
    expect(check(['1:主要工作'], 'b1', 0, 'Enter')).toEqual(['', '1:主要工作'])
  })
  it('EDIT-10: behind a clause opens the next clause', () => {
    expect(check(['3c:第一款内容'], 'b1', 5, 'Enter')).toEqual(['3c:第一款内容', '3c:'])
  })
  it('EDIT-10: in an empty numbered paragraph takes the number off', () => {
    expect(check(['1:主要工作', '2:'], 'b2', 0, 'Enter')).toEqual(['1:主要工作', ''])
  })
  it('EDIT-10: from the title goes to the next place and splits nothing', () => {
    const state = stateWith(blocksOf('文字'))
    const inTitle = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 3)))
    const next = after(inTitle, press('Enter'))
    expect(next.doc.eq(state.doc)).toBe(true)
    expect(next.selection.$from.parent.type.name).toBe('addressee')
  })
  it('EDIT-10: Shift+Enter in the title begins a second title line', () => {
    const state = stateWith(blocksOf('文字'))
    const next = after(state.apply(state.tr.setSelection(TextSelection.create(state.doc, 2))), press('Shift-Enter'))
    expect([next.doc.child(0).textContent, next.doc.child(1).textContent]).toEqual(['标', '题'])
    expect(next.doc.child(1).type.name).toBe('title')
  })
})

describe('Backspace and Delete', () => {
  it('EDIT-10: Backspace at the start of a numbered paragraph takes the number off', () => {
    expect(check(['1:主要工作', '2:抓学习'], 'b2', 0, 'Backspace')).toEqual(['1:主要工作', '抓学习'])
  })
  it('EDIT-10: Backspace at the start of body text joins it to the paragraph before', () => {
    expect(check(['1:主要工作', '文字'], 'b2', 0, 'Backspace')).toEqual(['1:主要工作文字'])
  })
  it('EDIT-10: Backspace at the start of the body joins nothing to the addressee', () => {
    expect(check(['文字'], 'b1', 0, 'Backspace')).toEqual(['文字'])
  })
  it('EDIT-10: an empty paragraph before a heading goes, the heading stays a heading', () => {
    expect(check(['', '1:主要工作'], 'b1', 0, 'Delete')).toEqual(['1:主要工作'])
  })
  it('EDIT-10: a page break before the paragraph goes first', () => {
    const blocks = [...blocksOf('前文'), { kind: 'pageBreak' as const, id: 'p' }, { kind: 'text' as const, id: 'b9', level: 0 as const, runs: [{ text: '后文' }] }]
    expect(written(blocksIn(after(caret(stateWith(blocks), 'b9'), press('Backspace'))))).toEqual(['前文', '后文'])
  })
  it('EDIT-10: paragraphs of two chunks join like any others', () => {
    const lines = Array.from({ length: 26 }, (_, index) => `第${index}段`)
    const joined = check(lines, 'b26', 0, 'Backspace')
    expect(joined).toHaveLength(25)
    expect(joined[24]).toBe('第24段第25段')
  })
  it('EDIT-10: Backspace inside a paragraph is left to the editor', () => {
    const state = caret(stateWith(blocksOf('文字')), 'b1', 1)
    expect(press('Backspace')(state)).toBe(false)
  })
})

describe('Tab', () => {
  it.each([
    ['Tab lowers', '1:主要工作', 'Tab', '2:主要工作'],
    ['Shift+Tab raises', '3:抓学习', 'Shift-Tab', '2:抓学习'],
    ['Shift+Tab stays at level 1', '1:主要工作', 'Shift-Tab', '1:主要工作'],
    ['Tab stays at level 5', '5:细目', 'Tab', '5:细目'],
    ['Tab does nothing in body text', '文字', 'Tab', '文字'],
  ])('EDIT-10: %s', (_name, line, key, expected) => {
    expect(check([line], 'b1', 0, key)).toEqual([expected])
  })
  it('EDIT-10: Tab inside the text changes nothing and is not passed on', () => {
    const state = caret(stateWith(blocksOf('1:主要工作')), 'b1', 2)
    expect(press('Tab')(state)).toBe(true)
    expect(written(blocksIn(after(state, press('Tab'))))).toEqual(['1:主要工作'])
  })
})

describe('ids and chunks', () => {
  it('EDIT-4: a split paragraph gets a new id, the first half keeps the old one', () => {
    const blocks = blocksIn(after(caret(stateWith(blocksOf('前半后半')), 'b1', 2), press('Enter')))
    expect(blocks.map((block) => block.id)).toEqual(['b1', 'new1'])
  })
  it('EDIT-4: of two equal ids in a report the later one is replaced at the first change', () => {
    const [one, two] = blocksOf('甲', '乙')
    const twins = [one, { ...two, id: 'b1' }].filter((block) => block !== undefined) as ReturnType<typeof blocksOf>
    expect(blocksIn(typed(caret(stateWith(twins), 'b1', 1), '。')).map((block) => block.id)).toEqual(['b1', 'new1'])
  })
  it('EDIT-3: a chunk that grows beyond 50 blocks is split', () => {
    let state = caret(stateWith(blocksOf('开头')), 'b1', 2)
    for (let count = 0; count < 60; count += 1) state = typed(after(state, press('Enter')), '段')
    const sizes: number[] = []
    state.doc.forEach((node) => { if (node.type.name === 'chunk') sizes.push(node.childCount) })
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(61)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(50)
    expect(sizes.length).toBeGreaterThan(1)
  })
})
