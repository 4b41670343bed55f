/** What only the file knows: headings that have a style but no number, and captions of pictures (SPEC PARSE-28, PARSE-30). */
import type { Level } from '../../report/report'
import type { Judged } from './headings'
import { nextContent, type Draft } from './sourceLines'

const longestHeading = 40

/**
 * Levels of lines with a heading style in a text without a single numbered heading, by index: there the styles are all the structure there is, and the
 * report numbers them. Empty where a text has numbers of its own, or where styles are given to more than half of its lines.
 */
export function styledHeadings(draft: Draft, judged: readonly Judged[]): ReadonlyMap<number, Level> {
  if (judged.some((line) => line.isHeading)) return new Map()
  const texts = draft.lines.flatMap((line, index) => ((draft.roles[index] ?? 'body') === 'body' && line.text !== '' ? [index] : []))
  const styled = texts.filter((index) => draft.lines[index]?.hint?.outline !== undefined && isHeadingLike(draft, index))
  if (styled.length < 2 || styled.length * 2 > texts.length) return new Map()
  const depths = [...new Set(styled.map((index) => draft.lines[index]?.hint?.outline ?? 1))].sort((one, other) => one - other)
  return new Map(styled.map((index) => [index, Math.min(5, depths.indexOf(draft.lines[index]?.hint?.outline ?? 1) + 1) as Level]))
}

/** Short, without a final mark, and above something. */
function isHeadingLike(draft: Draft, index: number): boolean {
  const text = draft.lines[index]?.text ?? ''
  return text.length <= longestHeading && !/[。；;，,：:]$/.test(text) && nextContent(draft, index) < draft.lines.length
}

/** Marks 图1　…… below a picture as its caption. */
export function markCaptions(draft: Draft): void {
  draft.roles.forEach((role, index) => {
    if (role !== 'picture') return
    const next = nextContent(draft, index)
    const text = draft.lines[next]?.text ?? ''
    if ((draft.roles[next] ?? null) === null && text.length <= 60 && /^图\s*[\d０-９一二三四五六七八九十]+/.test(text) && !/[。；]$/.test(text)) draft.roles[next] = 'caption'
  })
}
