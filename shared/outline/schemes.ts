/**
 * Numbering schemes as rows of data (SPEC NUM-3, NUM-4): which style of number each level has, and which level runs on across the level above.
 * Source of the usual scheme: GB/T 9704-2012, 7.3.3; of the decimal one: the format of emergency plans (应急预案).
 */
import type { Level, SchemeId } from '../report/report'
import { toChineseNumeral } from './numerals'

/** The look of a number: 一、 （一） 1. （1） ① · 1 / 1.1 / 1.1.1 · 第一章 第一节. */
export type NumberStyle = 'han' | 'hanParen' | 'digitDot' | 'digitParen' | 'circled' | 'decimal' | 'chapter' | 'section'

export interface Scheme {
  readonly id: SchemeId
  /** What the clerk reads in the list of schemes is in shared/text; this is an example for it. */
  readonly example: string
  /** Style of level 1, 2, 3, 4, 5. */
  readonly styles: readonly [NumberStyle, NumberStyle, NumberStyle, NumberStyle, NumberStyle]
  /** Levels that do not start anew after a number of level 1: the next higher level alone starts them. */
  readonly runsOn: readonly Level[]
}

export const schemes = {
  restart: { id: 'restart', example: '一、（一）1.（1）①', styles: ['han', 'hanParen', 'digitDot', 'digitParen', 'circled'], runsOn: [] },
  continuous: { id: 'continuous', example: '一、（一）（二）二、（三）（四）', styles: ['han', 'hanParen', 'digitDot', 'digitParen', 'circled'], runsOn: [2, 3] },
  decimal: { id: 'decimal', example: '1　1.1　1.1.1', styles: ['decimal', 'decimal', 'decimal', 'digitParen', 'circled'], runsOn: [] },
  chapter: { id: 'chapter', example: '第一章　第一节　一、（一）1.', styles: ['chapter', 'section', 'han', 'hanParen', 'digitDot'], runsOn: [] },
} as const satisfies Record<SchemeId, Scheme>

/** The style of `level` in `scheme`. */
export function styleOf(scheme: SchemeId, level: Level): NumberStyle {
  return schemes[scheme].styles[level - 1] ?? 'circled'
}

/** ① … ⑳ ㉑ … ㊿. */
export function circledNumber(value: number): string {
  if (value >= 1 && value <= 20) return String.fromCharCode(0x2460 + value - 1)
  if (value >= 21 && value <= 35) return String.fromCharCode(0x3251 + value - 21)
  if (value >= 36 && value <= 50) return String.fromCharCode(0x32b1 + value - 36)
  return `（${value}）`
}

/**
 * The number as printed before the text, with the blank that belongs to it (a full-width one after 1.1 and 第一章, none otherwise).
 * `values` holds the counters of level 1 … this level; all but the decimal style use the last one only.
 */
export function writeLabel(style: NumberStyle, values: readonly number[]): string {
  const value = values[values.length - 1] ?? 1
  switch (style) {
    case 'han': return `${toChineseNumeral(value)}、`
    case 'hanParen': return `（${toChineseNumeral(value)}）`
    case 'digitDot': return `${value}.`
    case 'digitParen': return `（${value}）`
    case 'circled': return circledNumber(value)
    case 'decimal': return `${values.map((part) => Math.max(part, 1)).join('.')}\u3000`
    case 'chapter': return `第${toChineseNumeral(value)}章\u3000`
    case 'section': return `第${toChineseNumeral(value)}节\u3000`
  }
}
