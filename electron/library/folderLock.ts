/**
 * The passphrase of a data folder (SPEC LOCK): setting it up, opening with it, changing it, taking it away. What it gives to the services is one
 * disk that locks and opens files by itself. Nothing is locked before the key files are durable and a trial file was opened with both keys.
 */
import { AppFailure, type AppError } from '../../shared/base/errors'
import { readRecoveryKey, writeRecoveryKey } from '../../shared/store/recoveryKey'
import type { LockFile, LockState } from '../../shared/store/lockFile'
import { expectedFailure } from '../storage/errnoToAppError'
import type { Surroundings } from '../storage/generations'
import { convertFolder } from '../storage/lock/convertFolder'
import { homesIn } from '../storage/lock/homes'
import { isLocked, isWhole, openLocked } from '../storage/lock/lockedFile'
import { newDataKey, newRecoveryKey, scryptCost, unwrapByPassphrase, unwrapByRecoveryKey, wrapByPassphrase, wrapByRecoveryKey, type DataKey } from '../storage/lock/keys'
import { readKeyFile, writeKeyFile } from '../storage/lock/keyFile'
import { lockedIo, type Keyring } from '../storage/lockedIo'
import { ensureFolder, removeQuietly, writeTemporary } from '../storage/publish'
import { markLocked } from './folderFormat'

/** What opens a locked folder. */
export interface Secret {
  readonly kind: 'passphrase' | 'recoveryKey'
  readonly text: string
}

export interface LockStatus {
  /** `locked`: there is a passphrase and it was not given yet; `open`: there is one and it was. */
  readonly state: 'off' | 'locked' | 'open'
  /** When the passphrase was last changed; ISO wall time. */
  readonly since?: string
  /** Files are being locked (`closing`) or opened for good (`opening`) in the background. */
  readonly work?: { readonly kind: 'closing' | 'opening'; readonly done: number; readonly total: number }
  /** Why the work stopped; it goes on at the next start or with `resume`. */
  readonly trouble?: AppError
  /** Files that the work left as they are, because they are damaged. */
  readonly left?: number
}

export interface FolderLock {
  /** For everything that works in the folder; `isUnlocked` says whether its files can be read. */
  readonly surroundings: Surroundings
  status(): LockStatus
  /** Throws `passphraseWrong` or `recoveryKeyWrong` with the seconds until the next try is looked at. */
  unlock(secret: Secret): Promise<void>
  /** Begins the set-up: the recovery key as it is to be printed. Nothing is on the disk yet. */
  prepare(passphrase: string): Promise<string>
  /** Ends the set-up with the recovery key typed back. Resolves when the passphrase holds; the files are locked in the background. */
  confirm(typed: string): Promise<void>
  /** Gives a new passphrase; the files stay as they are. */
  change(secret: Secret, passphrase: string): Promise<void>
  /** Takes the passphrase away; the files are opened for good in the background. */
  turnOff(secret: Secret): Promise<void>
  /** Goes on with work that was cut off, if there is such; for a program that stays. */
  resume(): void
  /** Stops the work between two files and resolves when it stands. */
  stop(): Promise<void>
}

interface Pending {
  readonly key: DataKey
  readonly passphrase: string
  readonly recoveryKey: Uint8Array
}

/** Looks at the folder `root` on the bare disk of `bare`. Throws an AppFailure if its key files cannot be read. */
export async function openFolderLock(bare: Surroundings, root: string): Promise<FolderLock> {
  const homeOf = homesIn(root)
  const keyring: Keyring = { key: null, isWriting: false }
  const inFolder = (folder: string): Surroundings => ({
    ...bare, io: lockedIo(bare.io, homesIn(folder), keyring), get isUnlocked() { return keyring.key !== null },
    lock: { bare: bare.io, open: (bytes) => openCopied(keyring.key, bytes), inCopy: inFolder },
  })
  const surroundings = inFolder(root)
  let file = (await readKeyFile(bare.io, root)).file
  let pending: Pending | null = null
  let work: LockStatus['work']
  let trouble: AppError | undefined
  let left: number | undefined
  let isStopped = false
  let running: Promise<void> = Promise.resolve()
  let tail: Promise<unknown> = Promise.resolve()
  let wrongTries = 0
  let pause: Promise<void> = Promise.resolve()

  /** One step at a time. */
  function alone<T>(step: () => Promise<T>): Promise<T> {
    const done = tail.then(step)
    tail = done.catch(() => undefined)
    return done
  }

  async function write(change: Partial<LockFile>): Promise<void> {
    const known = await readKeyFile(bare.io, root)
    const before = known.file ?? file
    if (before === null) throw new AppFailure({ code: 'lockUnchanged' })
    file = (await writeKeyFile(bare, root, known, { ...before, ...change })).file
  }

  /** Nothing is locked yet: the folder says so again, as far as the disk allows. */
  async function giveUp(wanted: LockFile): Promise<void> {
    try {
      const known = await readKeyFile(bare.io, root)
      if (known.number > 0) await writeKeyFile(bare, root, known, { ...wanted, state: 'off' })
    } catch {
      // The next start asks for the passphrase that was just chosen, and ends the set-up.
    }
  }

  /** The data key behind a secret. After several wrong ones in a row the next is looked at after a pause that grows. */
  async function keyBy(secret: Secret): Promise<DataKey> {
    await pause
    const now = (await readKeyFile(bare.io, root)).file
    if (now === null || now.state === 'off') throw new AppFailure({ code: 'lockUnchanged' })
    const key = await unwrap(now, secret)
    if (key !== null) {
      wrongTries = 0
      file = now
      return key
    }
    wrongTries += 1
    const seconds = pauseAfter(wrongTries)
    pause = bare.patience.wait(seconds * 1000)
    throw new AppFailure({ code: secret.kind === 'passphrase' ? 'passphraseWrong' : 'recoveryKeyWrong', detail: { seconds } })
  }

  function open(key: DataKey, state: LockState): void {
    keyring.key = key
    keyring.isWriting = state === 'closing' || state === 'on'
  }

  function resume(): void {
    const { key } = keyring
    if (work !== undefined || key === null || file === null || (file.state !== 'closing' && file.state !== 'opening')) return
    const kind = file.state
    work = { kind, done: 0, total: 0 }
    trouble = undefined
    isStopped = false
    running = convert(kind, key).catch((error: unknown) => { trouble = expectedFailure(error) }).finally(() => { work = undefined })
  }

  async function convert(kind: 'closing' | 'opening', key: DataKey): Promise<void> {
    // Before the first file is locked: from here on a program that knows no passphrases refuses the folder.
    if (kind === 'closing') await markLocked(bare, root, true)
    const converted = await convertFolder(bare, {
      root, homeOf, key, to: kind === 'closing' ? 'locked' : 'plain', isStopped: () => isStopped,
      onProgress: (done, total) => { work = { kind, done, total } },
    })
    if (converted.kind === 'stopped') return
    left = converted.left
    if (kind === 'opening') await markLocked(bare, root, false)
    await alone(() => write({ state: kind === 'closing' ? 'on' : 'off' }))
  }

  return {
    surroundings,

    status: () => {
      const state = file === null || file.state === 'off' ? 'off' : keyring.key === null ? 'locked' : 'open'
      return {
        state, ...(state === 'off' || file === null ? {} : { since: file.passphraseSince }), ...(work === undefined ? {} : { work }),
        ...(trouble === undefined ? {} : { trouble }), ...(left === undefined ? {} : { left }),
      }
    },

    unlock: (secret) => alone(async () => {
      const key = await keyBy(secret)
      if (file !== null) open(key, file.state)
    }),

    prepare: (passphrase) => alone(async () => {
      const known = await readKeyFile(bare.io, root)
      if (work !== undefined) throw new AppFailure({ code: 'lockBusy' })
      if (known.file !== null && known.file.state !== 'off') throw new AppFailure({ code: 'lockUnchanged' })
      pending = { key: newDataKey(), passphrase, recoveryKey: newRecoveryKey() }
      return writeRecoveryKey(pending.recoveryKey)
    }),

    confirm: (typed) => alone(async () => {
      if (pending === null) throw new AppFailure({ code: 'lockUnchanged' })
      const typedKey = readRecoveryKey(typed)
      if (typedKey === null || Buffer.compare(typedKey, pending.recoveryKey) !== 0) throw new AppFailure({ code: 'recoveryKeyWrong', detail: { seconds: 0 } })
      const { key, passphrase } = pending
      const known = await readKeyFile(bare.io, root)
      if (known.file !== null && known.file.state !== 'off') throw new AppFailure({ code: 'lockUnchanged' })
      const wanted: LockFile = {
        state: 'closing', keyId: key.id, cost: scryptCost, passphraseSince: new Date(bare.clock()).toISOString(),
        byPassphrase: await wrapByPassphrase(key, passphrase, scryptCost), byRecoveryKey: wrapByRecoveryKey(key, typedKey),
      }
      try {
        const written = (await writeKeyFile(bare, root, known, wanted)).file
        if (!(await drill(bare, root, key, passphrase, typed))) throw new AppFailure({ code: 'lockDrillFailed' })
        file = written
      } catch (error) {
        await giveUp(wanted)
        throw error
      }
      pending = null
      open(key, 'closing')
      resume()
    }),

    change: (secret, passphrase) => alone(async () => {
      const key = await keyBy(secret)
      await write({ byPassphrase: await wrapByPassphrase(key, passphrase, scryptCost), cost: scryptCost, passphraseSince: new Date(bare.clock()).toISOString() })
    }),

    turnOff: (secret) => alone(async () => {
      if (work !== undefined) throw new AppFailure({ code: 'lockBusy' })
      const key = await keyBy(secret)
      await write({ state: 'opening' })
      open(key, 'opening')
      resume()
    }),

    resume,
    stop: async () => {
      isStopped = true
      await running
    },
  }
}

function openCopied(key: DataKey | null, bytes: Uint8Array): Uint8Array {
  const opened = isLocked(bytes) ? openLocked(key, null, bytes) : null
  if (opened?.kind === 'otherKey') throw new AppFailure({ code: 'fileLocked' })
  return opened?.kind === 'plain' ? opened.bytes : bytes
}

async function unwrap(file: LockFile, { kind, text }: Secret): Promise<DataKey | null> {
  if (kind === 'passphrase') return unwrapByPassphrase(file.byPassphrase, file.keyId, text, file.cost)
  const typed = readRecoveryKey(text)
  return typed === null ? null : unwrapByRecoveryKey(file.byRecoveryKey, file.keyId, typed)
}

/** Seconds: none after the first two wrong tries, then one, two, four … at most thirty. */
function pauseAfter(wrongTries: number): number {
  return wrongTries < 3 ? 0 : Math.min(30, 2 ** (wrongTries - 3))
}

/** A trial file is locked and then opened twice by what is on the disk: with the passphrase, and with the recovery key as it was typed. */
async function drill(bare: Surroundings, root: string, key: DataKey, passphrase: string, typed: string): Promise<boolean> {
  const homeOf = homesIn(root)
  const sample = Buffer.from(`${root} ${bare.clock()}`, 'utf8')
  const folder = await ensureFolder(bare.io, root, 'cache')
  const path = await writeTemporary({ ...bare, io: lockedIo(bare.io, homeOf, { key, isWriting: true }) }, folder, sample)
  try {
    const raw = await bare.io.read(path)
    if (!isLocked(raw) || !isWhole(raw)) return false
    for (const secret of [{ kind: 'passphrase', text: passphrase }, { kind: 'recoveryKey', text: typed }] as const) {
      const { file } = await readKeyFile(bare.io, root)
      const opened = file === null ? null : await unwrap(file, secret)
      if (opened === null || Buffer.compare(await lockedIo(bare.io, homeOf, { key: opened, isWriting: false }).read(path), sample) !== 0) return false
    }
    return true
  } finally {
    await removeQuietly(bare.io, path)
  }
}
