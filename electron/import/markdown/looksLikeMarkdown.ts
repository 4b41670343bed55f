/**
 * Whether a text is plainly Markdown (SPEC IMPORT-16). Marks that ordinary reports have too weigh little: ** and * stand for names left out, # and - for
 * the items of a list, a row of - for a line.
 */

const enough = 3
/** Lines that are looked at. */
const looked = 4_000

export function looksLikeMarkdown(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/, looked)
  return signs.reduce((sum, sign) => sum + sign(lines), 0) >= enough
}

const heading = /^ {0,3}(#{1,6})[ \t]+\S/
const bullet = /^\s{0,8}[-*+][ \t]+\S/
/** Nothing that is left out in front of the number of a heading: **一、主要做法**, **（一）加强领导。** */
const numberedLead = /^\s{0,8}\*\*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[部章节])[^*]{1,200}\*\*/
/** **市**区 and 李**同志: where ** stands for a name, a pair of them is no strong text. **一是**, **12** and the like are. */
const leftOut = /(?:^|[^*])\*\*(?![一二三四五六七八九十]{1,2}[是要])[\u3400-\u9fff]{1,3}\*\*[\u3400-\u9fff]/
const hasNameLeftOut = (line: string): boolean => line.length < 20_000 && line.includes('**') && (line.split('**').length % 2 === 0 || leftOut.test(line))
const count = (lines: readonly string[], pattern: RegExp): number => lines.filter((line) => line.length < 2000 && pattern.test(line)).length

const signs: readonly ((lines: readonly string[]) => number)[] = [
  headingWeight,
  (lines) => (hasTable(lines) ? enough : 0),
  (lines) => (count(lines, /^ {0,3}(?:```|~~~)/) >= 2 ? enough : 0),
  (lines) => (count(lines, /!?\[[^\][]{1,200}\]\((?:https?:|mailto:|data:|\.{0,2}\/|#|[\w-]+\.)[^\s()]{0,2000}\)/) > 0 ? 1.5 : 0),
  // A bold lead alone on its line or in front of a colon or full stop; behind the bold text of a name that is left out the sentence goes on.
  (lines) => {
    const leads = count(lines, /^\s{0,8}(?:[-*+][ \t]+|\d{1,3}[.)、][ \t]*)?\*\*[^*\s][^*]{0,80}[^*\s]\*\*[ \t]*(?:$|[：:。])/)
    return leads >= 3 ? 2.5 : leads > 0 ? 0.5 : 0
  },
  (lines) => (count(lines, numberedLead) >= 2 && !lines.some(hasNameLeftOut) ? enough : 0),
  (lines) => (count(lines, bullet) >= 3 ? 0.5 : 0),
  (lines) => (count(lines, /^ {0,3}>[ \t]?\S/) > 0 ? 0.5 : 0),
  (lines) => (count(lines, /`[^`\s][^`]{0,100}`/) > 0 ? 0.5 : 0),
  (lines) => (lines.some((line, index) => index > 0 && /^={3,}[ \t]*$/.test(line) && (lines[index - 1] ?? '').trim() !== '') ? 1 : 0),
  (lines) => (hasFrontMatter(lines) ? 1.5 : 0),
  (lines) => (count(lines, /^\[\^[^\]\s]{1,40}\]:\s/) > 0 ? 1 : 0),
]

/** A heading stands above text or deeper headings; a # that is followed by another of its kind is an item. */
function headingWeight(lines: readonly string[]): number {
  const levels = lines.filter((line) => line.trim() !== '').map((line) => heading.exec(line)?.[1]?.length ?? 0)
  const real = levels.filter((level, index) => {
    const next = levels[index + 1]
    return level > 0 && next !== undefined && (next === 0 || next > level)
  }).length
  return real >= 2 || opensWithHeading(lines) ? enough : real * 1.5
}

/** The title alone as a heading, an empty line below it, and no other # in the text. */
function opensWithHeading(lines: readonly string[]): boolean {
  const at = lines.findIndex((line) => line.trim() !== '')
  return /^# \S/.test(lines[at] ?? '') && (lines[at + 1] ?? '').trim() === '' && lines.length > at + 2 && count(lines, /^ {0,3}#/) === 1
}

/** A row of cells above a row of dashes with as many cells. */
function hasTable(lines: readonly string[]): boolean {
  return lines.some((line, index) => index > 0 && isTableRule(line) && (lines[index - 1] ?? '').includes('|'))
}

/** The row of dashes below the heads of a table. */
export function isTableRule(line: string): boolean {
  return line.length < 5000 && line.includes('|') && line.includes('-') && line.replace(/^\s*\||\|\s*$/g, '').split('|').every((cell) => /^\s*:?-+:?\s*$/.test(cell))
}

/** Values by name between two lines of dashes at the very beginning. */
export function hasFrontMatter(lines: readonly string[]): boolean {
  if (!/^---\s*$/.test(lines[0] ?? '')) return false
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line))
  return end > 1 && end < 100 && lines.slice(1, end).every((line) => /^[\w-]+\s*:|^\s+\S|^\s*-\s|^\s*$|^#/.test(line))
}
