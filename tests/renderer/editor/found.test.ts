import fc from 'fast-check'
import { history, undo } from 'prosemirror-history'
import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { actionCommand } from '../../../renderer/editor/actions'
import { findBody } from '../../../renderer/editor/bodyNodes'
import { fromEditorDoc, toEditorDoc, type EditedContent } from '../../../renderer/editor/editorDoc'
import { foundDecorations, foundIn, foundMarks, hitBeside, lookFor, takeHit } from '../../../renderer/editor/found'
import { foundHits } from '../../../renderer/editor/foundHits'
import type { FindScope } from '../../../renderer/state/deskHandle'
import type { Block } from '../../../shared/report/report'
import { editTexts } from '../../../shared/report/editTexts'
import { findMatches, type FindQuery } from '../../../shared/search/findMatches'
import { after, blocksOf, caret, stateWith, typed, written } from '../../support/editorState'
import { effort } from '../../support/effort'

const query = (words: string, options: Partial<FindQuery> = {}): FindQuery => ({ words, matchWidth: false, matchCase: false, wholeWord: false, ...options })

function looked(state: EditorState, words: FindQuery | string, scope: FindScope = 'report'): EditorState {
  return state.apply(lookFor(state, typeof words === 'string' ? query(words) : words, scope))
}

function opened(content: EditedContent): EditorState {
  return EditorState.create({ doc: toEditorDoc(content), plugins: [history(), foundMarks()] })
}

/** Text of every place, and of every mark drawn. */
const texts = (state: EditorState): readonly string[] => foundIn(state).hits.map(({ from, to }) => state.doc.textBetween(from, to))
const marks = (state: EditorState): readonly string[] => foundDecorations(state).find().map(({ from, to }) => `${from}-${to}`).sort()
const places = (state: EditorState): readonly string[] => foundIn(state).hits.map(({ from, to }) => `${from}-${to}`).sort()

const everywhere: EditedContent = {
  title: ['某局2025年总结'], addressee: '县局', blocks: [...blocksOf('1:局工作', '全局上下'), { kind: 'table', id: 't', headerRows: 1, rows: [['局', '数'], ['本局', '2']] }],
  attachments: ['局文件'], signature: ['某局'], date: '2025年', note: '局内',
}

describe('finding on the page', () => {
  it('FIND-6: places in every part of the report are found in printed order', () => {
    const state = looked(opened(everywhere), '局')
    expect(foundHits(state, 100).map(({ place, excerpt, from, to }) => `${place} ${excerpt.slice(0, from)}[${excerpt.slice(from, to)}]${excerpt.slice(to)}`)).toEqual([
      'title 某[局]2025年总结', 'addressee 县[局]', 'body [局]工作', 'body 全[局]上下', 'table [局]', 'table 本[局]', 'attachment [局]文件', 'signature 某[局]', 'note [局]内',
    ])
    expect(marks(state)).toEqual(places(state))
  })

  it('FIND-6: places and marks stay right at every change', () => {
    const edits = fc.array(fc.record({ block: fc.constantFrom('b1', 'b2', 'b3'), at: fc.nat(8), text: fc.constantFrom('局', '全', '局局', '') }), { maxLength: 6 })
    fc.assert(fc.property(edits, (steps) => {
      let state = looked(stateWith(blocksOf('全局', '局内局', '无'), foundMarks()), '局')
      for (const { block, at, text } of steps) {
        const placed = findBody(state.doc, block)
        if (placed === null) continue
        const offset = Math.min(at, placed.node.content.size)
        const place = placed.position + 1 + offset
        state = text === '' ? state.apply(state.tr.delete(place, Math.min(place + 1, placed.position + 1 + placed.node.content.size))) : state.apply(state.tr.insertText(text, place))
      }
      const fresh = looked(state.apply(lookFor(state, null, 'report')), '局')
      expect(places(state)).toEqual(places(fresh))
      expect(marks(state)).toEqual(marks(fresh))
    }))
  })

  it('FIND-7: on and back, around the end, seen from the caret', () => {
    let state = looked(caret(stateWith(blocksOf('甲长', '乙长', '丙长'), foundMarks()), 'b2'), '长')
    const go = (direction: 1 | -1): string => {
      state = state.apply(takeHit(state, hitBeside(state, direction)) ?? state.tr)
      return `${foundIn(state).current} ${state.selection.$from.parent.textContent}`
    }
    expect([go(1), go(1), go(1), go(-1)]).toEqual(['1 乙长', '2 丙长', '0 甲长', '2 丙长'])
    state = caret(state, 'b1')
    expect(foundIn(state).current).toBe(-1)
    expect(hitBeside(looked(state, '没有'), 1)).toBe(-1)
  })

  it('FIND-8: a section and a selection bound what is found, and go with the text', () => {
    const blocks = blocksOf('1:甲局', '局一', '2:局二', '局三', '1:乙局', '局四')
    expect(texts(looked(caret(stateWith(blocks, foundMarks()), 'b4'), '局', 'section'))).toHaveLength(2)
    expect(texts(looked(caret(stateWith(blocks, foundMarks()), 'b2'), '局', 'section'))).toHaveLength(4)
    let state = looked(caret(stateWith(blocksOf('局局局局'), foundMarks()), 'b1', 1, { id: 'b1', offset: 3 }), '局', 'selection')
    expect(texts(state)).toHaveLength(2)
    state = typed(state.apply(state.tr.setSelection(TextSelection.create(state.doc, (findBody(state.doc, 'b1')?.position ?? 0) + 1))), '局局')
    expect(texts(state)).toHaveLength(2)
    expect(texts(looked(state, '局', 'report'))).toHaveLength(7)
  })
})

describe('replacing on the page', () => {
  const bold: Block = { kind: 'text', id: 'b1', level: 2, runs: [{ text: '完成' }, { text: '20', bold: true }, { text: '25年', stale: true }, { text: '任务' }] }

  it('FIND-5: the manner of the text replaced is kept, 待更新 of any part of it too', () => {
    const state = looked(stateWith([bold], foundMarks()), '2025')
    const [block] = fromEditorDoc(after(state, actionCommand({ kind: 'replaceHits', text: '2026', leftOut: [] })).doc).blocks
    expect(block).toEqual({ ...bold, runs: [{ text: '完成' }, { text: '2026', bold: true, stale: true }, { text: '年', stale: true }, { text: '任务' }] })
  })

  it('FIND-5: the replacement is literal: no number comes of it and none goes', () => {
    const state = looked(stateWith(blocksOf('1:甲', '甲'), foundMarks()), '甲')
    expect(written(fromEditorDoc(after(state, actionCommand({ kind: 'replaceHits', text: '一、$1\\n', leftOut: [] })).doc).blocks)).toEqual(['1:一、$1\\n', '一、$1\\n'])
    expect(written(fromEditorDoc(after(state, actionCommand({ kind: 'replaceHits', text: '', leftOut: [] })).doc).blocks)).toEqual(['1:', ''])
  })

  it('FIND-9: all of it is one step to undo', () => {
    const state = looked(opened(everywhere), '局')
    const next = after(state, actionCommand({ kind: 'replaceHits', text: '科', leftOut: [] }))
    expect(JSON.stringify(fromEditorDoc(next.doc))).not.toContain('局')
    expect(fromEditorDoc(after(next, undo).doc)).toEqual(fromEditorDoc(state.doc))
  })

  it('FIND-10: what is left out does not change', () => {
    const state = looked(stateWith(blocksOf('长', '长', '长'), foundMarks()), '长')
    expect(written(fromEditorDoc(after(state, actionCommand({ kind: 'replaceHits', text: '科', leftOut: [1] })).doc).blocks)).toEqual(['科', '长', '科'])
    expect(after(state, actionCommand({ kind: 'replaceHits', text: '科', leftOut: [0, 1, 2] }))).toBe(state)
  })

  it('FIND-5: the page and the stored value are replaced alike', () => {
    const text = fc.array(fc.constantFrom('局', '甲', 'a', 'Ａ', '𬱖', '，'), { maxLength: 6 }).map((each) => each.join(''))
    const run = fc.record({ text: text.filter((words) => words !== ''), bold: fc.constantFrom(true as const, undefined), stale: fc.constantFrom(true as const, undefined) })
      .map(({ text: words, bold: isBold, stale }) => ({ text: words, ...(isBold ? { bold: isBold } : {}), ...(stale ? { stale } : {}) }))
    const content: fc.Arbitrary<EditedContent> = fc.record({
      title: fc.array(text, { maxLength: 2 }), addressee: text, attachments: fc.array(text, { maxLength: 2 }), signature: fc.array(text, { maxLength: 2 }), date: text, note: text,
      blocks: fc.array(fc.oneof(fc.array(run, { maxLength: 3 }).map((runs) => ({ kind: 'text' as const, level: 1 as const, runs })), fc.array(text, { minLength: 2, maxLength: 2 }).map((cells) => ({ kind: 'table' as const, headerRows: 0, rows: [cells] }))), { minLength: 1, maxLength: 4 })
        .map((blocks) => blocks.map((block, index) => ({ ...block, id: `b${index}` }))),
    })
    fc.assert(fc.property(content, fc.constantFrom('局', 'a', '局a', '，'), fc.constantFrom('', '科', '，局'), (given, words, replacement) => {
      const stored = fromEditorDoc(toEditorDoc(given))
      const expected = editTexts(stored, (each) => findMatches(each, query(words)).map((range) => ({ ...range, text: replacement })))
      const state = looked(opened(stored), words)
      expect(fromEditorDoc(after(state, actionCommand({ kind: 'replaceHits', text: replacement, leftOut: [] })).doc)).toEqual(fromEditorDoc(toEditorDoc(expected)))
      expect(editTexts(stored, () => [])).toBe(stored)
    }))
  })

  it('FIND-4: empty words are found nowhere', () => {
    expect(texts(looked(opened(everywhere), ''))).toEqual([])
  })

  it('FIND-9: 300,000 characters are looked through and replaced within a moment', async () => {
    const blocks = Array.from({ length: 3000 }, (_each, index): Block => ({ kind: 'text', id: `p${index}`, level: 0, runs: [{ text: `全局上下认真落实工作要求，${'扎实推进各项任务。'.repeat(10)}` }] }))
    let state = stateWith(blocks, foundMarks())
    const found = await effort(() => { state = looked(state, '各项') })
    expect(texts(state)).toHaveLength(30_000)
    let replaced = state
    const done = await effort(() => { replaced = after(state, actionCommand({ kind: 'replaceHits', text: '各类', leftOut: [] })) })
    expect(texts(replaced)).toHaveLength(0)
    process.stdout.write(`find: 30,000 places in 300,000 characters, found with ${found.toFixed(1)} units of work, replaced with ${done.toFixed(1)}\n`)
    expect(found).toBeLessThan(60)
  })
})
