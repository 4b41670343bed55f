/** What 四性检测 looks at, gathered from the data folder or from a package by those who may read; a plain value, judged in this room. */
import type { ArchivalNumber, Retention } from '../../report/filing'

/** Where in its life a record is checked (DA/T 70-2018): 归档, 移交与接收, 长期保存. */
export type CheckStage = 'filing' | 'transfer' | 'keeping'

/** What in a file could act or fetch. */
export type ActivePart = 'macros' | 'links' | 'scripts' | 'programs' | 'embedded'

/** One file of a record. `recorded` is what was written down when it was filed. */
export interface FiledFile {
  readonly recorded: { readonly name: string; readonly sha256: string; readonly bytes: number }
  /** intact: there, with the recorded SHA-256. */
  readonly state: 'intact' | 'changed' | 'missing'
  /** By its first bytes. */
  readonly format: 'docx' | 'pdf' | 'unknown'
  readonly opens: boolean
  /** Its text without blanks; null if the text of such a file is not read. */
  readonly text: string | null
  readonly active: readonly ActivePart[]
  /** Names of fonts that are used and not in the file; null for formats that carry no fonts. */
  readonly fontsOutside: readonly string[] | null
}

/** One filed report, 件, with its metadata. */
export interface FiledRecord {
  readonly id: string
  readonly title: string
  /** 责任者. */
  readonly unit: string
  /** 成文日期 as printed. */
  readonly date: string
  readonly year: number
  readonly number: ArchivalNumber | null
  readonly retention: Retention | null
  readonly pages: number | null
  /** 密级 as printed; empty if there is none. */
  readonly secrecy: string
  readonly filedAt: string
  readonly contentRecorded: string
  /** SHA-256 of the content as it is stored now; null if it cannot be read. */
  readonly contentNow: string | null
  readonly word: FiledFile
  readonly pdf: FiledFile | null
  /** Names in 附件说明 for which the report holds no part. */
  readonly attachmentsOutside: readonly string[]
  readonly picturesMissing: number
  /** Saved versions that can be read. */
  readonly versions: number
  readonly correction: { readonly of: string; readonly reason: string } | null
}

/** A sealed year or a package for transfer, as it was verified. */
export interface PackageFacts {
  readonly name: string
  /** Every fault of the verification, by path. */
  readonly faults: readonly { readonly path: string; readonly what: string }[]
  readonly foreign: readonly string[]
  readonly missing: readonly string[]
  /** Reports in the package, and rows of its catalogue. */
  readonly records: number
  readonly rows: number
  /** Whether the seal that its own names as the one before is there; null if it is the first one. */
  readonly isChained: boolean | null
  /** The program that made it, with its version; empty if that is not recorded. */
  readonly program: string
  readonly isReadable: boolean
}

export interface CheckFacts {
  readonly stage: CheckStage
  readonly year: number
  /** The last day that a filing can bear, as 8 digits: times of filing are universal time, a day ahead at most. */
  readonly lastDay: string
  readonly records: readonly FiledRecord[]
  /** 定稿 of the year that are not filed. */
  readonly unfiled: readonly string[]
  readonly packages: readonly PackageFacts[]
  readonly log: { readonly isWhole: boolean; readonly lines: number } | null
  /** When the last verified copy at a second place was made; null if there is none, or if it is not known. */
  readonly backupAt: string | null
}

/** Findings name the records or files that they are about. */
export interface CheckOutcome {
  readonly result: 'pass' | 'fail' | 'byHand'
  readonly found: string
  readonly affected: readonly string[]
}
