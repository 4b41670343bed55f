/** Typed numbers against the order they should have (SPEC PARSE-22, PARSE-23). Every fault is told once, at the line where the order breaks. */
import type { SchemeId } from '../../report/report'
import type { Diagnostic } from '../diagnostic'
import { schemes, writeLabel, type NumberStyle } from '../schemes'
import type { Judged } from './headings'

/** The source line and the block of a line of the draft. */
type PlaceOf = (index: number) => Pick<Diagnostic, 'line' | 'blockId'>

/** One diagnostic for each typed number that does not follow the one before it, and one for each other way of writing numbers of a style. */
export function checkSequence(judged: readonly Judged[], scheme: SchemeId, isListOpening: (index: number) => boolean, placeOf: PlaceOf): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const runsOn: readonly number[] = schemes[scheme].runsOn
  let counters = [0, 0, 0, 0, 0]
  // Behind a fault the order may go on from the typed number or from the one it should have been.
  let shouldBe = [0, 0, 0, 0, 0]
  let part = 0
  for (const line of judged) {
    if (line.level === null) continue
    if (line.part !== part) {
      counters = [0, 0, 0, 0, 0]
      shouldBe = [0, 0, 0, 0, 0]
    }
    part = line.part
    const at = line.level - 1
    const typed = line.number.values[line.number.values.length - 1] ?? 1
    if (!line.isHeading && line.level >= 2 && isListOpening(line.index)) counters[at] = shouldBe[at] = 0
    const last = counters[at] ?? 0
    const fault = line.number.style === 'decimal' && line.number.values.length > 1 ? decimalFault(line, counters) : typed === last + 1 || typed === (shouldBe[at] ?? 0) + 1 ? null : faultOf(typed, last)
    if (fault !== null) {
      const values = line.number.style === 'decimal' ? [...counters.slice(0, at), last + 1] : [last + 1]
      found.push({ code: fault, ...placeOf(line.index), found: line.number.label, expected: writeLabel(line.number.style, values).trim() })
    }
    if (line.number.style === 'decimal') line.number.values.forEach((value, index) => (counters[index] = value))
    else counters[at] = typed
    shouldBe[at] = fault === null ? typed : last + 1
    for (let index = line.level; index < counters.length; index += 1) if (line.level !== 1 || !runsOn.includes(index + 1)) counters[index] = shouldBe[index] = 0
  }
  return [...found, ...otherLooks(judged, placeOf)].sort((one, other) => one.line - other.line)
}

function faultOf(typed: number, last: number): 'duplicateNumber' | 'skippedNumber' | 'wrongNumber' {
  if (typed === last) return 'duplicateNumber'
  return typed > last + 1 ? 'skippedNumber' : 'wrongNumber'
}

function decimalFault(line: Judged, counters: readonly number[]): 'duplicateNumber' | 'skippedNumber' | 'wrongNumber' | null {
  const values = line.number.values
  const isUnderParent = values.slice(0, -1).every((value, index) => value === counters[index])
  if (!isUnderParent) return 'wrongNumber'
  const typed = values[values.length - 1] ?? 1
  const last = counters[values.length - 1] ?? 0
  return typed === last + 1 ? null : faultOf(typed, last)
}

/** 1、 among 1. or (一) among （一）: told once for each odd look, at its first line. A look that is not the printed one is told once, too. */
function otherLooks(judged: readonly Judged[], placeOf: PlaceOf): readonly Diagnostic[] {
  const byStyle = new Map<NumberStyle, Map<string, { count: number; first: Judged }>>()
  for (const line of judged) {
    if (line.level === 1 && line.number.style === 'digitDot') continue
    const looks = byStyle.get(line.number.style) ?? new Map<string, { count: number; first: Judged }>()
    const look = lookOf(line.number.label)
    const known = looks.get(look)
    looks.set(look, { count: (known?.count ?? 0) + 1, first: known?.first ?? line })
    byStyle.set(line.number.style, looks)
  }
  const found: Diagnostic[] = []
  for (const [style, looks] of byStyle) {
    if (style === 'decimal' || style === 'chapter' || style === 'section') continue
    const usual = [...looks.entries()].sort((one, other) => other[1].count - one[1].count)[0]?.[0] ?? ''
    const printed = lookOf(writeLabel(style, [1]))
    const first = looks.get(usual)?.first
    if (first !== undefined && first.level !== null && usual !== printed) found.push({ code: 'changedNumber', ...placeOf(first.index), found: first.number.label, expected: writeLabel(style, first.number.values).trim() })
    for (const [look, { first }] of looks) {
      if (look === usual || look === printed) continue
      found.push({ code: 'mixedNumber', ...placeOf(first.index), found: first.number.label, expected: writeLabel(style, first.number.values).trim() })
    }
  }
  return found
}

/** The label with its numeral taken out: what is left is how it is written. */
function lookOf(label: string): string {
  return label.replace(/[0-9一二三四五六七八九十百〇○零廿卅]+/, '1').replace(/[０-９]+/, '１').replace(/[①-⑳㉑-㉟㊱-㊿]/, '①').replace(/[㈠-㈩]/, '㈠').replace(/[⑴-⒇]/, '⑴').replace(/[⒈-⒛]/, '⒈').replace(/\s/g, '')
}
