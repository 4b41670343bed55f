/** Findings follow the text when it rests: none of them is looked for between a key and its frame. */
import { useEffect, useState } from 'react'
import { findProblems } from '../../shared/outline/findProblems'
import type { OutlineFinding } from '../../shared/outline/outlineFinding'
import type { Block } from '../../shared/report/report'
import { desk } from '../state/desk'
import { hintSentence } from '../../shared/text/hints'

/** Milliseconds without a change after which the text is looked at. */
const rest = 300

export function useFindings(blocks: readonly Block[]): readonly OutlineFinding[] {
  const [found, setFound] = useState<readonly OutlineFinding[]>([])
  useEffect(() => {
    let timer = 0
    const look = (): void => {
      // Inside a composition nothing changes but the composed words.
      if (desk.get().handle?.isComposing() === true) {
        timer = window.setTimeout(look, rest)
        return
      }
      const next = findProblems(blocks).map(({ kind, blockId, from, severity, facts }): OutlineFinding => ({ blockId, from, severity, sentence: hintSentence(kind, facts) }))
      setFound((now) => (isSame(now, next) ? now : next))
    }
    timer = window.setTimeout(look, rest)
    return () => clearTimeout(timer)
  }, [blocks])
  return found
}

function isSame(one: readonly OutlineFinding[], other: readonly OutlineFinding[]): boolean {
  return one.length === other.length && one.every((each, index) => {
    const twin = other[index]
    return twin !== undefined && each.blockId === twin.blockId && each.from === twin.from && each.sentence === twin.sentence
  })
}
