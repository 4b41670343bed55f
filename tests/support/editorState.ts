import { EditorState, TextSelection, type Command, type Plugin } from 'prosemirror-state'
import { countingIds } from '../../shared/base/ids'
import type { Block, TextBlock } from '../../shared/report/report'
import { uniqueBlockIds } from '../../renderer/editor/blockIds'
import { findBody } from '../../renderer/editor/bodyNodes'
import { chunkSizes } from '../../renderer/editor/chunks'
import { fromEditorDoc, toEditorDoc, type EditedContent } from '../../renderer/editor/editorDoc'

export const noContent: EditedContent = { title: ['标题'], addressee: '', blocks: [], attachments: [], signature: ['某局'], date: '2026年1月5日', note: '' }

/** `1:主要工作` is a heading of level 1, `2c:条款` a clause, `文字` body text; ids are b1, b2 … in order. */
export function blocksOf(...lines: readonly string[]): readonly TextBlock[] {
  return lines.map((line, index) => {
    const match = /^([0-5])([ch]?):(.*)$/.exec(line)
    const text = match?.[3] ?? line
    const form = match?.[2] === 'c' ? 'clause' : match?.[2] === 'h' ? 'heading' : undefined
    const level = Number(match?.[1] ?? 0) as TextBlock['level']
    return { kind: 'text', id: `b${index + 1}`, level, runs: text === '' ? [] : [{ text }], ...(form === undefined ? {} : { form }) }
  })
}

/** The blocks in the notation of {@link blocksOf}. */
export function written(blocks: readonly Block[]): readonly string[] {
  return blocks.map((block) => {
    if (block.kind !== 'text') return block.kind
    const mark = block.form === undefined ? '' : block.form.charAt(0)
    return `${block.level === 0 && mark === '' ? '' : `${block.level}${mark}:`}${block.runs.map((run) => run.text).join('')}`
  })
}

export function stateWith(blocks: readonly Block[], ...plugins: readonly Plugin[]): EditorState {
  return EditorState.create({ doc: toEditorDoc({ ...noContent, blocks }), plugins: [uniqueBlockIds(countingIds('new')), chunkSizes(() => false), ...plugins] })
}

/** The caret in block `id`, `offset` UTF-16 units from its start; with `to` the text up to there is selected. */
export function caret(state: EditorState, id: string, offset = 0, to: { readonly id: string; readonly offset: number } | null = null): EditorState {
  const at = (block: string, units: number): number => (findBody(state.doc, block)?.position ?? 0) + 1 + units
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, at(id, offset), to === null ? at(id, offset) : at(to.id, to.offset))))
}

/** The state after the command; the same state if it did nothing. */
export function after(state: EditorState, command: Command): EditorState {
  let next = state
  command(state, (transaction) => { next = state.apply(transaction) })
  return next
}

/** The state after typing at the caret. */
export function typed(state: EditorState, text: string): EditorState {
  return state.apply(state.tr.insertText(text))
}

export function blocksIn(state: EditorState): readonly Block[] {
  return fromEditorDoc(state.doc).blocks
}
