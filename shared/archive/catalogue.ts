/**
 * 归档文件目录 (SPEC ARCHNO-10 … ARCHNO-13; DA/T 22-2015): one row for each filed report, ordered by 档号, in one part for each lowest class. Everything
 * is computed from the filed reports; nothing of it is stored.
 */
import { printedNumber } from '../print/documentNumber'
import type { ArchivalNumber, Retention } from '../report/filing'
import { reportKinds } from '../report/kinds'
import type { Report } from '../report/report'
import { archiveYearOf, classKey, classOf, compareArchivalNumbers, formatArchivalNumber, formatItem, numberProblems, type NumberClass, type NumberProblem } from './archivalNumber'
import { eightDigits } from './formedDate'

/** What the catalogue needs to know of one filed report. Texts are empty where the report has none. */
export interface CatalogueFacts {
  readonly id: string
  /** The year that it is catalogued under. */
  readonly year: number
  readonly number?: ArchivalNumber
  readonly retention?: Retention
  /** 文号. */
  readonly documentNumber: string
  /** 责任者: the units that signed it. */
  readonly responsible: string
  /** 题名; a title that the report does not have is made up and stands in [ ]. */
  readonly title: string
  /** 日期 in eight digits. */
  readonly date: string
  /** 密级 as it stands on the document. */
  readonly secrecy: string
  readonly pages?: number
  readonly filedAt: string
  /** Id of the filed report that this one corrects. */
  readonly corrects?: string
}

/** One row as printed. */
export interface CatalogueRow {
  readonly id: string
  /** 序号, from 1 in each part. */
  readonly order: number
  /** 档号; empty if it has none yet. */
  readonly number: string
  readonly item: number | null
  readonly documentNumber: string
  readonly responsible: string
  readonly title: string
  readonly date: string
  readonly secrecy: string
  readonly pages: number | null
  /** 备注. */
  readonly note: string
}

/** One lowest class with its rows; `class` is null for what has no 档号 yet. */
export interface CataloguePart {
  readonly class: NumberClass | null
  readonly rows: readonly CatalogueRow[]
}

/** The facts of a filed report; null if it is not filed. */
export function catalogueFacts(report: Report): CatalogueFacts | null {
  const { filing, issuing, origin } = report
  if (report.state !== 'filed' || filing === undefined) return null
  const { number, retention, pages } = filing
  return {
    id: report.id, year: archiveYearOf(report), documentNumber: printedNumber(issuing?.documentNumber ?? ''), responsible: responsibleOf(report), title: titleOf(report),
    date: eightDigits(report.date), secrecy: (issuing?.secrecy ?? '').replace(/\s/g, ''), filedAt: filing.filedAt,
    ...(number === undefined ? {} : { number }), ...(retention === undefined ? {} : { retention }), ...(pages === undefined ? {} : { pages }),
    ...(origin.kind === 'correction' && origin.from !== undefined ? { corrects: origin.from } : {}),
  }
}

/** 本局 and its like are no name of a unit (DA/T 22-2015). */
const ownName = /^(本|我)(单位|机关|局|厅|委|办|院|校|中心|部|处|科|股|镇|乡|街道|县|市|区)$/

function responsibleOf({ signature, issuing, unit }: Report): string {
  const signed = signature.map(oneLine).filter((line) => line !== '')
  const names = signed.length > 0 ? signed : (issuing?.mark ?? []).map(oneLine).filter((line) => line !== '')
  const named = (names.length > 0 ? names : [unit.trim()]).map((name) => (ownName.test(name) ? unit.trim() : name))
  return [...new Set(named)].filter((name) => name !== '').join('、')
}

function titleOf({ title, kind, unit, year }: Report): string {
  const printed = oneLine(title.join(''))
  if (printed !== '') return printed
  const name = reportKinds.find(({ id }) => id === kind && id !== 'other')?.name ?? ''
  return `[${unit.trim()}${year}年${name}材料]`
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/**
 * The catalogue of these reports: one part for each lowest class in the order of 档号, what has no number last, in the order of filing. `all`: where
 * corrections and what they correct are looked for; they may lie in another year.
 */
export function catalogueParts(facts: readonly CatalogueFacts[], all: readonly CatalogueFacts[] = facts): readonly CataloguePart[] {
  const byId = new Map(all.map((one) => [one.id, one]))
  const correctedBy = new Map<string, CatalogueFacts>(all.flatMap((one) => (one.corrects === undefined ? [] : [[one.corrects, one] as const])))
  const parts = new Map<string, { readonly class: NumberClass | null; readonly rows: CatalogueRow[] }>()
  for (const one of [...facts].sort(compareFacts)) {
    const key = one.number === undefined ? '' : classKey(one.number)
    const part = parts.get(key) ?? { class: one.number === undefined ? null : classOf(one.number), rows: [] }
    parts.set(key, part)
    const { id, documentNumber, responsible, title, date, secrecy } = one
    part.rows.push({
      id, order: part.rows.length + 1, number: nameOf(one), item: one.number?.item ?? null, documentNumber, responsible, title, date, secrecy, pages: one.pages ?? null,
      note: noteOf(one, one.corrects === undefined ? undefined : byId.get(one.corrects), correctedBy.get(id)),
    })
  }
  return [...parts.values()]
}

function compareFacts(one: CatalogueFacts, other: CatalogueFacts): number {
  if (one.number !== undefined && other.number !== undefined) return compareArchivalNumbers(one.number, other.number) || compareText(one.filedAt, other.filedAt)
  if (one.number !== undefined || other.number !== undefined) return one.number === undefined ? 1 : -1
  return compareText(one.filedAt, other.filedAt) || compareText(one.id, other.id)
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function nameOf({ number }: CatalogueFacts): string {
  return number === undefined ? '' : formatArchivalNumber(number)
}

/** Both rows of a correction name each other: by 件号 in the same class, else by 档号, without one by title. */
function noteOf(own: CatalogueFacts, corrected: CatalogueFacts | undefined, correction: CatalogueFacts | undefined): string {
  const named = (one: CatalogueFacts): string => {
    if (one.number === undefined) return `《${one.title}》`
    return own.number !== undefined && classKey(own.number) === classKey(one.number) ? `件号${formatItem(one.number.item)}` : formatArchivalNumber(one.number)
  }
  return [...(corrected === undefined ? [] : [`更正${named(corrected)}`]), ...(correction === undefined ? [] : [`已由${named(correction)}更正`])].join('；')
}

/** 件号 that nobody has and 档号 that several have. */
export function catalogueProblems(facts: readonly CatalogueFacts[]): readonly NumberProblem[] {
  return numberProblems(facts.flatMap(({ number }) => (number === undefined ? [] : [number])))
}
