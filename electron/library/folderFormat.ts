/** The data folder itself: its parts, its id and its format version (SPEC STORE-16). */
import { basename, dirname, join } from 'node:path'
import { AppFailure } from '../../shared/base/errors'
import type { DataFormat } from '../../shared/store/format'
import { openGenerations, type Generations, type Surroundings } from '../storage/generations'
import { readKeyFile } from '../storage/lock/keyFile'
import { ensureFolder, exists } from '../storage/publish'

const parts = ['andu', 'reports', 'settings', 'phrases', 'templates', 'originals', 'pictures', 'archive', 'intents', 'log', 'quarantine', 'leases', 'cache', 'imports', 'incoming', 'backup'] as const

interface FolderData {
  readonly id: string
  readonly isLocked?: boolean
}

const plainFormat: DataFormat<FolderData> = {
  version: 1,
  migrations: [(data) => data],
  parse: (data) => (typeof (data as Partial<FolderData>).id === 'string' ? (data as FolderData) : null),
}

/** A folder with a passphrase has a version of its own: a program from before there were passphrases refuses it, and takes no locked file for a damaged one. */
const lockedFormat: DataFormat<FolderData> = { ...plainFormat, version: 2, migrations: [...plainFormat.migrations, (data) => data] }

/**
 * Makes the folder and its parts where they are missing, and refuses a folder of a newer program before anything in it is touched.
 * Only called at the start: a folder that vanishes later is a lost disk, and is not made anew.
 */
export async function prepareFolder(surroundings: Surroundings, root: string): Promise<void> {
  await makeFolders(surroundings, root)
  const { io } = surroundings
  if (await exists(io, join(root, 'andu'))) await refuseNewer(identityOf(surroundings, root, lockedFormat).readNewest())
  await requireUnlocked(surroundings, root)
  const identity = identityOf(surroundings, root, plainFormat)
  for (const part of parts) await ensureFolder(io, root, part)
  if ((await identity.numbers()).length === 0) await identity.write({ data: { id: surroundings.randomName() }, base: 0, cause: 'create' })
}

/** The id of a data folder; its copies have the same one. */
export async function folderIdentity(surroundings: Surroundings, root: string): Promise<string> {
  const newest = await identityOf(surroundings, root, lockedFormat).readNewest()
  if (newest === null) throw new AppFailure({ code: 'folderNotFound', detail: { folder: basename(root) } })
  return newest.revision.data.id
}

/** Says in the folder's identity whether it is locked. Does nothing if it says so already. */
export async function markLocked(surroundings: Surroundings, root: string, isLocked: boolean): Promise<void> {
  const newest = await identityOf(surroundings, root, lockedFormat).readNewest().catch(() => null)
  const format = isLocked ? lockedFormat : plainFormat
  const known = newest?.revision
  if (known?.data.isLocked === isLocked || (!isLocked && known !== undefined && known.data.isLocked === undefined)) return
  await ensureFolder(surroundings.io, root, 'andu')
  const data = { id: surroundings.randomName(), ...known?.data, isLocked }
  await identityOf(surroundings, root, format).write({ data, base: known?.number ?? 0, cause: 'state' })
}

/** A locked folder is opened with its key or not at all. */
async function requireUnlocked(surroundings: Surroundings, root: string): Promise<void> {
  if (surroundings.isUnlocked === true) return
  const { file } = await readKeyFile(surroundings.io, root)
  if (file !== null && file.state !== 'off') throw new AppFailure({ code: 'folderLocked' })
}

function identityOf(surroundings: Surroundings, root: string, format: DataFormat<FolderData>): Generations<FolderData> {
  return openGenerations(surroundings, join(root, 'andu'), format, { numbers: async () => [], take: async () => false })
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
