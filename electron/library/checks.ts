/** 四性检测 of the filed reports of a year (SPEC CHECK-1 … CHECK-4): gathers what the checks look at. It reads only. */
import { archiveYearOf } from '../../shared/archive/archivalNumber'
import { runChecks, type CheckRow } from '../../shared/archive/checks/checks'
import type { CheckFacts, CheckStage, FiledFile, FiledRecord, PackageFacts } from '../../shared/archive/checks/checkFacts'
import { blockText } from '../../shared/report/blockText'
import type { Report } from '../../shared/report/report'
import { contentSha256, readArchived } from '../archive/filedReports'
import type { Surroundings } from '../storage/generations'
import { readPicture } from '../storage/pictures'
import type { IndexEntry } from './indexEntry'
import type { Shelf } from './reportShelf'

/** Opens an archived file and says what it is. */
export type InspectFile = (bytes: Uint8Array) => Omit<FiledFile, 'recorded' | 'state'>

export interface CheckSources {
  readonly surroundings: Surroundings
  readonly root: string
  readonly shelf: Shelf
  readonly entries: readonly IndexEntry[]
  readonly inspect: InspectFile
  readonly log: CheckFacts['log']
  readonly backupAt: string | null
  readonly packages: readonly PackageFacts[]
}

export interface CheckAnswer {
  readonly year: number
  readonly stage: CheckStage
  readonly checkedAt: string
  readonly records: number
  readonly rows: readonly CheckRow[]
}

/** Milliseconds. */
const day = 24 * 60 * 60 * 1000

/** `onRecord` is told how many records are done. */
export async function checkYear(year: number, stage: CheckStage, sources: CheckSources, onRecord: (done: number) => void = () => undefined): Promise<CheckAnswer> {
  const { entries, surroundings } = sources
  const ofYear = entries.filter(({ summary, filed }) => (filed?.year ?? summary.year) === year && !summary.isTrashed)
  const records: FiledRecord[] = []
  for (const { summary } of ofYear.filter(({ summary: { state } }) => state === 'filed')) {
    records.push(await gather(summary.id, sources))
    onRecord(records.length)
  }
  const unfiled = ofYear.filter(({ summary }) => summary.state === 'final').map(({ summary }) => `《${summary.title}》`)
  const checkedAt = new Date(surroundings.clock()).toISOString()
  const facts: CheckFacts = { stage, year, lastDay: new Date(surroundings.clock() + day).toISOString().slice(0, 10).replace(/-/g, ''), records, unfiled, packages: sources.packages, log: sources.log, backupAt: sources.backupAt }
  return { year, stage, checkedAt, records: records.length, rows: runChecks(facts) }
}

async function gather(id: string, { surroundings, root, shelf, inspect }: CheckSources): Promise<FiledRecord> {
  const { report } = (await shelf.newest(id)).data
  const { filing } = report
  const word = await gatherFile(surroundings, root, report, 'word', inspect)
  const pictures = report.blocks.filter((block) => block.kind === 'image')
  const missing = await Promise.all(pictures.map(async ({ sha256 }) => (await readPicture(surroundings, root, sha256)) === null))
  return {
    id, title: report.title.join(''), unit: report.signature[0] ?? report.unit, date: report.date, year: archiveYearOf(report),
    number: filing?.number ?? null, retention: filing?.retention ?? null, pages: filing?.pages ?? null, secrecy: report.issuing?.secrecy ?? '',
    filedAt: filing?.filedAt ?? '', contentRecorded: filing?.contentSha256 ?? '', contentNow: contentSha256(report),
    word: word ?? missingFile, pdf: await gatherFile(surroundings, root, report, 'pdf', inspect),
    attachmentsOutside: attachmentsOutside(report), picturesMissing: missing.filter(Boolean).length, versions: (await shelf.generations(id).numbers()).length,
    correction: report.origin.kind === 'correction' ? { of: report.origin.from ?? '', reason: report.origin.reason ?? '' } : null,
  }
}

const missingFile: FiledFile = { recorded: { name: '', sha256: '', bytes: 0 }, state: 'missing', format: 'unknown', opens: false, text: null, active: [], fontsOutside: null }

/** Null if no such file was recorded. */
async function gatherFile(surroundings: Surroundings, root: string, report: Report, kind: 'word' | 'pdf', inspect: InspectFile): Promise<FiledFile | null> {
  const { filing } = report
  const recorded = kind === 'word' ? filing?.word : filing?.pdf
  if (filing === undefined || recorded === undefined) return null
  const name = kind === 'word' ? filing.word.name : filing.word.name.replace(/\.docx$/i, '.pdf')
  const { state, bytes } = await readArchived(surroundings, root, report, kind)
  return { ...missingFile, ...(bytes === null ? {} : inspect(bytes)), recorded: { name, sha256: recorded.sha256, bytes: recorded.bytes }, state }
}

/** Names of 附件说明 that are no part title of the report. */
function attachmentsOutside({ attachments, blocks }: Report): readonly string[] {
  const titles = new Set(blocks.filter((block) => block.kind === 'text' && block.level === 0 && block.form === 'heading').map((block) => bare(blockText(block))))
  return attachments.filter((name) => !titles.has(bare(name)))
}

function bare(name: string): string {
  return name.replace(/[\s《》]/g, '')
}
