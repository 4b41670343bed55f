/** What is recorded when a report is filed, and the 档号 it is given (DA/T 22-2015, DA/T 13-2022). The functions on numbers are in `shared/archive`. */

/** 保管期限: Y 永久, D30 定期30年, D10 定期10年 (DA/T 22-2015). */
export type Retention = 'Y' | 'D30' | 'D10'

/** A 档号 in its parts: 全宗号-门类·年度-保管期限-机构(问题)-件号; `unit` is absent where a unit files without 机构(问题). */
export interface ArchivalNumber {
  /** 全宗号, 4 capital letters or digits; empty while the unit has none. */
  readonly fonds: string
  /** 门类, two capital letters, e.g. WS 文书. */
  readonly category: string
  /** The year the item is filed under; it may be another than the year the report is about. */
  readonly year: number
  readonly retention: Retention
  /** Code of 机构(问题), 3 capital letters or digits. */
  readonly unit?: string
  /** 件号, from 1 in each lowest class. */
  readonly item: number
}

/** What was recorded when the report was filed. Hashes are lower-case hex SHA-256; `contentSha256` is that of the report's canonical content. */
export interface Filing {
  readonly filedAt: string
  readonly contentSha256: string
  readonly word: { readonly name: string; readonly sha256: string; readonly bytes: number }
  readonly pdf?: { readonly sha256: string; readonly bytes: number }
  /** Absent in what older versions filed; it may be given later, once. */
  readonly number?: ArchivalNumber
  readonly retention?: Retention
  /** 页数: pages that carry text or pictures. */
  readonly pages?: number
}
