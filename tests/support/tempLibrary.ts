/** A library in a real temporary folder, for tests. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLibrary, type LibraryOptions } from '../../electron/library/openLibrary'
import type { Library } from '../../electron/library/library'
import { realSurroundings } from '../../electron/storage/surroundings'
import type { Result } from '../../shared/base/result'

/** The value of a result that must have succeeded. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.error)}`)
  return result.value
}

/** The code of a result that must have failed. */
export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'succeeded' : result.error.code
}

export interface TempFolder {
  readonly path: string
  readonly remove: () => void
}

export function tempFolder(): TempFolder {
  const path = mkdtempSync(join(tmpdir(), 'andu-test-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Exports a report as bytes that depend on its content only. */
export const fakeWord: LibraryOptions['exportWord'] = (report) => Promise.resolve({ bytes: Buffer.from(`word of ${report.title.join('')}`) })

export async function openTempLibrary(folder: string, options: Partial<LibraryOptions> = {}): Promise<Library> {
  return valueOf(await openLibrary({ ...realSurroundings('linux'), folder, exportWord: fakeWord, untitled: '未命名', ...options }))
}
