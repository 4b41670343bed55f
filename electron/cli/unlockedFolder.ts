/** The data folder of a command, opened with its passphrase if it has one (SPEC LOCK-8). The passphrase is never a word of the command line, which others can see. */
import { AppFailure } from '../../shared/base/errors'
import { readRecoveryKey } from '../../shared/store/recoveryKey'
import { openFolderLock } from '../library/folderLock'
import type { Surroundings } from '../storage/generations'
import type { World } from './world'

/** Surroundings in which the files of `folder` can be read. Throws an AppFailure without the right passphrase. */
export async function unlockedFolder(folder: string, world: World): Promise<Surroundings> {
  const lock = await openFolderLock(world.surroundings, folder)
  if (lock.status().state === 'off') return lock.surroundings
  const text = world.environment['ANDU_PASSPHRASE'] || (await world.askPassphrase?.())
  if (text === undefined || text === null || text === '') throw new AppFailure({ code: 'folderLocked' })
  await lock.unlock({ kind: readRecoveryKey(text) === null ? 'passphrase' : 'recoveryKey', text })
  return lock.surroundings
}
