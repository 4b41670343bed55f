/**
 * How a unit files (SPEC ARCHNO-5 … ARCHNO-8): what its 档号 are made of and which 保管期限 it suggests. Data of the unit, kept in its settings; the
 * program suggests and never invents: without 全宗号 a 档号 has none until it is given.
 */
import { formedDate } from './formedDate'
import { reportKinds, type ReportKindId } from '../report/kinds'
import type { Retention } from '../report/filing'
import type { Report } from '../report/report'
import type { NumberClass } from './archivalNumber'

/** 机构(问题): its code in the 档号 and its name on cover and catalogue. */
export interface ArchiveUnit {
  readonly code: string
  readonly name: string
}

export interface ArchiveScheme {
  /** 全宗号 as the archive office gave it; empty until it is given. */
  readonly fonds: string
  /** 全宗名称, normally the full name of the unit; empty until it is given. */
  readonly fondsName: string
  /** 门类, WS for 文书. */
  readonly category: string
  /** The 机构(问题) of the unit, the usual one first; none: it files by 年度 and 保管期限 only. */
  readonly units: readonly ArchiveUnit[]
  /** The unit's own 保管期限 by kind, where it differs from the suggestion. */
  readonly retention: Readonly<Partial<Record<ReportKindId, Retention>>>
  /** about: the year the report is about, as many offices do; formed: the year of 成文日期, as DA/T 22-2015 has it. */
  readonly yearBy: 'about' | 'formed'
  /** Width of the box's spine in millimetres. */
  readonly spine: SpineWidth
}

/** Spines of archive boxes in millimetres. */
export const spineWidths = [20, 30, 40, 50] as const
export type SpineWidth = (typeof spineWidths)[number]

/** What holds until the unit fills it in. */
export const emptyScheme: ArchiveScheme = { fonds: '', fondsName: '', category: 'WS', units: [], retention: {}, yearBy: 'about', spine: 30 }

/** The program's suggestion by kind: the unit's own yearly reports are kept for good (国家档案局令第8号); the unit's approved table decides. */
export const suggestedRetention = {
  ideologicalWork: 'D30', ideology: 'D30', partyBuilding: 'Y', safety: 'D30', ruleOfLaw: 'D30', general: 'Y', other: 'D10',
} as const satisfies Record<ReportKindId, Retention>

/** 半年, 季度 and 月度 reports in their titles: below a year, kept for ten years. */
const belowAYear = /半年|季度|第[一二三四1-4]季|上半年|下半年|[0-9一二三四五六七八九十]+月份/

/** The 保管期限 that is suggested for a report of this kind with this title; the clerk may choose another. */
export function suggestRetention(kind: ReportKindId, scheme: Pick<ArchiveScheme, 'retention'>, title = ''): Retention {
  return belowAYear.test(title) ? 'D10' : scheme.retention[kind] ?? suggestedRetention[kind]
}

/** What the clerk may choose when filing; what is absent is suggested. */
export interface FilingChoice {
  readonly retention?: Retention | undefined
  /** Code of one of the scheme's 机构(问题). */
  readonly unit?: string | undefined
}

/** The year that the report is filed under by this scheme; without a readable 成文日期 it is the year the report is about. */
export function filingYear(report: Pick<Report, 'year' | 'date'>, { yearBy }: Pick<ArchiveScheme, 'yearBy'>): number {
  return yearBy === 'formed' ? formedDate(report.date)?.year ?? report.year : report.year
}

/** The lowest class that the report is filed in; its 全宗号 is empty while the unit has none. A unit code that the scheme does not have is not used. */
export function filingClass(report: Pick<Report, 'kind' | 'year' | 'date' | 'title'>, scheme: ArchiveScheme, choice: FilingChoice = {}): NumberClass {
  const unit = (scheme.units.find(({ code }) => code === choice.unit) ?? scheme.units[0])?.code
  const retention = choice.retention ?? suggestRetention(report.kind, scheme, report.title.join(''))
  return { fonds: scheme.fonds, category: scheme.category, year: filingYear(report, scheme), retention, ...(unit === undefined ? {} : { unit }) }
}

/** Kinds of report with a 保管期限 each, in the order of the table of kinds. */
export function retentionTable(scheme: Pick<ArchiveScheme, 'retention'>): readonly { readonly kind: ReportKindId; readonly name: string; readonly retention: Retention; readonly isOwn: boolean }[] {
  return reportKinds.map(({ id, name }) => ({ kind: id, name, retention: scheme.retention[id] ?? suggestedRetention[id], isOwn: scheme.retention[id] !== undefined }))
}
