/**
 * From any text to a report (SPEC PARSE). It never fails: what is not understood is body text, what is no part of a report is set aside, and every
 * typed number that does not fit is told. Stages mark the lines one after the other; nothing is decided twice. Time is linear in the text.
 */
import type { NewId } from '../base/ids'
import type { Block } from '../report/report'
import type { Diagnostic } from './diagnostic'
import { findEnumerations } from './findEnumerations'
import { buildContent, type Place } from './parse/build'
import { markContents } from './parse/contents'
import { markHead } from './parse/frame'
import { judgeHeadings, type Judged } from './parse/headings'
import { markNoise } from './parse/noise'
import { readNumbered } from './parse/numbered'
import { checkSequence } from './parse/sequence'
import { sourceLines, type Draft, type Role } from './parse/sourceLines'
import { markGivenTables, markTables } from './parse/tables'
import { markCaptions, styledHeadings } from './parse/styled'
import { markTail } from './parse/tail'
import { plainParsable, type ParsableText } from './parsableText'
import type { ReportContent } from './reportContent'

export interface ParsedReport {
  readonly content: ReportContent
  readonly diagnostics: readonly Diagnostic[]
  /** Block id → 1-based source line of its first line. */
  readonly lines: ReadonlyMap<string, number>
  /** Where the text of each line went, in the order of the source. */
  readonly places: readonly Place[]
  /** Every numbered line with what was decided about it, those whose number the scheme cannot express included. */
  readonly numbered: readonly (Judged & { readonly line: number; readonly blockId: string })[]
}

/** Reads a text as a report. Pure; ids come from `newId`, one for each block in order. */
export function parseReport(source: string | ParsableText, options: { readonly newId: NewId }): ParsedReport {
  const given = typeof source === 'string' ? plainParsable(source) : source
  const draft = readDraft(given)
  markNoise(draft)
  markContents(draft)
  markGivenTables(draft)
  const bodyFrom = markHead(draft)
  markTail(draft, bodyFrom)
  markTables(draft)
  markCaptions(draft)
  const { scheme, numbered } = readNumbered(draft)
  const judged = judgeHeadings(draft, numbered)
  const built = buildContent(draft, judged, styledHeadings(draft, judged), scheme, options.newId)
  const lineOf = (index: number): number => draft.lines[index]?.number ?? index + 1
  const known = judged.flatMap((line) => {
    const blockId = built.blockIds.get(line.index)
    return blockId === undefined ? [] : [{ ...line, line: lineOf(line.index), blockId }]
  })
  const placeOf = (index: number): Pick<Diagnostic, 'line' | 'blockId'> => {
    const blockId = built.blockIds.get(index)
    return blockId === undefined ? { line: lineOf(index) } : { line: lineOf(index), blockId }
  }
  const diagnostics = [
    ...checkSequence(judged, scheme, (index) => /[：:]$/.test(draft.lines[index - 1]?.text ?? '') || opensList(draft, index), placeOf),
    ...lineFindings(draft, known, built.content.blocks, placeOf, new Map([...built.blockIds].map(([index, id]) => [id, lineOf(index)]))),
  ].sort((one, other) => one.line - other.line)
  const lines = new Map<string, number>()
  for (const [index, id] of built.blockIds) if (!lines.has(id)) lines.set(id, lineOf(index))
  return { content: built.content, diagnostics, lines, places: built.places, numbered: known }
}

function readDraft(given: ParsableText): Draft {
  const lines = sourceLines(given)
  const written = lines.filter(({ text }) => text !== '')
  const hasContents = written.filter(({ hint }) => hint?.isContents).length * 2 <= written.length
  const roles = lines.map((line): Role | null => {
    if (line.hint?.isNote) return 'setAside'
    if (line.hint?.isContents && hasContents) return 'contents'
    return line.explicit === null || line.explicit.kind === 'text' || line.explicit.kind === 'scheme' ? null : line.explicit.kind
  })
  return { lines, roles, tables: given.tables }
}

function opensList(draft: Draft, index: number): boolean {
  let at = index - 1
  while (at >= 0 && draft.roles[at] === 'blank') at -= 1
  return /[：:]$/.test(draft.lines[at]?.text ?? '')
}

/** Findings of single lines: headings glued to their text, numbers that stayed text, broken enumerations, watermarks. */
function lineFindings(draft: Draft, known: ParsedReport['numbered'], blocks: readonly Block[], placeOf: (index: number) => Pick<Diagnostic, 'line' | 'blockId'>, lineById: ReadonlyMap<string, number>): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  for (const line of known) {
    if (line.isGlued) found.push({ code: 'gluedHeading', ...placeOf(line.index), found: line.text.slice(0, 20), expected: '' })
    if (line.level === null) found.push({ code: 'keptNumber', ...placeOf(line.index), found: line.number.label, expected: '' })
  }
  draft.lines.forEach((line, index) => {
    if (line.watermarks.length > 0) found.push({ code: 'watermark', ...placeOf(index), found: line.watermarks.join(' '), expected: '' })
  })
  blocks.forEach((block, at) => {
    if (block.kind !== 'text') return
    for (const series of findEnumerations(block.runs[0]?.text ?? '')) {
      const first = series.items[0]
      const line = lineById.get(block.id) ?? 1
      if (first === undefined) continue
      if (series.kind === 'mixed') found.push({ code: 'mixedEnumeration', line, blockId: block.id, found: series.items.map((item) => item.marker).join(' '), expected: '' })
      if (series.items.length === 1 && first.value === 1 && !goesOn(blocks, at)) found.push({ code: 'brokenEnumeration', line, blockId: block.id, found: first.marker, expected: first.marker.replace('一', '二') })
    }
  })
  return found
}

/** Whether 二是, 二要 or 第二 opens one of the next few paragraphs. */
function goesOn(blocks: readonly Block[], at: number): boolean {
  for (let index = at + 1; index < Math.min(blocks.length, at + 8); index += 1) {
    const block = blocks[index]
    if (block?.kind !== 'text') return false
    if (/^(二[是要]|第二|其二|其次)/.test(block.runs[0]?.text ?? '')) return true
    if (block.level > 0 && block.form !== 'clause') return false
  }
  return false
}
