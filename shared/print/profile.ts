/**
 * The print profile 普通材料: internal material without a red head (SPEC PRINT-2 … PRINT-4). A profile is data; `source` names the clause
 * of GB/T 9704-2012 behind each value, or says that it is derived or usual practice.
 */
export type GridMode = 'lines' | 'linesAndChars'

export interface PageSettings {
  readonly width: number
  readonly height: number
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }
  readonly headerDistance: number
  readonly footerDistance: number
  readonly linesPerPage: number
  readonly charactersPerLine: number
  /** Exact distance of two lines. */
  readonly linePitch: number
  /** Width of one 字 of body text. */
  readonly characterWidth: number
  /** Added to every character of body text. */
  readonly characterSpacing: number
  /** Whether one mark may stand beyond the right end of a line. */
  readonly hangsMarks: boolean
  readonly grid: { readonly mode: GridMode; /** 1/4096 pt, relative to the size of Normal; null without a character grid. */ readonly characterSpace: number | null; /** No grid at all: pages of forms, whose lines have heights of their own. */ readonly isOff?: true }
  readonly pageNumber: { readonly before: string; readonly after: string; readonly size: number; readonly line: number; readonly indent: number }
}

/** Width of the text area. */
export function textAreaWidth(page: PageSettings): number {
  return page.width - page.margins.left - page.margins.right
}

/** Height of the text area, which is its width on a landscape page. */
export function textAreaHeight(page: PageSettings): number {
  return page.height - page.margins.top - page.margins.bottom
}

const paper = { width: 11906, height: 16838 }
const margins = { top: 2098, bottom: 1984, left: 1587, right: 1474 }
const pitch = Math.floor((paper.height - margins.top - margins.bottom) / 22)
const gridCharacterSpace = Math.floor(((paper.width - margins.left - margins.right) / 20 / 28 - 16) * 4096)

export const ordinaryProfile = {
  id: 'ordinary',
  paper: { value: paper, source: '5.1: A4, 210 mm × 297 mm' },
  margins: { value: margins, source: '5.2.1: 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm; 35 mm below and 26 mm at the right follow from it' },
  size: { value: 32, source: '5.2.2: 3号仿宋, 16 pt in Word' },
  lines: { value: 22, source: '5.2.3: 22 lines a page' },
  characters: { value: 28, source: '5.2.3: 28 characters a line' },
  linePitch: { value: pitch, source: 'derived: the height of the text area through 22, so that every line keeps its gap' },
  /** Two ways to 28 characters a line: run spacing, which every program honours, or the character grid of Word. */
  grids: {
    lines: { value: { characterWidth: 315, characterSpacing: -5, characterSpace: null }, source: 'derived: 16 pt less 0.25 pt, since 28 × 16 pt is wider than 156 mm' },
    linesAndChars: { value: { characterWidth: 316, characterSpacing: 0, characterSpace: gridCharacterSpace }, source: 'derived: what Word writes for 指定行和字符网格' },
  },
  hangsMarks: { value: true, source: 'usual practice: what Word does when nobody chose otherwise (允许标点溢出边界)' },
  pageNumber: {
    value: { before: '— ', after: ' —', size: 28, line: 280, indent: 280, distance: 1450 },
    source: '7.5: 4号半角宋体 between two 一字线, 7 mm below the text area, 空一字 at the right on odd and at the left on even pages',
  },
} as const

/** The page of the profile 普通材料 in one of the two grid modes. */
export function ordinaryPage(mode: GridMode): PageSettings {
  const { characterWidth, characterSpacing, characterSpace } = ordinaryProfile.grids[mode].value
  const { distance, ...pageNumber } = ordinaryProfile.pageNumber.value
  return {
    ...paper, margins, headerDistance: 850, footerDistance: distance, pageNumber,
    linesPerPage: ordinaryProfile.lines.value, charactersPerLine: ordinaryProfile.characters.value,
    linePitch: pitch, characterWidth, characterSpacing, hangsMarks: ordinaryProfile.hangsMarks.value, grid: { mode, characterSpace },
  }
}
