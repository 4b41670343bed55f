/**
 * Rounds through the archive (SPEC CHECK-7): what is filed and sealed is read again piece by piece while the program is open, those pieces first
 * that were not looked at for longest, so that damage is found while there is a second copy. What is remembered is only a cache.
 */
import { join } from 'node:path'
import type { DataFormat } from '../../shared/store/format'
import { openGenerations, type Surroundings } from '../storage/generations'
import { ensureFolder } from '../storage/publish'

/** Something that can be read again: a filed report by its id, or a sealed package by its name. */
export interface Piece {
  readonly id: string
  /** Whether it still is what was filed or sealed. */
  readonly check: () => Promise<boolean>
}

/** What came of the last look at a piece. `at` in milliseconds since 1970. */
export interface Look {
  readonly isIntact: boolean
  readonly at: number
}

export interface RoundsState {
  readonly pieces: number
  /** Pieces looked at within the last round's time. */
  readonly fresh: number
  readonly broken: readonly string[]
  /** The newest look, null before the first. */
  readonly lastAt: number | null
}

export interface Rounds {
  lookOf(id: string): Look | null
  /** Remembers a look that somebody else took. */
  note(id: string, isIntact: boolean): void
  /** Looks at the next piece that is due; false if none is, or another look is not done yet. */
  step(): Promise<boolean>
  state(): Promise<RoundsState>
  /** Writes what is remembered. Fails silently. */
  keep(): Promise<void>
}

/** Every piece is read again after so many milliseconds: thirty days. */
export const roundTime = 30 * 24 * 60 * 60 * 1000

/** When nothing was due, it is looked for again after so many milliseconds. */
const rest = 10 * 60 * 1000

type Looks = ReadonlyArray<readonly [string, Look]>

export async function openRounds(surroundings: Surroundings, root: string, pieces: () => Promise<readonly Piece[]>, onBroken: (id: string) => void = () => undefined): Promise<Rounds> {
  const { clock } = surroundings
  const nowhere = { numbers: async () => [], take: async () => false }
  const cache = openGenerations(surroundings, join(root, 'cache', 'rounds'), looksFormat, nowhere)
  const before = await cache.readNewest().catch(() => null)
  const looks = new Map<string, Look>(before?.revision.data ?? [])
  let base = before?.revision.number ?? 0
  let isChanged = false
  /** What is due, the longest unseen last. */
  let queue: Piece[] = []
  let restUntil = 0
  let isStepping = false

  /** A look of the future is none: the clock was wrong then or is wrong now. */
  const isDue = ({ id }: Piece): boolean => {
    const look = looks.get(id)
    return look === undefined || look.at > clock() || clock() - look.at >= roundTime
  }

  function note(id: string, isIntact: boolean): void {
    const was = looks.get(id)?.isIntact
    looks.set(id, { isIntact, at: clock() })
    isChanged = true
    if (!isIntact && was !== false) onBroken(id)
  }

  async function lookAtNext(): Promise<boolean> {
    if (queue.length === 0) queue = (await pieces()).filter(isDue).sort((one, other) => (looks.get(other.id)?.at ?? 0) - (looks.get(one.id)?.at ?? 0))
    const next = queue.pop()
    if (next === undefined) {
      restUntil = clock() + rest
      return false
    }
    if (isDue(next)) note(next.id, await next.check().catch(() => false))
    return true
  }

  return {
    lookOf: (id) => looks.get(id) ?? null,
    note,
    step: async () => {
      if (isStepping || (queue.length === 0 && clock() < restUntil && clock() > restUntil - rest)) return false
      isStepping = true
      try {
        return await lookAtNext()
      } finally {
        isStepping = false
      }
    },
    state: async () => {
      const present = await pieces()
      const seen = present.flatMap(({ id }) => looks.get(id) ?? [])
      return {
        pieces: present.length, fresh: present.filter((piece) => !isDue(piece)).length,
        broken: present.filter(({ id }) => looks.get(id)?.isIntact === false).map(({ id }) => id), lastAt: seen.length === 0 ? null : Math.max(...seen.map(({ at }) => at)),
      }
    },
    keep: async () => {
      if (!isChanged) return
      isChanged = false
      try {
        await ensureFolder(surroundings.io, root, 'cache', 'rounds')
        base = (await cache.write({ data: [...looks], base, cause: 'auto' })).number
        await cache.thin()
      } catch {
        // The next start looks at everything anew.
      }
    },
  }
}

const looksFormat: DataFormat<Looks> = { version: 0, migrations: [], parse: (data) => (Array.isArray(data) ? (data as Looks) : null) }
