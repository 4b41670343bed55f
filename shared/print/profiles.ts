/**
 * The formats a report is issued in, as data (GB/T 9704-2012, 7.2, 7.4 and 10): `source` names the clause behind each value. Page, type and levels are the
 * same for all and stand in `profile` and `styles`.
 */
import type { ProfileId } from '../report/issuing'
import type { PrintRule } from './printDocument'

/** Millimetres in twips, rounded to whole ones. */
export function millimetres(value: number): number {
  return Math.round((value * 1440) / 25.4)
}

export interface IssuingProfile {
  /** The clerk's name for it. */
  readonly name: string
  /** What is red at its head; null where there is none. */
  readonly mark: {
    /** From the top of the text area, or of the paper, to the top edge of the characters, in twips. */
    readonly from: 'textArea' | 'paper'
    readonly top: number
    readonly source: string
  } | null
  /** Empty lines between the mark and 发文字号, and between the head and the title (or the body, where there is no title). */
  readonly linesToNumber: number
  readonly linesToTitle: number
  /** Below 发文字号, as wide as the text area. */
  readonly hasRedRule: boolean
  readonly endBlock: 'full' | 'copiesOnly' | 'none'
  readonly firstPageNumber: boolean
  readonly source: string
}

export const profiles = {
  ordinary: { name: '普通材料', mark: null, linesToNumber: 0, linesToTitle: 0, hasRedRule: false, endBlock: 'none', firstPageNumber: true, source: 'usual practice: internal material has no head' },
  redHead: {
    name: '红头文件', mark: { from: 'textArea', top: millimetres(35), source: '7.2.4: 上边缘至版心上边缘 35 mm' }, linesToNumber: 2, linesToTitle: 2, hasRedRule: true, endBlock: 'full', firstPageNumber: true,
    source: '7.2.5: two lines below the mark; 7.2.7: a red rule 4 mm below; 7.3.1: two lines below the rule',
  },
  letter: {
    name: '信函', mark: { from: 'paper', top: millimetres(30), source: '10.1: 上边缘至上页边 30 mm' }, linesToNumber: 0, linesToTitle: 2, hasRedRule: false, endBlock: 'copiesOnly', firstPageNumber: false,
    source: '10.1: two lines between the last element and the title; no page number on the first page; 版记 without rules, 印发机关 and date',
  },
  order: {
    name: '命令（令）', mark: { from: 'textArea', top: millimetres(20), source: '10.2: 上边缘至版心上边缘 20 mm' }, linesToNumber: 2, linesToTitle: 2, hasRedRule: false, endBlock: 'full', firstPageNumber: true,
    source: '10.2: 令号 two lines below the mark, the body two lines below 令号',
  },
  minutes: {
    name: '纪要', mark: { from: 'textArea', top: millimetres(35), source: '10.3: 上边缘至版心上边缘 35 mm' }, linesToNumber: 2, linesToTitle: 2, hasRedRule: true, endBlock: 'full', firstPageNumber: true,
    source: '10.3; number and rule as in 7.2.5 and 7.2.7 by usual practice',
  },
} as const satisfies Record<ProfileId, IssuingProfile>

/** Eighths of a point in twips; the thin line of a double rule and what is free between its lines, as in Word. */
export const twipsPerEighth = 2.5
export const thinLine = 15

/** How thick a rule is in twips: the double ones have a thin line and a gap beside the thick one. */
export function ruleThickness({ shape, weight }: Pick<PrintRule, 'shape' | 'weight'>): number {
  return weight * twipsPerEighth + (shape === 'single' ? 0 : 2 * thinLine)
}

/** 版头 and 版记 in twips and eighths of a point. */
export const headMeasures = {
  /** 7.2.7: 4 mm below 发文字号, of which the foot of its line is 1.5; the weight is usual practice (0.35–0.5 mm). */
  redRule: { shape: 'single', weight: 10, distance: 140, overhang: 0, isRed: true },
  /** 10.1: 170 mm wide, centred; 4 mm below the mark, and 20 mm above the lower edge of the paper. */
  letterRule: { weight: 24, overhang: millimetres(7), distance: millimetres(4), fromBottom: millimetres(20) },
  /** 10.1: 7/8 of the height of a 3号 character between the first rule and what stands below it. */
  belowLetterRule: millimetres((16 * 25.4) / 72 * (7 / 8)),
  /**
   * Where characters stand in a line of exact height, as LibreOffice sets them: a line of body text begins this much above their top edge; below the
   * mark this share of its size is free.
   */
  bodyLead: 195,
  markFoot: 0.085,
  /** 7.4.1: first and last rule 0.35 mm, those between 0.25 mm. */
  endRules: { thick: { shape: 'single', weight: 8, distance: 0, overhang: 0 }, thin: { shape: 'single', weight: 6, distance: 0, overhang: 0 } },
  /** Half points: by custom no larger than this, and smaller where the name is long. */
  mark: { largest: 84, smallest: 44 },
} as const
