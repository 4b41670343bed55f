import type { ConformSheet } from '../state/conform'
import { conformSheetText as words } from '../../shared/text/conformSheet'

export type ClauseRow = ConformSheet['clauses'][number]
export type ConformFilter = 'all' | 'fail' | 'byHand'

export interface Chapter {
  readonly id: string
  readonly name: string
  readonly rows: readonly ClauseRow[]
}

export interface Counts {
  readonly pass: number
  readonly fail: number
  readonly byHand: number
}

export function countsOf(rows: readonly ClauseRow[]): Counts {
  const count = (result: ClauseRow['result']): number => rows.filter((row) => row.result === result).length
  return { pass: count('pass'), fail: count('fail'), byHand: count('byHand') }
}

/** The rows that the filter shows, by chapters of the standard in the order in which they come; what is not of the standard comes last. */
export function chaptersOf(rows: readonly ClauseRow[], filter: ConformFilter): readonly Chapter[] {
  const groups = new Map<string, ClauseRow[]>()
  for (const row of rows) {
    if (filter !== 'all' && row.result !== filter) continue
    const id = chapterOf(row.clause)
    groups.set(id, [...(groups.get(id) ?? []), row])
  }
  const chapters = [...groups].map(([id, found]): Chapter => ({ id, name: words.chapters[id] ?? words.otherChapter, rows: found }))
  return [...chapters.filter(({ id }) => id !== ''), ...chapters.filter(({ id }) => id === '')]
}

/** Chapter 7 is large: its sections stand for themselves. '' for what is no clause of the standard. */
function chapterOf(clause: string): string {
  const [, chapter = '', section] = /^(\d+)(?:\.(\d+))?/.exec(clause) ?? []
  return chapter === '7' && section !== undefined ? `7.${section}` : chapter
}

/** The sheet as plain text, to be handed on: one clause a line. */
export function sheetText({ fileName, clauses }: ConformSheet): string {
  const { pass, fail, byHand } = countsOf(clauses)
  return [
    words.lead(fileName), words.summary(pass, fail, byHand),
    ...chaptersOf(clauses, 'all').flatMap(({ name, rows }) => ['', name, ...rows.map((row) => [words.results[row.result], row.clause, row.item, `${words.required}：${row.required}`, `${words.found}：${row.found}`].join('\t'))]),
  ].join('\n')
}
