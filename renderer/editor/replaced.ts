/** Replacing what was found (SPEC FIND-5, FIND-9): the text of the places and nothing else, in one step to undo. */
import type { Node } from 'prosemirror-model'
import type { Command, EditorState, Transaction } from 'prosemirror-state'
import { mannerOf } from '../../shared/report/editTexts'
import type { TextRange } from '../../shared/search/findMatches'
import { runsOf, textNode } from './editorDoc'
import { foundIn } from './found'

/** Replaces the hit in hand. */
export function replaceHit(text: string): Command {
  return (state, dispatch) => {
    const hit = foundIn(state).hits[foundIn(state).current]
    if (hit === undefined) return false
    dispatch?.(replaced(state, [hit], text))
    return true
  }
}

/** Replaces every hit but those with these indices. */
export function replaceHits(text: string, leftOut: readonly number[]): Command {
  return (state, dispatch) => {
    const without = new Set(leftOut)
    const hits = foundIn(state).hits.filter((_hit, index) => !without.has(index))
    if (hits.length === 0) return false
    dispatch?.(replaced(state, hits, text))
    return true
  }
}

function replaced(state: EditorState, hits: readonly TextRange[], text: string): Transaction {
  const { tr } = state
  // From the end on, so that no place moves before its turn; one step a paragraph, because thirty thousand steps take many seconds.
  for (const { start, parent, ranges } of byParagraph(state, hits).reverse()) {
    const [first, last] = [ranges[0], ranges[ranges.length - 1]]
    if (first === undefined || last === undefined) continue
    tr.replaceWith(start + first.from, start + last.to, pieces(parent, ranges, text))
  }
  // Not typed: a number in the replacement stays text.
  return tr.setMeta('uiEvent', 'replace')
}

interface Touched {
  /** Position of the first character. */
  readonly start: number
  readonly parent: Node
  /** In the text of the paragraph. */
  readonly ranges: TextRange[]
}

function byParagraph(state: EditorState, hits: readonly TextRange[]): Touched[] {
  const groups: Touched[] = []
  for (const { from, to } of hits) {
    const last = groups[groups.length - 1]
    if (last !== undefined && from <= last.start + last.parent.content.size) {
      last.ranges.push({ from: from - last.start, to: to - last.start })
      continue
    }
    const $from = state.doc.resolve(from)
    groups.push({ start: $from.start(), parent: $from.parent, ranges: [{ from: $from.parentOffset, to: $from.parentOffset + to - from }] })
  }
  return groups
}

/** What stands from the first to the last place once they are replaced. */
function pieces(parent: Node, ranges: readonly TextRange[], text: string): readonly Node[] {
  const runs = runsOf(parent)
  let at = ranges[0]?.from ?? 0
  return ranges.flatMap(({ from, to }) => {
    const between: Node[] = []
    parent.cut(at, from).forEach((child) => { between.push(child) })
    at = to
    return text === '' ? between : [...between, textNode({ ...mannerOf(runs, from, to), text })]
  })
}
