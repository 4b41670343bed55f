/** Rows typed or copied with tabs (SPEC PARSE-13, PARSE-36): two or more neighbouring ones, or one with three cells, are a table. */
import { recognizeNumber } from '../recognizeNumber'
import { nextContent, type Draft } from './sourceLines'

/**
 * Marks the rows of tables that the file says are tables (SPEC PARSE-29): a row of figures or of telephone numbers is none of a web page there. A table
 * of nothing but lines that are no part of a report stays set aside, and so does 版记, the table with 抄送 and 印发 behind everything else.
 */
export function markGivenTables(draft: Draft): void {
  for (const { from, to } of draft.tables) {
    const rows = Array.from({ length: to - from + 1 }, (_, at) => from + at)
    const isFree = rows.every((index) => draft.lines[index]?.explicit === null && (draft.roles[index] ?? 'blank') !== 'contents')
    const written = rows.filter((index) => (draft.roles[index] ?? 'body') !== 'blank')
    const noise = written.filter((index) => draft.roles[index] === 'setAside')
    if (!isFree || (noise.length > 0 && noise.length === written.length)) continue
    const isImprint = noise.length * 2 >= written.length && noise.some((index) => imprint.test(draft.lines[index]?.text ?? '')) && nextContent(draft, to) >= draft.lines.length
    for (const index of rows) if (!isImprint || draft.roles[index] !== 'blank') draft.roles[index] = isImprint ? 'setAside' : 'table'
  }
}

const imprint = /^抄\s*[送报]\s*[：:\t]|印发$/

/** Marks rows of tables `table`. Numbered paragraphs whose only tab stands behind the number are none. */
export function markTables(draft: Draft): void {
  markBarred(draft)
  freeRows(draft)
  draft.lines.forEach((line, index) => {
    const role = draft.roles[index]
    if (line.explicit !== null || role !== null || !isRow(line.text)) return
    const [last, next] = [writtenBeside(draft, index, -1), writtenBeside(draft, index, 1)]
    const isNeighbour = draft.roles[last] === 'table' || (draft.roles[next] === null && isRow(draft.lines[next]?.text ?? ''))
    if (isNeighbour || line.text.split('\t').length >= 3) draft.roles[index] = 'table'
  })
}

/** Two or more neighbouring rows with their cells between bars. */
function markBarred(draft: Draft): void {
  const isFree = (index: number): boolean => draft.roles[index] === null && draft.lines[index]?.explicit === null && isBarred(draft.lines[index]?.text ?? '')
  draft.lines.forEach((_, index) => {
    if (isFree(index) && (isFree(index + 1) || (draft.roles[index - 1] === 'table' && isBarred(draft.lines[index - 1]?.text ?? '')))) draft.roles[index] = 'table'
  })
}

/** 名称 | 数量 | 金额 |, or a cell between bars at both ends. */
function isBarred(text: string): boolean {
  const bars = text.match(/[|｜]/g)?.length ?? 0
  return bars >= 2 && text.length <= 2000 && !/[。；]$/.test(text)
}

/** Cells of a row: between tabs, or between bars with those at its ends left out. */
export function cellsOf(text: string): readonly string[] {
  if (text.includes('\t') || !isBarred(text)) return text.split('\t')
  return text.replace(/^\s*[|｜]/, '').replace(/[|｜]\s*$/, '').split(/[|｜]/).map((cell) => cell.trim())
}

/** Index of the next line before or behind `at` that is not empty. */
function writtenBeside({ roles }: Draft, at: number, step: 1 | -1): number {
  let index = at + step
  while (roles[index] === 'blank') index += step
  return index
}

/** What was set aside as a line of a web page is a row of the table if a row with as many cells stands beside it. */
function freeRows(draft: Draft): void {
  const cells = (index: number): number => (draft.roles[index] === null && draft.lines[index]?.explicit === null && isRow(draft.lines[index]?.text ?? '') ? (draft.lines[index]?.text.split('\t').length ?? 0) : 0)
  draft.lines.forEach(({ text, explicit, hint }, index) => {
    if (draft.roles[index] !== 'setAside' || explicit !== null || hint?.isNote || !text.includes('\t')) return
    const own = text.split('\t').length
    if (cells(index - 1) === own || cells(index + 1) === own) draft.roles[index] = null
  })
}

function isRow(text: string): boolean {
  if (!text.includes('\t')) return false
  const number = recognizeNumber(text)
  // 1 before a tab is the first cell of a row; 1. or 一、 before a tab is a number with its blank.
  const isCell = number?.style === 'decimal' && number.values.length === 1
  return number === null || isCell || text.indexOf('\t', number.length) !== -1
}
