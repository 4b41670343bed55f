/** The key file of a locked data folder (SPEC LOCK-2): the data key, wrapped twice. Everything binary is lower-case hex. */
import type { DataFormat } from './format'

/** `closing`: plain files are being replaced by locked ones; `opening`: the other way round. */
export const lockStates = ['off', 'closing', 'on', 'opening'] as const
export type LockState = (typeof lockStates)[number]

/** The cost of one try of a passphrase. */
export interface ScryptCost {
  readonly N: number
  readonly r: number
  readonly p: number
}

/** A data key wrapped with AES-256-GCM under a key of its own. */
export interface Wrapped {
  readonly salt: string
  readonly nonce: string
  /** Ciphertext of the data key with the tag behind it. */
  readonly key: string
}

export interface LockFile {
  readonly state: LockState
  /** Tells data keys apart; says nothing about them. */
  readonly keyId: string
  readonly cost: ScryptCost
  readonly byPassphrase: Wrapped
  readonly byRecoveryKey: Wrapped
  /** ISO wall time of the last change of the passphrase; information only. */
  readonly passphraseSince: string
}

/** What a key file may ask of the computer: no file makes the program take more memory than this. */
const dearest = 2 ** 20

export const lockFormat: DataFormat<LockFile> = {
  version: 1,
  migrations: [(data) => data],
  parse: (data) => (isLockFile(data as Partial<LockFile>) ? (data as LockFile) : null),
}

function isLockFile({ state, keyId, cost, byPassphrase, byRecoveryKey, passphraseSince }: Partial<LockFile>): boolean {
  return lockStates.some((each) => each === state) && isHex(keyId, 8) && isCost(cost) && isWrapped(byPassphrase) && isWrapped(byRecoveryKey) && typeof passphraseSince === 'string'
}

function isCost(cost: Partial<ScryptCost> | undefined): boolean {
  const { N = 0, r = 0, p = 0 } = cost ?? {}
  return [N, r, p].every((each) => Number.isSafeInteger(each) && each > 0) && (N & (N - 1)) === 0 && N * r * p <= dearest * 2 && N >= 2
}

function isWrapped(wrapped: Partial<Wrapped> | undefined): boolean {
  return isHex(wrapped?.salt, 16) && isHex(wrapped?.nonce, 12) && isHex(wrapped?.key, 48)
}

function isHex(text: unknown, bytes: number): boolean {
  return typeof text === 'string' && text.length === bytes * 2 && /^[0-9a-f]*$/.test(text)
}
