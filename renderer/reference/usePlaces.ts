import { useDeferredValue, useMemo, useState } from 'react'
import { runsText } from '../../shared/report/blockText'
import type { Report } from '../../shared/report/report'
import { finder, type TextRange } from '../../shared/search/findMatches'

export interface Place {
  readonly index: number
  /** Which of the paragraph's places. */
  readonly nth: number
}

export interface Places {
  readonly words: string
  readonly setWords: (words: string) => void
  readonly all: readonly Place[]
  readonly current: number
  readonly setCurrent: (current: number) => void
  /** The place in hand. */
  readonly at: Place | undefined
  readonly find: ((text: string) => readonly TextRange[]) | null
}

/** The places of the words in an older report. */
export function usePlaces(older: Report): Places {
  const [words, setWords] = useState('')
  const [current, setCurrent] = useState(-1)
  const find = useMemo(() => (words === '' ? null : finder({ words, matchWidth: false, matchCase: false, wholeWord: false })), [words])
  const all = useMemo(() => (find === null ? [] : older.blocks.flatMap((block, index) => (block.kind === 'text' ? find(runsText(block.runs)).map((_range, nth): Place => ({ index, nth })) : []))), [older, find])
  // Finding takes a few milliseconds, drawing the marks of a long report many: they come a little behind the typing.
  const drawn = useDeferredValue(find)
  return { words, setWords: (next) => { setWords(next); setCurrent(-1) }, all, current, setCurrent, at: all[current], find: drawn }
}
