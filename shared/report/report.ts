/**
 * The Report value (SPEC REPORT-1 … REPORT-6): a flat list of blocks in printed order, every printed paragraph one block.
 * The outline, numbers, leads, pages and files are computed from it; nothing that can be derived is stored in it.
 */
import type { Filing } from './filing'
import type { Issuing } from './issuing'
import type { ReportKindId } from './kinds'

/** Depth of a numbered paragraph: 1 一、 2 （一） 3 1. 4 （1） 5 ① in the usual scheme. */
export type Level = 1 | 2 | 3 | 4 | 5

/** How numbers are made from levels and places; see `shared/outline/schemes`. */
export type SchemeId = 'restart' | 'continuous' | 'decimal' | 'chapter'

/** A piece of text set in one manner. `stale` marks what was taken over from last year and is not confirmed yet (待更新); it is never printed. */
export interface Run {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  readonly underline?: true
  readonly stale?: true
}

/**
 * One printed paragraph. Level 0 is body text; with level 1–5 the paragraph carries a number that is never part of its text.
 * Level 0 with `form: 'heading'` is a part title (attached document, 第一部分): unnumbered, and numbers start anew after it (SPEC NUM-6).
 * Without `form`, a numbered paragraph whose text goes on after its first sentence has that sentence as its lead (heading font).
 * `form: 'heading'`: the whole paragraph is heading. `form: 'clause'`: a numbered clause (条款), printed as body text.
 */
export interface TextBlock {
  readonly kind: 'text'
  readonly id: string
  readonly level: 0 | Level
  readonly runs: readonly Run[]
  readonly form?: 'heading' | 'clause'
  /** Wanted 字数 of the section that begins here; only headings have one. */
  readonly target?: number
  /** Id of the report from which the paragraph was taken over beside it (对照); a hint for the clerk, never printed. */
  readonly taken?: string
}

/** Cells printed as one: the top left cell by 0-based row and column, and how many rows and columns it spans. The other cells of the area are empty. */
export interface CellMerge {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** A table of plain text cells; all rows have the same number of cells. The first `headerRows` rows are repeated on every page. */
export interface TableBlock {
  readonly kind: 'table'
  readonly id: string
  readonly rows: readonly (readonly string[])[]
  readonly headerRows: number
  /** Areas that do not overlap, each of at least two cells; absent if there is none. */
  readonly merges?: readonly CellMerge[]
}

/** The text after it begins on a new page. */
export interface PageBreakBlock {
  readonly kind: 'pageBreak'
  readonly id: string
}

/**
 * A picture, printed on a page of its own with its caption below it. Its bytes are kept once in the data folder under their lower-case hex SHA-256;
 * `width` and `height` are in pixels.
 */
export interface ImageBlock {
  readonly kind: 'image'
  readonly id: string
  readonly sha256: string
  readonly mediaType: 'image/png' | 'image/jpeg'
  readonly width: number
  readonly height: number
  readonly caption: string
}

export type Block = TextBlock | TableBlock | PageBreakBlock | ImageBlock

/** 草稿 · 送审 · 定稿 · 已归档. A filed report never changes; 更正 makes a new report beside it. */
export type ReportState = 'draft' | 'review' | 'final' | 'filed'

/** A line of an imported file that is no part of the report (advertising, web-page remains): kept, never printed. `line` is 1-based in the source. */
export interface SetAsideLine {
  readonly line: number
  readonly text: string
  /** The block behind which it stood; empty in front of all of them, absent where that is not known. */
  readonly behind?: string
}

/** Where a report came from. `from` is the id of another report, `name` and `sha256` those of an imported file, `reason` why a filed report is corrected. */
export interface ReportOrigin {
  readonly kind: 'blank' | 'template' | 'lastYear' | 'copy' | 'file' | 'paste' | 'correction'
  readonly from?: string
  readonly name?: string
  readonly sha256?: string
  readonly reason?: string
}

export interface Report {
  readonly id: string
  readonly kind: ReportKindId
  /** The year the report is about, 1900–2999; it is listed and filed under this year. */
  readonly year: number
  /** The unit whose report it is; empty if not given yet. */
  readonly unit: string
  readonly state: ReportState
  /** Title lines as the clerk broke them; no line if there is no title yet. With one line the exporter chooses the breaks. */
  readonly title: readonly string[]
  /** 主送机关 without its colon; empty if there is none. */
  readonly addressee: string
  readonly blocks: readonly Block[]
  /** Names of the attachments (附件说明), without numbers. */
  readonly attachments: readonly string[]
  /** 署名: one unit a line, the principal one first. */
  readonly signature: readonly string[]
  /** 成文日期 as printed, e.g. 2026年1月5日; empty if there is none. */
  readonly date: string
  /** 附注 without its brackets; empty if there is none. */
  readonly note: string
  readonly numbering: SchemeId
  /** Wanted 字数 of the whole report; absent if nobody set one. */
  readonly target?: number
  /** How the first sentence of an item (一是…) is set; plain if absent. */
  readonly itemLead?: 'bold'
  /** The format it goes out in and its own parts; 普通材料 if absent. */
  readonly issuing?: Issuing
  readonly setAside: readonly SetAsideLine[]
  readonly origin: ReportOrigin
  readonly filing?: Filing
}
