/** Rules of the unit (SPEC CLEAN-10): words as they are written, no patterns. */
import type { FoundEdit, LineVerdict } from './cleaningRule'
import type { OwnCleaningRule } from './cleaningSchema'

/** The places of the words, but for those that are part of the replacement already. */
export function findOwn(text: string, { words, replacement }: OwnCleaningRule): readonly FoundEdit[] {
  const inside = replacement.indexOf(words)
  const edits: FoundEdit[] = []
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) {
    if (inside === -1 || !isReplaced(text, at, words, replacement)) edits.push({ from: at, to: at + words.length, text: replacement })
  }
  return edits
}

function isReplaced(text: string, at: number, words: string, replacement: string): boolean {
  for (let inside = replacement.indexOf(words); inside !== -1; inside = replacement.indexOf(words, inside + 1)) {
    if (text.startsWith(replacement, at - inside)) return true
  }
  return false
}

/** `goes` if a rule of the unit for paragraphs has its words in the text. */
export function judgeOwn(text: string, own: readonly OwnCleaningRule[]): LineVerdict {
  return own.some((rule) => rule.kind === 'line' && text.includes(rule.words)) ? 'goes' : 'stays'
}
