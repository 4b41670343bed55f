/**
 * Filing (SPEC FILE-1 … FILE-6). Word file and the generation that makes the report filed are published by one operation of the journal, so a
 * crash leaves the report either filed with its Word file or not filed. The archived file is named by its hash: no path comes from a title.
 */
import { join } from 'node:path'
import { AppFailure } from '../../shared/base/errors'
import { safeFileName } from '../../shared/base/safeFileName'
import { canonicalContent } from '../../shared/archive/canonicalContent'
import { whyNotFile } from '../../shared/archive/filingRules'
import type { Filing } from '../../shared/report/filing'
import type { Report } from '../../shared/report/report'
import type { StoredReport } from '../../shared/store/storedReportSchema'
import { sha256 } from '../storage/generationFile'
import type { Surroundings } from '../storage/generations'
import { runOperation } from '../storage/journal'
import type { Document, Saved } from '../storage/openDocument'
import { readPicture } from '../storage/pictures'
import { ensureFolder } from '../storage/publish'

/** Makes the Word file of a report. */
export type ExportWord = (report: Report, readPicture: (sha256: string) => Promise<Uint8Array | null>) => Promise<{ readonly bytes: Uint8Array }>

/** Files the report of this document. `untitled` names the Word file of a report without a title. */
export async function fileReport(surroundings: Surroundings, root: string, document: Document<StoredReport>, exportWord: ExportWord, untitled: string): Promise<Saved<StoredReport>> {
  return document.operate('seal', async (newest) => {
    if (newest === null) throw new AppFailure({ code: 'reportNotFound' })
    const { report, trashedAt } = newest.data
    const refusal = whyNotFile(report, trashedAt !== undefined)
    if (refusal !== null) throw new AppFailure(refusal)
    const { bytes } = await exportWord(report, (sha256OfPicture) => readPicture(surroundings, root, sha256OfPicture))
    const hash = sha256(bytes)
    const filing: Filing = {
      filedAt: new Date(surroundings.clock()).toISOString(),
      contentSha256: contentSha256(report),
      word: { name: safeFileName(report.title.join(''), '.docx', untitled), sha256: hash, bytes: bytes.length },
    }
    return {
      data: { ...newest.data, report: { ...report, state: 'filed', filing } },
      publish: async (generation) => {
        await ensureFolder(surroundings.io, join(root, 'archive'), String(report.year), report.id)
        return runOperation(surroundings, root, { kind: 'file', subject: report.id, steps: [
          { kind: 'publish', folder: `archive/${report.year}/${report.id}`, name: wordFileName(hash), bytes },
          { kind: 'publish', folder: `reports/${report.id}`, name: generation.name, bytes: generation.bytes, decides: true },
        ] })
      },
    }
  })
}

/** SHA-256 of the report's canonical content. */
export function contentSha256(report: Report): string {
  return sha256(canonicalContent(report))
}

/** The Word file kept beside a filed report; null if it is missing or changed. */
export async function readArchivedWord(surroundings: Surroundings, root: string, report: Report): Promise<Uint8Array | null> {
  if (report.filing === undefined) return null
  const { sha256: hash } = report.filing.word
  try {
    const bytes = await surroundings.io.read(join(root, 'archive', String(report.year), report.id, wordFileName(hash)))
    return sha256(bytes) === hash ? bytes : null
  } catch {
    return null
  }
}

/** What the report was filed under, as far as it was recorded. */
export function filedUnder({ filing }: Report): Pick<Filing, 'number' | 'retention' | 'pages'> {
  const { number, retention, pages } = filing ?? {}
  return { ...(number === undefined ? {} : { number }), ...(retention === undefined ? {} : { retention }), ...(pages === undefined ? {} : { pages }) }
}

/** A file of a filed report as it lies in the archive, and whether it is what was filed. */
export async function readArchived({ io }: Surroundings, root: string, report: Report, kind: 'word' | 'pdf'): Promise<{ readonly state: 'intact' | 'changed' | 'missing'; readonly bytes: Uint8Array | null }> {
  const recorded = kind === 'word' ? report.filing?.word : report.filing?.pdf
  if (recorded === undefined) return { state: 'missing', bytes: null }
  const name = kind === 'word' ? wordFileName(recorded.sha256) : `p-${recorded.sha256.slice(0, 32)}.pdf`
  try {
    const bytes = await io.read(join(root, 'archive', String(report.year), report.id, name))
    return { state: sha256(bytes) === recorded.sha256 ? 'intact' : 'changed', bytes }
  } catch {
    return { state: 'missing', bytes: null }
  }
}

/** Whether a filed report and its Word file still are what was filed. */
export async function isIntact(surroundings: Surroundings, root: string, report: Report): Promise<boolean> {
  return report.filing !== undefined && report.filing.contentSha256 === contentSha256(report) && (await readArchivedWord(surroundings, root, report)) !== null
}

function wordFileName(hash: string): string {
  return `w-${hash.slice(0, 32)}.docx`
}
