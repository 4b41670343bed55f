/** Files of a data folder that say by themselves whether their bytes are right (SPEC STORE-1, PICTURE-1, FILE-5, LOCK-1). */
import { generationNumber } from '../../../shared/store/envelope'
import { sha256, verifyGeneration } from '../../storage/generationFile'
import { isLocked, isWhole } from '../../storage/lock/lockedFile'

/** `unknown`: neither the name nor the file says what the bytes must be. `path` with `/`. */
export function judgeByName(path: string, bytes: Uint8Array): 'good' | 'bad' | 'unknown' {
  if (isLocked(bytes)) return isWhole(bytes) ? 'good' : 'bad'
  const name = path.slice(path.lastIndexOf('/') + 1)
  const number = generationNumber(name)
  if (number !== null) return verifyGeneration(bytes, number).kind
  const hash = /^([0-9a-f]{64})\.bin$/.exec(name)?.[1] ?? /^[a-z]-([0-9a-f]{32})\.[a-z]+$/.exec(name)?.[1]
  if (hash === undefined) return 'unknown'
  return sha256(bytes).startsWith(hash) ? 'good' : 'bad'
}
