/** What the library knows of a report without opening it (SPEC LIB-2): derived from one generation, forgotten when the generation changes. */
import { catalogueFacts, type CatalogueFacts } from '../../shared/archive/catalogue'
import { leadLength } from '../../shared/outline/leadLength'
import { reportCharacters } from '../../shared/outline/reportCharacters'
import { blockText } from '../../shared/report/blockText'
import type { Filing } from '../../shared/report/filing'
import type { Report } from '../../shared/report/report'
import type { ReportSummary } from '../../shared/report/summary'
import { foldText } from '../../shared/search/foldText'
import type { SearchPlace } from '../../shared/search/searchReports'
import type { StoredReport } from '../../shared/store/storedReportSchema'
import type { Revision } from '../storage/generations'
import { otherHead } from './otherHead'

export interface IndexEntry {
  readonly generation: number
  readonly summary: ReportSummary
  /** The SHA-256 of the file that it was imported from. */
  readonly importedFrom?: string
  /** What was recorded when it was filed, and why it corrects another one. */
  readonly filing?: Filing
  readonly reason?: string
  /** What the catalogue of the archive has of a filed report. */
  readonly filed?: CatalogueFacts
}

export function indexEntry(revision: Revision<StoredReport>): IndexEntry {
  const { number, savedAt, data } = revision
  const { report, trashedAt } = data
  const corrects = report.origin.kind === 'correction' && report.origin.from !== undefined ? { corrects: report.origin.from } : {}
  const filedAt = report.filing === undefined ? {} : { filedAt: report.filing.filedAt }
  const summary: ReportSummary = {
    id: report.id, title: report.title.join(''), kind: report.kind, unit: report.unit, year: report.year, state: report.state,
    savedAt, characters: reportCharacters(report), isTrashed: trashedAt !== undefined, ...corrects, ...filedAt, ...(otherHead(revision) === undefined ? {} : { hasTwoHeads: true }),
  }
  const filed = catalogueFacts(report)
  const filing = report.filing === undefined ? {} : { filing: report.filing, ...(report.origin.reason === undefined ? {} : { reason: report.origin.reason }) }
  return { generation: number, summary, ...filing, ...(filed === null ? {} : { filed }), ...(report.origin.sha256 === undefined ? {} : { importedFrom: report.origin.sha256 }) }
}

/** The searchable texts of a report in printed order. */
export function searchPlaces(report: Report): readonly SearchPlace[] {
  let heading = ''
  const blocks = report.blocks.map((block) => {
    const text = blockText(block)
    const lead = block.kind === 'text' ? leadLength(block) : 0
    if (lead > 0) heading = text.slice(0, lead).replace(/[。：:；\s]+$/, '')
    return place('block', text, heading, block.id)
  })
  const end = [...report.signature, report.date, report.note].filter((line) => line !== '').join('\n')
  const places = [place('title', report.title.join(''), ''), place('addressee', report.addressee, ''), ...blocks, ...report.attachments.map((name) => place('attachment', name, '')), place('signature', end, '')]
  return places.filter(({ text }) => text !== '')
}

function place(kind: SearchPlace['place'], text: string, heading: string, blockId?: string): SearchPlace {
  return { place: kind, ...(blockId === undefined ? {} : { blockId }), heading, text, folded: foldText(text) }
}
