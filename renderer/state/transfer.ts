/** Imports under way and what came of the last one. */
import { call } from '../api/client'
import { createStore } from './createStore'
import { reloadLibrary } from './library'
import { openReport } from './navigation'
import { showYear } from './shelf'
import { showError } from './toast'
import type { Result } from '../../shared/base/result'
import type { ImportOutcome } from '../../shared/ipc/contract'

export interface Transfer {
  readonly isPasting: boolean
  /** How many files are being read; null while nothing is under way, 0 while the clerk still chooses. */
  readonly running: number | null
  readonly outcome: ImportOutcome | null
}

export const transfer = createStore<Transfer>({ isPasting: false, running: null, outcome: null })

export function startPasting(): void {
  transfer.set((state) => ({ ...state, isPasting: true }))
}

export function stopPasting(): void {
  transfer.set((state) => ({ ...state, isPasting: false }))
}

export function closeOutcome(): void {
  transfer.set((state) => ({ ...state, outcome: null }))
}

export async function importFiles(): Promise<void> {
  await run(0, () => call('import.files', {}))
}

export async function importDropped(files: readonly File[]): Promise<void> {
  if (files.length === 0) return
  await run(files.length, async () => {
    const read = await Promise.all(files.map(async (file) => ({ name: file.name.slice(0, 255), bytes: new Uint8Array(await file.arrayBuffer()) })))
    return call('import.dropped', { files: read })
  })
}

/** Imports one file to lay it on the desk at once: nothing is told but what went wrong. Null if it was refused. */
export async function importOne(source: { readonly token: string } | File): Promise<string | null> {
  const outcome = await run(1, async () => (source instanceof File
    ? call('import.dropped', { files: [{ name: source.name.slice(0, 255), bytes: new Uint8Array(await source.arrayBuffer()) }] })
    : call('conform.import', source)))
  const id = outcome?.imported[0]?.id ?? null
  if (id !== null) closeOutcome()
  return id
}

/** Resolves to false if the text was refused; then the dialog stays with it. */
export async function importPasted(text: string, year: number | null): Promise<boolean> {
  const outcome = await run(1, () => call('import.text', year === null ? { text } : { text, year }))
  return outcome !== null && outcome.imported.length > 0
}

async function run(files: number, work: () => Promise<Result<ImportOutcome>>): Promise<ImportOutcome | null> {
  if (transfer.get().running !== null) return null
  transfer.set((state) => ({ ...state, running: files, outcome: null }))
  const result = await work().catch((): Result<ImportOutcome> => ({ ok: false, error: { code: 'fileNotFound' } }))
  transfer.set((state) => ({ ...state, running: null }))
  if (!result.ok) {
    showError(result.error)
    return null
  }
  if (result.value.imported.length + result.value.refused.length === 0) return null
  transfer.set((state) => ({ ...state, outcome: result.value, isPasting: state.isPasting && result.value.imported.length === 0 }))
  const [first] = result.value.imported
  if (first) {
    showYear(first.year)
    await reloadLibrary()
  }
  return result.value
}

/** At the place of a note, if one is given. */
export async function openImported(id: string, place: { readonly blockId: string } | null = null): Promise<void> {
  closeOutcome()
  await openReport(id, place)
}
