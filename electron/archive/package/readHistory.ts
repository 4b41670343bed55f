/** The generations of one report out of a package, believed only when each of them holds together (SPEC PACK-5). */
import { AppFailure } from '../../../shared/base/errors'
import { generationNumber, type Envelope } from '../../../shared/store/envelope'
import { decodeData } from '../../../shared/store/format'
import { reportFormat, type StoredReport } from '../../../shared/store/storedReportSchema'
import { verifyGeneration } from '../../storage/generationFile'
import type { OpenedPackage } from './openPackage'

export interface HistoryEntry {
  readonly number: number
  readonly hash: string
  readonly bytes: Uint8Array
  readonly envelope: Envelope
  readonly stored: StoredReport
}

export interface History {
  readonly id: string
  /** Oldest first; at least one. */
  readonly generations: readonly HistoryEntry[]
  /** The names that the clerk gave, as files below `names/`. */
  readonly names: ReadonlyArray<{ readonly name: string; readonly bytes: Uint8Array }>
  /** All of it as text in which hashes of pictures and originals can be found. */
  readonly text: string
}

/** Deepest JSON of a generation, and keys that mean something to the language. */
const deepest = 64
const forbiddenKey = /"(__proto__|constructor|prototype)"\s*:/

/** Throws `packageDamaged` or `reportNewer` if anything in the report's folder is not what a report has. */
export async function readHistory(opened: OpenedPackage, id: string): Promise<History> {
  const folder = `reports/${id}/`
  const generations: HistoryEntry[] = []
  const names: Array<History['names'][number]> = []
  const texts: string[] = []
  for (const path of opened.paths.filter((each) => each.startsWith(folder))) {
    const inside = path.slice(folder.length)
    const bytes = await opened.read(path)
    const number = generationNumber(inside.replace(/^names\//, ''))
    const verdict = number === null ? null : verifyGeneration(bytes, number)
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
    if (number === null || verdict?.kind !== 'good' || isTooDeep(text) || forbiddenKey.test(text)) throw damaged(path)
    texts.push(text)
    if (inside.startsWith('names/')) names.push({ name: inside.slice('names/'.length), bytes })
    else generations.push({ number, hash: verdict.hash, bytes, envelope: verdict.envelope, stored: storedOf(verdict.envelope, id, path) })
  }
  if (generations.length === 0) throw damaged(folder)
  return { id, generations: generations.sort((a, b) => a.number - b.number), names, text: texts.join('\n') }
}

function storedOf(envelope: Envelope, id: string, path: string): StoredReport {
  const decoded = decodeData(reportFormat, envelope.version, envelope.data)
  if (decoded.kind === 'newer') throw new AppFailure({ code: 'packageNewer' })
  if (decoded.kind === 'invalid' || decoded.value.report.id !== id || decoded.value.template !== undefined) throw damaged(path)
  return decoded.value
}

function damaged(name: string): AppFailure {
  return new AppFailure({ code: 'packageDamaged', detail: { count: 1, name } })
}

/** Counted over the text, before anything builds on it. */
function isTooDeep(text: string): boolean {
  let depth = 0
  let isString = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (isString) {
      if (sign === '\\') at += 1
      else if (sign === '"') isString = false
    } else if (sign === '"') isString = true
    else if (sign === '{' || sign === '[') {
      depth += 1
      if (depth > deepest) return true
    } else if (sign === '}' || sign === ']') depth -= 1
  }
  return false
}
