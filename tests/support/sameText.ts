/** Compares the text of a document with the text that another program makes of the same file; differences are explained by named rules, or are not. */
import diff from 'fast-diff'
import type { SourceDocument } from '../../electron/import/sourceDocument'
import { sourceText } from '../../electron/import/sourceText'

/** Kinds of differences that are none of the characters of the text. */
export const rules = ['blanks', 'bullets', 'text boxes and frames', 'marks of notes', 'hidden text', 'ticked boxes', 'fonts of symbols', 'texts around a number'] as const

export type Rule = (typeof rules)[number]

export interface Comparison {
  readonly characters: number
  readonly explained: Readonly<Record<Rule, number>>
  /** What is only in the one or the other text, with what stands before it. */
  readonly unexplained: readonly string[]
}

const bullet = /^[ \t]*[•◦▪▫‣⁃○●■➢✓\uf000-\uf0ff](?=[ \t]|$|\S)/gmu

/** `hasFrames`: the file has paragraphs in frames, which the other program does not count as text. */
export function compareTexts(document: SourceDocument, other: string, hasFrames = false): Comparison {
  const own = sourceText({ ...document, notes: [] }).text
  const explained = Object.fromEntries(rules.map((rule) => [rule, 0])) as Record<Rule, number>
  const count = (rule: Rule, much = 1): true => {
    explained[rule] += much
    return true
  }
  const flat = (text: string): string => text.replace(bullet, '').replace(/\s/g, '')
  count('blanks', Math.abs((own.match(/\s/g) ?? []).length - (other.match(/\s/g) ?? []).length))
  count('bullets', Math.abs((own.match(bullet) ?? []).length - (other.match(bullet) ?? []).length))
  const [ours, theirs] = [flat(own), flat(other)]
  const { met, notes } = document
  const labels = document.blocks.flatMap((block) => (block.kind === 'paragraph' && block.label !== '' ? [block.label.replace(/\s/g, '')] : []))
  const parts = ours === theirs ? [] : diff(ours, theirs)
  const unexplained = parts.flatMap(([kind, text], index) => {
    const next = parts[index + 1]
    const isOurs = kind === diff.DELETE
    const isExplained = kind === diff.EQUAL
      || (isOurs && notes.length > 0 && /^[[\]]$|^\[\d+\]$/.test(text) && count('marks of notes'))
      || (!isOurs && notes.length > 0 && /^[ivx*\d]+$/.test(text) && count('marks of notes'))
      || (isOurs && /^[□☑✓☒]+$/.test(text) && count('ticked boxes'))
      || (isOurs && (met.textBoxes > 0 || hasFrames) && count('text boxes and frames'))
      || (!isOurs && /^[.)]$/.test(text) && labels.some((label) => isEnd(label, parts[index - 1]?.[1] ?? '')) && count('texts around a number'))
      || (!isOurs && met.hidden >= explained['hidden text'] + text.length && count('hidden text', text.length))
      || (!isOurs && /^[\uf000-\uf0ff]+$/.test(text) && count('fonts of symbols'))
      || (isOurs && next?.[0] === diff.INSERT && /^[\uf000-\uf0ff]+$/.test(next[1]) && count('fonts of symbols'))
    return isExplained ? [] : [`${isOurs ? 'only here' : 'only there'}: ${text.slice(0, 60)} (behind ${(parts[index - 1]?.[1] ?? '').slice(-12)})`]
  })
  return { characters: theirs.length, explained, unexplained }
}

/** Whether one of the two texts ends as the other. */
function isEnd(one: string, other: string): boolean {
  return other !== '' && (one.endsWith(other) || other.endsWith(one))
}
