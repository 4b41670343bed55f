/**
 * What changed inside one text, readable for a leader (SPEC COMPARE-2): whole sentences where most of a sentence changed, words and characters where
 * little did. Three rounds of the same step: sentences, the clauses of a sentence, the characters of a clause.
 */
import diff from 'fast-diff'
import { alignUnits, codedDifference } from './alignUnits'
import { tidyPieces, type TextPiece } from './textPieces'

const sentence = /[^。！？；\n]*(?:[。！？；\n]+[”’」』）》]*|$)/g
const clause = /[^，：]*(?:[，：]+[”’」』）》]*|$)/g
/** Numbers, Latin words and pairs of surrogates are never cut. */
const character = /[\d０-９]+(?:[.．,，:：][\d０-９]+)*[%％‰]?|[〇零一二三四五六七八九十百千]+[万亿]?|[A-Za-z]+|[\ud800-\udbff][\udc00-\udfff]|[^]/g

const rounds = [
  { units: sentence, least: 0.45 },
  { units: clause, least: 0.4 },
] as const

/** Share of a sentence that must stay for it not to be replaced as a whole. */
const leastKept = 0.35

/** A text without marks that is longer than this is replaced as a whole. */
const longestByCharacter = 4000

/** The pieces of the change from `before` to `after`; a single unchanged piece if they are equal, none if both are empty. */
export function compareText(before: string, after: string): readonly TextPiece[] {
  if (before === after) return tidyPieces([{ kind: 'same', text: before }])
  return withoutDisguise(tidyPieces(compareBy(0, before, after)))
}

/** The sentences of a text with their marks; joined they are the text. */
export function splitSentences(text: string): readonly string[] {
  return split(text, sentence)
}

function split(text: string, pattern: RegExp): readonly string[] {
  return (text.match(pattern) ?? []).filter((unit) => unit !== '')
}

function compareBy(round: number, before: string, after: string): readonly TextPiece[] {
  const rule = rounds[round]
  if (rule === undefined) return compareCharacters(before, after)
  const units = [split(before, rule.units), split(after, rule.units)] as const
  if (units[0].length <= 1 && units[1].length <= 1) return compareBy(round + 1, before, after)
  return alignUnits(units[0], units[1], rule.least).flatMap((step): readonly TextPiece[] => {
    switch (step.kind) {
      case 'equal': return [{ kind: 'same', text: units[0][step.before] ?? '' }]
      case 'similar': return compareWhole(round + 1, units[0][step.before] ?? '', units[1][step.after] ?? '')
      case 'removed': return [{ kind: 'removed', text: units[0][step.before] ?? '' }]
      case 'added': return [{ kind: 'added', text: units[1][step.after] ?? '' }]
    }
  })
}

/** One sentence or clause against another: replaced as a whole if little of it stayed. */
function compareWhole(round: number, before: string, after: string): readonly TextPiece[] {
  const pieces = tidyPieces(compareBy(round, before, after))
  const same = pieces.reduce((sum, piece) => sum + (piece.kind === 'same' ? piece.text.length : 0), 0)
  return same < leastKept * Math.max(before.length, after.length) ? replaced(before, after) : pieces
}

function replaced(before: string, after: string): readonly TextPiece[] {
  return [{ kind: 'removed', text: before }, { kind: 'added', text: after }]
}

function compareCharacters(before: string, after: string): readonly TextPiece[] {
  if (before.length > longestByCharacter || after.length > longestByCharacter) return replaced(before, after)
  const units = [split(before, character), split(after, character)] as const
  let atBefore = 0
  let atAfter = 0
  const pieces = codedDifference(units[0], units[1]).map(([kind, { length }]): TextPiece => {
    const text = (kind === diff.INSERT ? units[1].slice(atAfter, atAfter + length) : units[0].slice(atBefore, atBefore + length)).join('')
    if (kind !== diff.INSERT) atBefore += length
    if (kind !== diff.DELETE) atAfter += length
    return { kind: kind === diff.EQUAL ? 'same' : kind === diff.DELETE ? 'removed' : 'added', text }
  })
  return withoutConfetti(tidyPieces(pieces))
}

/** A single unchanged character between two changes, or two that are no more than the changes beside them, count as changed. */
function withoutConfetti(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const loose = pieces.flatMap((piece, index): readonly TextPiece[] => {
    if (piece.kind !== 'same' || index === 0 || index === pieces.length - 1) return [piece]
    const { length } = piece.text
    const isIsland = length === 1 || (length <= 3 && length <= changedBeside(pieces, index, -1) && length <= changedBeside(pieces, index, 1))
    return isIsland ? [{ kind: 'removed', text: piece.text }, { kind: 'added', text: piece.text }] : [piece]
  })
  return tidyPieces(loose)
}

/** 「甲，乙。」 for 「甲。」 is a deletion of 「，乙」, although clause by clause 「，乙。」 was replaced by 「。」. Numbers stay whole. */
function withoutDisguise(pieces: readonly TextPiece[]): readonly TextPiece[] {
  return tidyPieces(pieces.flatMap((piece, index): readonly TextPiece[] => {
    const [last, next] = [pieces[index - 1], pieces[index + 1]]
    if (piece.kind === 'removed' && next?.kind === 'added') return cutCommon(piece, next)
    return piece.kind === 'added' && last?.kind === 'removed' ? [] : [piece]
  }))
}

function cutCommon(removed: TextPiece, added: TextPiece): readonly TextPiece[] {
  const [long, short] = removed.text.length >= added.text.length ? [removed, added] : [added, removed]
  const rest = long.text.length - short.text.length
  const same: TextPiece = { kind: 'same', text: short.text }
  if (long.text.endsWith(short.text) && isBorder(long.text, rest)) return [{ kind: long.kind, text: long.text.slice(0, rest) }, same]
  if (long.text.startsWith(short.text) && isBorder(long.text, short.text.length)) return [same, { kind: long.kind, text: long.text.slice(short.text.length) }]
  return [removed, added]
}

/** Whether a text may be cut here: not inside a number, a word or a pair of surrogates. */
function isBorder(text: string, at: number): boolean {
  return !/^[\dA-Za-z０-９.．][\dA-Za-z０-９.．%％]$|^[〇零一二三四五六七八九十百千]{2}$|^[\ud800-\udbff]/.test(text.slice(at - 1, at + 1))
}

/** The longer of the removed and the added text on one side of a piece. */
function changedBeside(pieces: readonly TextPiece[], index: number, step: 1 | -1): number {
  let most = 0
  for (let at = index + step; pieces[at] !== undefined && pieces[at]?.kind !== 'same'; at += step) most = Math.max(most, pieces[at]?.text.length ?? 0)
  return most
}
