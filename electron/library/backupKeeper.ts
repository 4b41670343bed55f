/**
 * The place that the clerk chose for backups, and the backups that are made by themselves (SPEC BACKUP-10): after manual saves and filing, when a
 * day has gone by, and when the program is closed. What went wrong is kept to be shown, and never stops other work.
 */
import { basename, join } from 'node:path'
import { AppFailure, type AppError } from '../../shared/base/errors'
import type { Result } from '../../shared/base/result'
import type { Watch } from '../../shared/base/watch'
import type { DataFormat } from '../../shared/store/format'
import { openGenerations, type Surroundings } from '../storage/generations'
import { openDocument } from '../storage/openDocument'
import { attempt } from './attempt'
import type { Backups } from './backups'

interface Kept {
  /** Absolute path; null while none is chosen. */
  readonly place: string | null
  readonly isAutomatic: boolean
  readonly last: { readonly at: string; readonly files: number; readonly damaged: number } | null
  readonly trouble: AppError | null
}

export interface BackupStatus {
  /** The last name of the chosen place. */
  readonly place: string | null
  readonly isAutomatic: boolean
  readonly last: Kept['last']
  readonly trouble: AppError | null
  readonly isRunning: boolean
}

export interface BackupKeeper {
  status(): Promise<Result<BackupStatus>>
  /** Prepares the place, keeps it, and makes the first backup there. */
  choose(given: { readonly place: string }, watch?: Watch): Promise<Result<BackupStatus>>
  change(given: { readonly isAutomatic: boolean }): Promise<Result<BackupStatus>>
  run(watch?: Watch): Promise<Result<BackupStatus>>
  /** The path of the chosen place, for restoring and drills. */
  place(): Promise<string | null>
  /** Something worth a backup was done. */
  touch(): void
  /** Backs up if the last time is a day ago; called every hour. */
  look(): void
  /** Waits for what runs, and backs up what was done since, no longer than a minute. */
  close(): Promise<void>
}

const format: DataFormat<Kept> = {
  version: 1,
  migrations: [(data) => data],
  parse: (data) => (typeof (data as Partial<Kept>).isAutomatic === 'boolean' ? (data as Kept) : null),
}

const nothing: Kept = { place: null, isAutomatic: true, last: null, trouble: null }
/** Milliseconds between two backups that are made by themselves, the age at which one is due, and the longest one at closing. */
const pause = 10 * 60_000
const day = 24 * 60 * 60_000
const longestClosing = 60_000

export function openBackupKeeper(surroundings: Surroundings, root: string, backups: Backups): BackupKeeper {
  const { clock } = surroundings
  const nowhere = { numbers: async () => [], take: async () => false }
  const document = openDocument(openGenerations(surroundings, join(root, 'backup'), format, nowhere))
  let isTouched = false
  let lastTry = -Infinity
  let running: Promise<unknown> | null = null

  const read = async (): Promise<Kept> => (await document.read().catch(() => null))?.revision.data ?? nothing
  const keep = async (change: Partial<Kept>): Promise<void> => {
    await document.update('auto', (newest) => ({ ...(newest?.data ?? nothing), ...change }))
    await document.thin()
  }
  const statusOf = ({ place, isAutomatic, last, trouble }: Kept): BackupStatus => ({ place: place === null ? null : basename(place), isAutomatic, last, trouble, isRunning: running !== null })

  async function runNow(watch: Watch): Promise<void> {
    const { place } = await read()
    if (place === null) return
    lastTry = clock()
    isTouched = false
    const done = await backups.backUp({ place }, watch)
    if (done.ok) await keep({ last: { at: done.value.savedAt, files: done.value.files, damaged: done.value.keptFormer.length + done.value.left.length }, trouble: null })
    else if (done.error.code !== 'cancelled') await keep({ trouble: done.error })
    else isTouched = true
  }

  /** One at a time; whoever comes meanwhile waits for the one that runs, then for its own. */
  async function start(watch: Watch = {}): Promise<void> {
    while (running !== null) await running.catch(() => undefined)
    const mine = runNow(watch).finally(() => { if (running === mine) running = null })
    running = mine
    await mine
  }

  async function startIfWanted(isDue: (kept: Kept) => boolean): Promise<void> {
    const kept = await read()
    if (kept.place !== null && kept.isAutomatic && running === null && isDue(kept)) await start()
  }

  return {
    status: () => attempt(async () => statusOf(await read())),
    choose: ({ place }, watch) => attempt(async () => {
      const prepared = await backups.prepare({ place })
      if (!prepared.ok) throw new AppFailure(prepared.error)
      await keep({ place, trouble: null, last: null })
      await start(watch)
      return statusOf(await read())
    }),
    change: (change) => attempt(async () => {
      await keep(change)
      return statusOf(await read())
    }),
    run: (watch) => attempt(async () => {
      await start(watch)
      return statusOf(await read())
    }),
    place: async () => (await read()).place,
    touch: () => {
      isTouched = true
      void startIfWanted(() => clock() - lastTry >= pause || clock() < lastTry).catch(() => undefined)
    },
    look: () => void startIfWanted(({ last }) => last === null || Math.abs(clock() - Date.parse(last.at)) >= day).catch(() => undefined),
    close: async () => {
      while (running !== null) await running.catch(() => undefined)
      const begun = clock()
      if (isTouched && (await read()).isAutomatic) await start({ isCancelled: () => clock() - begun > longestClosing }).catch(() => undefined)
      await document.settle()
    },
  }
}

/** When everything was last copied to the second place and read back there; null if it never was, or if damage was met. */
export async function lastBackupAt(keeper: Pick<BackupKeeper, 'status'>): Promise<string | null> {
  const status = await keeper.status()
  return status.ok && status.value.last !== null && status.value.last.damaged === 0 ? status.value.last.at : null
}
