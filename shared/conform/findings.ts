/** How a row of the sheet is judged: small words for pass, fail and by hand. */
import type { FontRole } from '../print/fonts'
import { fontFamilies } from '../print/fonts'
import type { ClauseOutcome } from './conformSheet'
import { isFamily, isSize, sizeText } from './measures'
import type { Line } from './roles'
import type { Subject } from './subject'

export interface Finding {
  readonly result: ClauseOutcome
  readonly found: string
}

/** A row of the sheet: what a clause asks, and how it is judged. */
export interface Clause {
  readonly clause: string
  readonly item: string
  readonly required: string
  readonly judge: (subject: Subject) => Finding
}

/** The file has what is asked; `found` says what. */
export function pass(found: string): Finding {
  return { result: 'pass', found }
}

/** The file has something else; `found` says what, with its value. */
export function deviates(found: string): Finding {
  return { result: 'fail', found }
}

/** The file cannot show it; `found` says what to look at. */
export function byHand(found: string): Finding {
  return { result: 'byHand', found }
}

/** For parts that a document may have or not. */
export const absent: Finding = pass('没有这一要素')

/** Passes or fails with the same words. */
export function verdict(isRight: boolean, found: string): Finding {
  return isRight ? pass(found) : deviates(found)
}

/** The first words of a line, so that it is found again. */
export function quote(text: string): string {
  const bare = text.trim().replace(/[\s\u3000]+/g, ' ')
  return `“${bare.length > 14 ? `${bare.slice(0, 13)}…` : bare}”`
}

/** Judges each line; tells what the first ones that deviate have, and how many there are. */
export function eachLine(lines: readonly Line[], right: string, wrong: (line: Line) => string | null): Finding {
  if (lines.length === 0) return absent
  const found = lines.flatMap((line) => {
    const what = wrong(line)
    return what === null ? [] : [{ what, line }]
  })
  const first = found[0]
  if (first === undefined) return pass(right)
  return deviates(`${quote(first.line.text)}：${first.what}${found.length > 1 ? `（共 ${found.length} 处）` : ''}`)
}

const han = /[\p{Script=Han}]/gu

const hanCounts = new WeakMap<object, number>()

/** Counted once for every run: many rows ask. */
function countHan(run: { readonly text: string }): number {
  const known = hanCounts.get(run) ?? run.text.match(han)?.length ?? 0
  hanCounts.set(run, known)
  return known
}

/** Chinese characters by family between two places of a paragraph. */
export function familiesOf(line: Line, from = 0, to = Number.POSITIVE_INFINITY): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  let at = 0
  for (const run of line.paragraph.runs) {
    const count = from <= at && to >= at + run.text.length ? countHan(run) : run.text.slice(Math.max(0, from - at), Math.max(0, to - at)).match(han)?.length ?? 0
    if (count > 0) found.set(run.han, (found.get(run.han) ?? 0) + count)
    at += run.text.length
  }
  return found
}

/** The family of most of the characters; '' if there is none. */
export function familyText(families: ReadonlyMap<string, number>): string {
  const [first] = [...families].sort((one, other) => other[1] - one[1])
  return first === undefined ? '' : first[0] === '' ? '未指定字体' : first[0]
}

/** The family that is not one of the role, if it has more than `share` of the characters; null if all is well. */
export function wrongFamily(families: ReadonlyMap<string, number>, roles: readonly FontRole[], share = 0): string | null {
  const total = [...families.values()].reduce((sum, count) => sum + count, 0)
  const wrong = [...families].filter(([family]) => !roles.some((role) => isFamily(family, role))).sort((one, other) => other[1] - one[1])
  const count = wrong.reduce((sum, [, each]) => sum + each, 0)
  return wrong[0] === undefined || count <= total * share ? null : wrong[0][0] === '' ? '未指定字体' : wrong[0][0]
}

/** Whether all Chinese characters of the lines have a family of the role. */
export function judgeFont(lines: readonly Line[], role: FontRole): Finding {
  return eachLine(lines, lines[0] === undefined ? '' : familyText(familiesOf(lines[0])) || fontFamilies[role].name, (line) => wrongFamily(familiesOf(line), [role]))
}

/** Sizes of all that is no blank. */
export function wrongSize(line: Line, wanted: '2号' | '3号' | '4号'): string | null {
  const wrong = line.paragraph.runs.find((run) => run.text.trim() !== '' && !isSize(run.size, wanted))
  return wrong === undefined ? null : sizeText(wrong.size)
}

/** Whether all characters of the lines have that size. */
export function judgeSize(lines: readonly Line[], wanted: '2号' | '3号' | '4号'): Finding {
  const [size] = lines.flatMap((line) => line.paragraph.runs).filter((run) => run.text.trim() !== '')
  return eachLine(lines, sizeText(size?.size ?? 32), (line) => wrongSize(line, wanted))
}
