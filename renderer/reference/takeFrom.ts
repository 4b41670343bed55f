/** What is taken over from the older report: marked 待更新 as when a report is begun from last year's (SPEC REFERENCE-4). */
import type { Block, Report, Run } from '../../shared/report/report'
import { markedStale } from '../../shared/report/startFromLastYear'

/** The blocks as they come into the present report. Wanted lengths are the older report's own and stay there. */
export function takenBlocks(older: Report, indices: readonly number[]): readonly Block[] {
  return [...indices].sort((a, b) => a - b).flatMap((index): readonly Block[] => {
    const block = older.blocks[index]
    if (block === undefined || block.kind === 'pageBreak') return []
    if (block.kind !== 'text') return [block]
    const { target: _target, ...kept } = markedStale(block, older.year)
    return [{ ...kept, taken: older.id }]
  })
}

/** A part of one paragraph, by UTF-16 offsets of its text. */
export function takenRuns(older: Report, index: number, from: number, to: number): readonly Run[] {
  const block = older.blocks[index]
  if (block?.kind !== 'text') return []
  let start = 0
  return markedStale(block, older.year).runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start))
    start += run.text.length
    return text === '' ? [] : [{ ...run, text }]
  })
}

/** What the mouse has marked in the list: part of one paragraph, or several paragraphs; null for nothing. */
export function markedInList(list: HTMLElement): { readonly index: number; readonly from: number; readonly to: number } | { readonly first: number; readonly last: number } | null {
  const selection = getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const [start, end] = [rowOf(list, range.startContainer), rowOf(list, range.endContainer)]
  if (start === null || end === null) return null
  const [first, last] = [Number(start.dataset['index']), Number(end.dataset['index'])]
  if (first !== last) return { first, last }
  const before = document.createRange()
  before.selectNodeContents(start)
  before.setEnd(range.startContainer, range.startOffset)
  const from = before.toString().length
  const { length } = range.toString()
  return length === 0 || length === (start.textContent ?? '').length ? { first, last } : { index: first, from, to: from + length }
}

function rowOf(list: HTMLElement, node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement
  const row = element?.closest<HTMLElement>('[data-index]') ?? null
  return row !== null && list.contains(row) ? row : null
}
