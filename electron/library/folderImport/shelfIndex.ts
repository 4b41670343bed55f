/** Which report of the library holds the very same file or the very same text (SPEC FOLDER-6). Only reports of the same length are opened. */
import { extname } from 'node:path'
import type { Catalogue } from '../catalogue'
import type { Shelf } from '../reportShelf'
import { hasPictures, picturesOf, type FilePicture } from './filePictures'
import type { JobFile } from './jobRecord'
import { shelfPrint } from './lookAtFile'

export async function shelfIndex(files: readonly JobFile[], catalogue: Catalogue, shelf: Shelf): Promise<(file: JobFile) => string | undefined> {
  const wanted = files.filter(({ stored, looked }) => stored === undefined && looked !== undefined)
  const byBytes = new Map<string, string>()
  const byText = new Map<string, { readonly id: string; readonly pictures: readonly FilePicture[]; readonly ending: string }[]>()
  if (wanted.length === 0) return () => undefined
  await catalogue.complete()
  const lengths = new Set(wanted.map(({ looked }) => looked?.characters))
  for (const { importedFrom, summary } of catalogue.entries()) {
    if (summary.isTrashed) continue
    if (importedFrom !== undefined) byBytes.set(importedFrom, summary.id)
    if (!lengths.has(summary.characters)) continue
    const newest = await shelf.peek(summary.id).catch(() => null)
    if (newest === null) continue
    const { report } = newest.revision.data
    const print = shelfPrint(report)
    if (print !== '') byText.set(print, [...(byText.get(print) ?? []), { id: summary.id, pictures: picturesOf(report.blocks), ending: endingOf(report.origin.name ?? '') }])
  }
  return ({ path, sha256: hash, looked }) => {
    if (looked === undefined) return undefined
    const { characters, pictures, shelfPrint } = looked
    return byBytes.get(hash ?? '') ?? byText.get(shelfPrint)?.find((report) => hasPictures(report.pictures, pictures, { isOtherFormat: report.ending !== endingOf(path), characters }))?.id
  }
}

/** Of the file that a report came from only the name is known; it tells the format well enough. */
function endingOf(name: string): string {
  return extname(name).toLowerCase()
}

/** Whether a report is in the library, and not in the trash; asked for all that were stored, it looks once more before it says no. */
export async function storedReports(files: readonly JobFile[], catalogue: Catalogue): Promise<(reportId: string) => boolean> {
  const ids = files.flatMap(({ stored }) => stored?.reportId ?? [])
  if (ids.length === 0) return () => true
  await catalogue.complete()
  // A damaged report is there.
  const damaged = (): ReadonlySet<string> => new Set(catalogue.troubles().map(({ id }) => id))
  const known = damaged()
  // Another program may have stored it.
  if (ids.some((id) => catalogue.entry(id) === undefined && !known.has(id))) await catalogue.refresh()
  const there = damaged()
  return (id) => catalogue.entry(id)?.summary.isTrashed === false || (catalogue.entry(id) === undefined && there.has(id))
}
