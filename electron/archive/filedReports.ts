/**
 * Filing (SPEC FILE-1 … FILE-10). 档号, Word file, PDF file and the generation that makes the report filed are published by one operation of the journal, so a
 * crash leaves the report either filed with all of them or not filed. The archived file is named by its hash: no path comes from a title.
 */
import { join } from 'node:path'
import { AppFailure } from '../../shared/base/errors'
import { safeFileName } from '../../shared/base/safeFileName'
import type { LogNote } from '../../shared/archive/actionLog'
import { formatArchivalNumber } from '../../shared/archive/archivalNumber'
import { canonicalContent } from '../../shared/archive/canonicalContent'
import { whyNotFile } from '../../shared/archive/filingRules'
import type { ArchivalNumber, Filing, Retention } from '../../shared/report/filing'
import type { Report } from '../../shared/report/report'
import type { StoredReport } from '../../shared/store/storedReportSchema'
import { sha256 } from '../storage/generationFile'
import type { PreparedGeneration, Surroundings } from '../storage/generations'
import { runOperation, type Step } from '../storage/journal'
import type { Document, Saved } from '../storage/openDocument'
import { readPicture } from '../storage/pictures'
import { ensureFolder } from '../storage/publish'
import { claimBytes, type Claim } from './numberRegister'

/** Gives the bytes of a picture; null if it is missing. */
type Pictures = (sha256: string) => Promise<Uint8Array | null>

/** Makes the Word file of a report. */
export type ExportWord = (report: Report, readPicture: Pictures) => Promise<{ readonly bytes: Uint8Array }>

/** Makes a file of a report in one of the other formats that the archive keeps. */
export type ExportReport = (report: Report, format: 'pdf' | 'ofd' | 'text', readPicture: Pictures) => Promise<{ readonly bytes: Uint8Array }>

/** How reports become files, and in what they are kept. */
export interface FilingTools {
  readonly exportWord: ExportWord
  /** Absent: no PDF file is kept. */
  readonly exportReport?: ExportReport | undefined
  /** Name of the Word file of a report without a title. */
  readonly untitled: string
  readonly note: (note: LogNote) => Promise<void>
}

/** The 档号 of a report that has none, with the file that claims it; without one where only its 全宗号 is new. */
export interface GivenNumber {
  readonly number: ArchivalNumber
  readonly claim: Claim | null
}

/** What the clerk and the unit's scheme say. */
export interface FiledUnder {
  readonly claim: Claim
  readonly retention: Retention
  readonly pages: number
}

/** Files the report of this document: number, Word file, PDF file and filed state in one operation. `under` is asked anew if another program was faster. */
export async function fileReport(
  surroundings: Surroundings, root: string, document: Document<StoredReport>, tools: FilingTools, under: (report: Report) => Promise<FiledUnder>,
): Promise<Saved<StoredReport>> {
  const { exportWord, exportReport, untitled, note } = tools
  const pictures: Pictures = (hash) => readPicture(surroundings, root, hash)
  return document.operate('seal', async (newest) => {
    if (newest === null) throw new AppFailure({ code: 'reportNotFound' })
    const { report, trashedAt } = newest.data
    const refusal = whyNotFile(report, trashedAt !== undefined)
    if (refusal !== null) throw new AppFailure(refusal)
    const word = (await exportWord(report, pictures)).bytes
    const pdf = exportReport === undefined ? null : await pdfOf(exportReport, report, pictures)
    const { claim, retention, pages } = await under(report)
    const filing: Filing = {
      filedAt: new Date(surroundings.clock()).toISOString(),
      contentSha256: contentSha256(report),
      word: { name: safeFileName(report.title.join(''), '.docx', untitled), sha256: sha256(word), bytes: word.length },
      ...(pdf === null ? {} : { pdf: { sha256: sha256(pdf), bytes: pdf.length } }),
      number: claim.number, retention, pages,
    }
    return {
      data: { ...newest.data, report: { ...report, state: 'filed', filing } },
      publish: async (generation) => {
        await ensureFolder(surroundings.io, join(root, 'archive'), String(report.year), report.id)
        const folder = filesOf(report)
        const files: readonly Step[] = [
          { kind: 'publish', folder, name: archivedName(filing.word.sha256, 'docx'), bytes: word },
          ...(pdf === null ? [] : [{ kind: 'publish' as const, folder, name: archivedName(sha256(pdf), 'pdf'), bytes: pdf }]),
        ]
        return runOperation(surroundings, root, { kind: 'file', subject: report.id, steps: [...claimSteps(claim, report.id), ...files, generationStep(report.id, generation)] },
          () => note({ action: 'file', report: report.id, generation: generation.revision.number, detail: formatArchivalNumber(claim.number) }))
      },
    }
  })
}

/** Gives a filed report its 档号, or the 全宗号 that its 档号 lacks, once. The content that was filed does not change. */
export async function numberFiledReport(surroundings: Surroundings, root: string, document: Document<StoredReport>, note: FilingTools['note'], under: (report: Report) => Promise<GivenNumber>): Promise<Saved<StoredReport>> {
  return document.operate('seal', async (newest) => {
    if (newest === null) throw new AppFailure({ code: 'reportNotFound' })
    const { report } = newest.data
    const { filing } = report
    if (report.state !== 'filed' || filing === undefined) throw new AppFailure({ code: 'notFinal' })
    if (filing.number !== undefined && filing.number.fonds !== '') throw new AppFailure({ code: 'alreadyNumbered' })
    const { number, claim } = await under(report)
    if (number.fonds === '') throw new AppFailure({ code: 'fondsMissing' })
    const { retention } = number
    return {
      data: { ...newest.data, report: { ...report, filing: { ...filing, number, retention } } },
      publish: (generation) => runOperation(surroundings, root, { kind: 'number', subject: report.id, steps: [...claimSteps(claim, report.id), generationStep(report.id, generation)] },
        () => note({ action: 'number', report: report.id, generation: generation.revision.number, detail: formatArchivalNumber(number) })),
    }
  })
}

function claimSteps(claim: Claim | null, id: string): readonly Step[] {
  return claim === null ? [] : [{ kind: 'publish', folder: claim.folder, name: claim.name, bytes: claimBytes(claim.number, id), decides: true }]
}

function generationStep(id: string, { name, bytes }: Pick<PreparedGeneration<StoredReport>, 'name' | 'bytes'>): Step {
  return { kind: 'publish', folder: `reports/${id}`, name, bytes, decides: true }
}

/** Without Chinese fonts on this computer there is no PDF file; that keeps nobody from filing. */
async function pdfOf(exportReport: ExportReport, report: Report, pictures: Pictures): Promise<Uint8Array | null> {
  try {
    return (await exportReport(report, 'pdf', pictures)).bytes
  } catch (error) {
    if (error instanceof AppFailure) return null
    throw error
  }
}

/** SHA-256 of the report's canonical content. */
export function contentSha256(report: Report): string {
  return sha256(canonicalContent(report))
}

/** What the report was filed under, as far as it was recorded. */
export function filedUnder({ filing }: Pick<Report, 'filing'>): Pick<Filing, 'number' | 'retention' | 'pages'> {
  const { number, retention, pages } = filing ?? {}
  return { ...(number === undefined ? {} : { number }), ...(retention === undefined ? {} : { retention }), ...(pages === undefined ? {} : { pages }) }
}

/** A file of a filed report as it lies in the archive, and whether it is what was filed. */
export async function readArchived({ io }: Surroundings, root: string, report: Report, kind: 'word' | 'pdf'): Promise<{ readonly state: 'intact' | 'changed' | 'missing'; readonly bytes: Uint8Array | null }> {
  const recorded = kind === 'word' ? report.filing?.word : report.filing?.pdf
  if (recorded === undefined) return { state: 'missing', bytes: null }
  const name = kind === 'word' ? archivedName(recorded.sha256, 'docx') : archivedName(recorded.sha256, 'pdf')
  try {
    const bytes = await io.read(join(root, ...filesOf(report).split('/'), name))
    return { state: sha256(bytes) === recorded.sha256 ? 'intact' : 'changed', bytes }
  } catch {
    return { state: 'missing', bytes: null }
  }
}

/** The Word file kept beside a filed report; null if it is missing or changed. */
export async function readArchivedWord(surroundings: Surroundings, root: string, report: Report): Promise<Uint8Array | null> {
  const { state, bytes } = await readArchived(surroundings, root, report, 'word')
  return state === 'intact' ? bytes : null
}

/** Whether a filed report and the files kept beside it still are what was filed. */
export async function isIntact(surroundings: Surroundings, root: string, report: Report): Promise<boolean> {
  const { filing } = report
  if (filing === undefined || filing.contentSha256 !== contentSha256(report)) return false
  if ((await readArchivedWord(surroundings, root, report)) === null) return false
  return filing.pdf === undefined || (await readArchived(surroundings, root, report, 'pdf')).state === 'intact'
}

/** Where the files of a filed report lie. */
function filesOf({ year, id }: Pick<Report, 'year' | 'id'>): string {
  return `archive/${year}/${id}`
}

function archivedName(hash: string, extension: 'docx' | 'pdf'): string {
  return `${extension === 'docx' ? 'w' : 'p'}-${hash.slice(0, 32)}.${extension}`
}
