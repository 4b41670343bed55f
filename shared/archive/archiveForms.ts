/** What is printed of a year of the archive (SPEC ARCHNO), as a request: which form, in which format, and what the clerk wrote for it. */
import type { SpineWidth } from './archiveScheme'

/** catalogue 归档文件目录 · cover 目录封面 · boxRecord 备考表 · spine 盒脊. */
export const archiveForms = ['catalogue', 'cover', 'boxRecord', 'spine'] as const
export type ArchiveForm = (typeof archiveForms)[number]

/** csv and json hold the catalogue only. */
export const formFormats = ['word', 'pdf', 'csv', 'json'] as const
export type FormFormat = (typeof formFormats)[number]

/** What the clerk says of the boxes; what is absent is the usual, or left empty for a pen. */
export interface BoxChoice {
  readonly spine?: SpineWidth | undefined
  /** Pages that go into one box; by the width of its spine if absent. */
  readonly pagesPerBox?: number | undefined
  /** A3 holds the whole spine of 310 mm, A4 one of 277 mm. */
  readonly paper?: 'A4' | 'A3' | undefined
  /** 盒内文件情况说明. */
  readonly state?: string | undefined
  readonly arranger?: string | undefined
  readonly arrangedOn?: string | undefined
  readonly checker?: string | undefined
  readonly checkedOn?: string | undefined
}
