/** The keys of the outline's tree (SPEC TREE-13): what a key asks for, without doing it. */
import type { KeyboardEvent } from 'react'
import type { VisibleRow } from './visibleRows'

export type TreeWish =
  | { readonly kind: 'focus'; readonly index: number; readonly isRange: boolean }
  | { readonly kind: 'open'; readonly isOpen: boolean }
  | { readonly kind: 'move'; readonly move: 'up' | 'down' | 'promote' | 'demote' }
  | { readonly kind: 'go' | 'rename' | 'remove' | 'toggle' | 'choose' | 'clear' | 'menu' }

const moves = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'promote', ArrowRight: 'demote' } as const

/** What the key means on row `index`; null if it means nothing there. */
export function wishOf(event: KeyboardEvent, visible: readonly VisibleRow[], index: number): TreeWish | null {
  const here = visible[index]
  if (here === undefined) return null
  if (event.altKey && event.shiftKey) {
    const move = event.key in moves ? moves[event.key as keyof typeof moves] : undefined
    return move === undefined ? null : { kind: 'move', move }
  }
  if (event.altKey || event.metaKey) return null
  if (event.ctrlKey) return event.key === ' ' ? { kind: 'choose' } : null
  const focus = (to: number): TreeWish => ({ kind: 'focus', index: Math.max(0, Math.min(visible.length - 1, to)), isRange: event.shiftKey })
  switch (event.key) {
    case 'ArrowDown': return focus(index + 1)
    case 'ArrowUp': return focus(index - 1)
    case 'PageDown': return focus(index + 12)
    case 'PageUp': return focus(index - 12)
    case 'Home': return focus(0)
    case 'End': return focus(visible.length - 1)
    case 'ArrowRight': return here.isOpen === false ? { kind: 'open', isOpen: true } : here.isOpen === true ? focus(index + 1) : focus(index)
    case 'ArrowLeft': return here.isOpen === true ? { kind: 'open', isOpen: false } : focus(parentIndex(visible, index))
    case 'Enter': return { kind: 'go' }
    case ' ': return { kind: 'toggle' }
    case 'F2': return { kind: 'rename' }
    case 'Delete': return { kind: 'remove' }
    case 'Escape': return { kind: 'clear' }
    case 'ContextMenu': return { kind: 'menu' }
    case 'F10': return event.shiftKey ? { kind: 'menu' } : null
    default: return null
  }
}

function parentIndex(visible: readonly VisibleRow[], index: number): number {
  const depth = visible[index]?.row.depth ?? 0
  for (let above = index - 1; above >= 0; above -= 1) if ((visible[above]?.row.depth ?? 0) < depth) return above
  return index
}
