/** The data folder itself: its parts, its id and its format version (SPEC STORE-16). */
import { basename, dirname, join } from 'node:path'
import { AppFailure } from '../../shared/base/errors'
import type { DataFormat } from '../../shared/store/format'
import { openGenerations, type Surroundings } from '../storage/generations'
import { ensureFolder, exists } from '../storage/publish'

const parts = ['andu', 'reports', 'settings', 'phrases', 'templates', 'originals', 'pictures', 'archive', 'intents', 'quarantine', 'leases', 'cache'] as const

interface FolderData {
  readonly id: string
}

const folderFormat: DataFormat<FolderData> = {
  version: 1,
  migrations: [(data) => data],
  parse: (data) => (typeof (data as Partial<FolderData>).id === 'string' ? (data as FolderData) : null),
}

/**
 * Makes the folder and its parts where they are missing, and refuses a folder of a newer program before anything in it is touched.
 * Only called at the start: a folder that vanishes later is a lost disk, and is not made anew.
 */
export async function prepareFolder(surroundings: Surroundings, root: string): Promise<void> {
  await makeFolders(surroundings, root)
  const { io } = surroundings
  const nowhere = { numbers: async () => [], take: async () => false }
  const identity = openGenerations(surroundings, join(root, 'andu'), folderFormat, nowhere)
  if (await exists(io, join(root, 'andu'))) await refuseNewer(identity.readNewest())
  for (const part of parts) await ensureFolder(io, root, part)
  if ((await identity.numbers()).length === 0) await identity.write({ data: { id: surroundings.randomName() }, base: 0, cause: 'create' })
}

/** The id of a data folder; its copies have the same one. */
export async function folderIdentity(surroundings: Surroundings, root: string): Promise<string> {
  const nowhere = { numbers: async () => [], take: async () => false }
  const newest = await openGenerations(surroundings, join(root, 'andu'), folderFormat, nowhere).readNewest()
  if (newest === null) throw new AppFailure({ code: 'folderNotFound', detail: { folder: basename(root) } })
  return newest.revision.data.id
}

/** Throws unless the folder is there: a mistyped path must not look like an empty library. */
export async function requireFolder({ io }: Surroundings, root: string): Promise<void> {
  if (!(await exists(io, root))) throw new AppFailure({ code: 'folderNotFound', detail: { folder: basename(root) } })
}

/** A damaged identity is no reason to refuse the reports; only a newer one is. */
async function refuseNewer(reading: Promise<unknown>): Promise<void> {
  try {
    await reading
  } catch (error) {
    if (error instanceof AppFailure && error.error.code === 'reportNewer') throw new AppFailure({ code: 'folderNewer' }, error)
  }
}

async function makeFolders({ io }: Surroundings, root: string): Promise<void> {
  if (await exists(io, root)) return
  const missing: string[] = []
  let folder = root
  while (!(await exists(io, folder)) && dirname(folder) !== folder) {
    missing.unshift(folder.slice(dirname(folder).length).replace(/^[/\\]+/, ''))
    folder = dirname(folder)
  }
  await ensureFolder(io, folder, ...missing)
}
