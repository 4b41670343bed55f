/** A folder of old files and a data folder, made anew for each test, and what every test of the import of a folder asks. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from 'vitest'
import { folderReading } from '../../electron/import/folderReading'
import { readSource } from '../../electron/import/readers'
import type { FolderReading } from '../../electron/library/folderImport/lookAtFile'
import type { Library } from '../../electron/library/library'
import type { FolderRow } from '../../shared/ipc/folderImportContract'
import { tempFolder, valueOf, type TempFolder } from './tempLibrary'

/** The readers of the product, in this process. */
export const reading = folderReading(readSource)

/** The paths of the test that runs; `fill` puts the files there. */
export interface OldFolderPlace {
  readonly path: string
  readonly old: string
  readonly data: string
}

/** Call it once at the top of a test file. */
export function oldFolderPlace(fill: (old: string) => void = () => undefined): OldFolderPlace {
  let place: TempFolder | null = null
  const path = (): string => place?.path ?? expect.fail('outside a test')
  beforeEach(() => {
    place = tempFolder()
    const old = join(place.path, '旧材料')
    mkdirSync(old)
    fill(old)
  })
  afterEach(() => place?.remove())
  return { get path() { return path() }, get old() { return join(path(), '旧材料') }, get data() { return join(path(), 'data') } }
}

/** Lists a folder and looks at all its files. */
export async function lookAt(library: Library, folder: string, given: FolderReading = reading): Promise<{ readonly job: string; readonly rows: readonly FolderRow[] }> {
  const { job } = valueOf(await library.folderImports.open({ folder }))
  valueOf(await library.folderImports.look({ job }, given))
  return { job, rows: await rowsOf(library, job) }
}

export async function rowsOf(library: Library, job: string): Promise<readonly FolderRow[]> {
  return valueOf(await library.folderImports.rows({ job, since: 0 })).rows
}

export function rowAt(rows: readonly FolderRow[], path: string): FolderRow {
  return rows.find((row) => row.path === path) ?? expect.fail(`no row ${path}`)
}
