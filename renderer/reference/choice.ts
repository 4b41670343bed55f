/** Which paragraphs of the older report are chosen, as a value. */

export interface Choice {
  /** The paragraph that the keyboard stands on, -1 for none. */
  readonly active: number
  /** Where a range began. */
  readonly anchor: number
  readonly chosen: ReadonlySet<number>
}

export const noChoice: Choice = { active: -1, anchor: -1, chosen: new Set() }

/** Chooses one paragraph, adds or takes it away (`toggle`), or everything from where the range began (`extend`). */
export function chosenAt(choice: Choice, index: number, manner: 'one' | 'toggle' | 'extend'): Choice {
  if (manner === 'extend' && choice.anchor !== -1) {
    const [from, to] = [Math.min(choice.anchor, index), Math.max(choice.anchor, index)]
    return { active: index, anchor: choice.anchor, chosen: new Set(Array.from({ length: to - from + 1 }, (_each, step) => from + step)) }
  }
  if (manner === 'toggle') {
    const chosen = new Set(choice.chosen)
    if (!chosen.delete(index)) chosen.add(index)
    return { active: index, anchor: index, chosen }
  }
  return { active: index, anchor: index, chosen: new Set([index]) }
}

/** The paragraph that a key leads to among `count`; null for other keys. */
export function keyTarget(key: string, active: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + 10, PageUp: active - 10, Home: 0, End: count - 1 }
  const target = steps[key]
  return target === undefined || count === 0 ? null : Math.max(0, Math.min(count - 1, target))
}
