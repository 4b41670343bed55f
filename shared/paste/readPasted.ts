/** A clipboard as lines and tables (SPEC PASTE-1): from its HTML where that says all that its plain text says, else from the plain text. */
import { joinHardWrapped } from '../outline/wrappedText'
import { recognizeNumber } from '../outline/recognizeNumber'
import { invisibleCleaner, lineText, type Pasted, type PastedPart } from './pasted'
import { readHtmlParts } from './readHtmlParts'

/** The lines and tables of a clipboard, with what was left out of them. `html` is empty where there is none. */
export function readPasted(text: string, html: string): Pasted {
  if (html === '') return readWrapped(text)
  const rich = readHtmlParts(html)
  const missing = inkOf(text) - rich.parts.reduce((sum, part) => sum + inkOfPart(part), 0)
  // Some programs give another text beside a poor piece of HTML.
  return missing > inkOf(text) / 20 ? readWrapped(text) : rich
}

/** Plain text with the lines that a program wrapped put together again (SPEC IMPORT-18). */
function readWrapped(text: string): Pasted {
  const wrapped = joinHardWrapped(text.split(/\r\n?|\n/))
  if (wrapped === null) return readPlain(text)
  const read = readPlain(wrapped.lines.join('\n'))
  return { ...read, removed: [...read.removed, { kind: 'lineEnd', text: '↵', count: wrapped.joined }, ...wrapped.pageNumbers.map((number) => ({ kind: 'pageNumber' as const, text: number.text, count: 1 }))] }
}

/** Plain text by its lines; neighbouring lines with as many tabs are a table, as spreadsheets give it. */
export function readPlain(text: string): Pasted {
  const cleaner = invisibleCleaner()
  const lines = cleaner.clean(text).replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n')
  const parts: PastedPart[] = []
  let at = 0
  while (at < lines.length) {
    const end = tableEnd(lines, at)
    if (end > at) {
      parts.push({ kind: 'table', rows: readTabs(lines.slice(at, end)), headerRows: end - at > 1 ? 1 : 0, merges: [] })
      at = end
      continue
    }
    const line = lines[at] ?? ''
    if (line.trim() === '\f') parts.push({ kind: 'pageBreak' })
    else if (line.trim() !== '') parts.push({ kind: 'line', runs: [{ text: line }], heading: 0 })
    at += 1
  }
  return { parts, removed: cleaner.removed() }
}

/** Index behind the rows of a spreadsheet that begin at `from`; `from` if there are none. */
function tableEnd(lines: readonly string[], from: number): number {
  const tabs = tabCount(lines[from])
  if (tabs === 0) return from
  let end = from + 1
  while (end < lines.length && tabCount(lines[end]) === tabs) end += 1
  const areNumbers = tabs === 1 && lines.slice(from, end).every((line) => (recognizeNumber(line)?.length ?? 0) > line.indexOf('\t'))
  return !areNumbers && (end - from >= 2 || tabs >= 2) ? end : from
}

function tabCount(line: string | undefined): number {
  return line === undefined ? 0 : line.split('\t').length - 1
}

/** Cells that hold line ends stand in quotes; a doubled quote is one. */
function readTabs(lines: readonly string[]): readonly (readonly string[])[] {
  return lines.map((line) => line.split('\t').map((cell) => (/^"(?:[^"]|"")*"$/.test(cell) ? cell.slice(1, -1).replace(/""/g, '"') : cell).trim()))
}

function inkOfPart(part: PastedPart): number {
  if (part.kind === 'line') return inkOf(lineText(part))
  return part.kind === 'table' ? part.rows.reduce((sum, row) => row.reduce((all, cell) => all + inkOf(cell), sum), 0) : 0
}

/** How many characters leave ink. */
function inkOf(text: string): number {
  return text.replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, '').length
}
