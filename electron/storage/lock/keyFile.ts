/**
 * The key file of a data folder (SPEC LOCK-2): generations like everything else, each written to two folders, and none ever deleted. Without it
 * nothing opens, so one sound copy is enough, and a damaged one is left where it is.
 */
import { join } from 'node:path'
import { AppFailure } from '../../../shared/base/errors'
import { generationName, generationNumber } from '../../../shared/store/envelope'
import { decodeData } from '../../../shared/store/format'
import { lockFormat, type LockFile } from '../../../shared/store/lockFile'
import { encodeGeneration, verifyGeneration } from '../generationFile'
import type { Surroundings } from '../generations'
import { ensureFolder, publish } from '../publish'
import { errnoOf, type StorageIo } from '../storageIo'

/** What the folder says of its lock, with the highest number of a key file; 0 and null if it never had one. */
export interface KnownLock {
  readonly number: number
  readonly file: LockFile | null
}

/** In the order of writing: what is not in the second place yet was never told to be done. */
const copies: readonly (readonly string[])[] = [['lock', 'copy'], ['lock']]

/**
 * The newest sound key file of either copy. A write that was cut off between the two copies counts as not done. Throws an AppFailure if the file is
 * of a newer program, if none is sound, or if the newest is not and the one before it says that nothing is locked.
 */
export async function readKeyFile(io: StorageIo, root: string): Promise<KnownLock> {
  const [first = [], last = []] = await Promise.all(copies.map((copy) => numbersIn(io, join(root, ...copy))))
  const highest = Math.max(0, ...first, ...last)
  const ahead = first.filter((number) => number > Math.max(0, ...last))
  const begun = ahead.length === 1 && (last.length > 0 || first.length === 1) ? ahead[0] : undefined
  const numbers = [...new Set([...first, ...last])].filter((number) => number !== begun).sort((a, b) => b - a)
  for (const number of numbers) {
    for (const [index, copy] of copies.entries()) {
      if (!(index === 0 ? first : last).includes(number)) continue
      const file = soundFile(await io.read(join(root, ...copy, generationName(number))), number)
      if (file === null) continue
      if (number !== numbers[0] && file.state === 'off') throw new AppFailure({ code: 'lockDamaged' })
      return { number: highest, file }
    }
  }
  if (numbers.length > 0) throw new AppFailure({ code: 'lockDamaged' })
  return { number: highest, file: null }
}

async function numbersIn(io: StorageIo, folder: string): Promise<readonly number[]> {
  return (await io.readdir(folder).catch(emptyIfMissing)).flatMap((name) => generationNumber(name) ?? [])
}

/** Null if the bytes are damaged. */
function soundFile(bytes: Uint8Array, number: number): LockFile | null {
  const verdict = verifyGeneration(bytes, number)
  if (verdict.kind === 'bad') return null
  const decoded = decodeData(lockFormat, verdict.envelope.version, verdict.envelope.data)
  if (decoded.kind === 'newer') throw new AppFailure({ code: 'folderNewer' })
  return decoded.kind === 'value' ? decoded.value : null
}

/** Writes the generation after `known`; durable in both copies when it resolves. Throws `lockUnchanged` if another program was faster. */
export async function writeKeyFile(surroundings: Surroundings, root: string, known: KnownLock, file: LockFile): Promise<KnownLock> {
  const number = known.number + 1
  const { bytes } = encodeGeneration({ number, parent: known.number, version: lockFormat.version, time: new Date(surroundings.clock()).toISOString(), cause: 'manual', data: file })
  for (const copy of copies) {
    const folder = await ensureFolder(surroundings.io, root, ...copy)
    if ((await publish(surroundings, folder, generationName(number), bytes)) === 'taken') throw new AppFailure({ code: 'lockUnchanged' })
  }
  return { number, file }
}

function emptyIfMissing(error: unknown): readonly string[] {
  if (errnoOf(error) === 'ENOENT') return []
  throw error
}
