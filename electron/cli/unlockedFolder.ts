/** The data folder of a command, opened with its passphrase if it has one (SPEC LOCK-8). The passphrase is never a word of the command line, which others can see. */
import { AppFailure } from '../../shared/base/errors'
import { readRecoveryKey } from '../../shared/store/recoveryKey'
import { openFolderLock } from '../library/folderLock'
import type { Surroundings } from '../storage/generations'
import type { World } from './world'

/** A command that opens a folder twice asks once. */
const opened = new WeakMap<World, Map<string, Promise<Surroundings>>>()

/** Surroundings in which the files of `folder` can be read. Throws an AppFailure without the right passphrase. */
export function unlockedFolder(folder: string, world: World): Promise<Surroundings> {
  const folders = opened.get(world) ?? new Map<string, Promise<Surroundings>>()
  opened.set(world, folders)
  const known = folders.get(folder) ?? unlock(folder, world)
  folders.set(folder, known)
  return known
}

async function unlock(folder: string, world: World): Promise<Surroundings> {
  const lock = await openFolderLock(world.surroundings, folder)
  if (lock.status().state === 'off') return lock.surroundings
  const text = world.environment['ANDU_PASSPHRASE'] || (await world.askPassphrase?.())
  if (text === undefined || text === null || text === '') throw new AppFailure({ code: 'folderLocked' })
  await lock.unlock({ kind: readRecoveryKey(text) === null ? 'passphrase' : 'recoveryKey', text })
  return lock.surroundings
}
