/** Rows typed or copied with tabs (SPEC PARSE-13, PARSE-36): two or more neighbouring ones, or one with three cells, are a table. */
import { recognizeNumber } from '../recognizeNumber'
import type { Draft } from './sourceLines'

/** Marks the rows of tables that the file says are tables (SPEC PARSE-29), as far as they are not set aside: 抄送 and 印发 often stand in one. */
export function markGivenTables(draft: Draft): void {
  for (const { from, to } of draft.tables) {
    for (let index = from; index <= to; index += 1) if ((draft.roles[index] ?? 'blank') === 'blank' && draft.lines[index]?.explicit === null) draft.roles[index] = 'table'
  }
}

/** Marks rows of tables `table`. Numbered paragraphs whose only tab stands behind the number are none. */
export function markTables(draft: Draft): void {
  markBarred(draft)
  draft.lines.forEach((line, index) => {
    const role = draft.roles[index]
    if (line.explicit !== null || role !== null || !isRow(line.text)) return
    const isNeighbour = draft.roles[index - 1] === 'table' || (draft.roles[index + 1] === null && isRow(draft.lines[index + 1]?.text ?? ''))
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

function isRow(text: string): boolean {
  if (!text.includes('\t')) return false
  const number = recognizeNumber(text)
  // 1 before a tab is the first cell of a row; 1. or 一、 before a tab is a number with its blank.
  const isCell = number?.style === 'decimal' && number.values.length === 1
  return number === null || isCell || text.indexOf('\t', number.length) !== -1
}
