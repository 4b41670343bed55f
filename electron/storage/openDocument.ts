/**
 * One stored value with its queue (SPEC STORE-6): one save at a time; of what waits, only the newest data are written, and every promise
 * answers for the generation that holds its data or newer ones of the same line.
 */
import { Low } from 'lowdb'
import { AppFailure } from '../../shared/base/errors'
import type { Cause } from '../../shared/store/envelope'
import { GenerationAdapter, type Entry } from './generationAdapter'
import type { Generations, Newest, PreparedGeneration, Revision } from './generations'

export interface Saved<T> {
  readonly revision: Revision<T>
  readonly conflictWith?: number
}

export interface Document<T> {
  /** The newest revision that verifies, read from the disk; null if there is none. Throws an AppFailure. */
  read(): Promise<Newest<T> | null>
  /** The revision last read or written here, without looking at the disk. */
  known(): Revision<T> | null
  /** Writes data that grew from generation `base`. Resolves when they are durable; throws an AppFailure. */
  save(data: T, base: number, cause: Cause): Promise<Saved<T>>
  /** Reads the newest data, changes them and writes them; begins anew if another program was faster. `change` may throw an AppFailure. */
  update(cause: Cause, change: (newest: Revision<T> | null) => T | Promise<T>): Promise<Saved<T>>
  /**
   * Like {@link update}, but the new generation is published by the operation itself, together with what belongs to it. `undone`: another program
   * was faster; it begins anew. `operation` may throw an AppFailure.
   */
  operate(cause: Cause, operation: (newest: Revision<T> | null) => Promise<OperationOn<T>>): Promise<Saved<T>>
  /** Does `work` while nothing is saved, read or thinned out here. It must not use this document itself. */
  alone<R>(work: () => Promise<R>): Promise<R>
  /** Thins out old generations when nothing waits. */
  thin(): Promise<number>
  /** Takes over what a run that was cut off left behind; see {@link Generations.recover}. Fails silently. */
  recover(): Promise<number>
  /** Resolves when everything begun so far is done. */
  settle(): Promise<void>
}

/** The new data, and how the generation that holds them is published. */
export interface OperationOn<T> {
  readonly data: T
  readonly publish: (generation: PreparedGeneration<T>) => Promise<'done' | 'undone'>
}

interface Waiting<T> {
  data: T
  cause: Cause
  readonly base: number
  readonly done: Promise<Saved<T>>
}

/** So many times in a row another program may be faster. */
const mostTries = 100

export function openDocument<T>(generations: Generations<T>): Document<T> {
  const adapter = new GenerationAdapter<T>(generations)
  const database = new Low<Entry<T> | null>(adapter, null)
  let tail: Promise<unknown> = Promise.resolve()
  let waiting: Waiting<T> | null = null
  /** Saves that are not done yet, by the base they named: one that is queued behind with the same base goes on from there. */
  const unfinished = new Map<number, Promise<Saved<T>>>()

  function enqueue<R>(work: () => Promise<R>): Promise<R> {
    const done = tail.then(work)
    tail = done.catch(() => undefined)
    return done
  }

  async function write(entry: Entry<T>): Promise<Saved<T>> {
    const before = database.data
    database.data = entry
    try {
      await database.write()
    } catch (error) {
      database.data = before
      throw error
    }
    const revision = adapter.newest?.revision
    if (revision === undefined) throw new AppFailure({ code: 'internal' })
    database.data = revision
    return adapter.conflictWith === undefined ? { revision } : { revision, conflictWith: adapter.conflictWith }
  }

  async function read(): Promise<Newest<T> | null> {
    await database.read()
    return adapter.newest
  }

  function save(data: T, base: number, cause: Cause): Promise<Saved<T>> {
    if (waiting?.base === base) {
      waiting.data = data
      if (waiting.cause === 'auto') waiting.cause = cause
      return waiting.done
    }
    const ahead = unfinished.get(base)
    const done: Promise<Saved<T>> = enqueue(async () => {
      if (waiting === mine) waiting = null
      const from = ahead === undefined ? base : await ahead.then(({ revision }) => revision.number, () => base)
      return write({ data: mine.data, base: from, cause: mine.cause })
    })
    const mine: Waiting<T> = { data, cause, base, done }
    waiting = mine
    unfinished.set(base, done)
    const forget = (): void => {
      if (unfinished.get(base) === done) unfinished.delete(base)
    }
    done.then(forget, forget)
    return done
  }

  /** A refusal rests on what was read, and is given only when that is durable: alreadyFiled must still be true after a crash. */
  async function changed<R>(change: (newest: Revision<T> | null) => R | Promise<R>, newest: Revision<T> | null): Promise<R> {
    try {
      return await change(newest)
    } catch (error) {
      if (error instanceof AppFailure) await generations.confirm()
      throw error
    }
  }

  async function update(cause: Cause, change: (newest: Revision<T> | null) => T | Promise<T>): Promise<Saved<T>> {
    for (let tries = 1; ; tries += 1) {
      const newest = await read()
      const data = await changed(change, newest?.revision ?? null)
      try {
        return await write({ data, base: newest?.revision.number ?? 0, cause, isStrict: true })
      } catch (error) {
        if (!(error instanceof AppFailure) || error.error.code !== 'saveConflict' || tries >= mostTries) throw error
      }
    }
  }

  async function operate(cause: Cause, operation: (newest: Revision<T> | null) => Promise<OperationOn<T>>): Promise<Saved<T>> {
    for (let tries = 1; ; tries += 1) {
      const newest = await read()
      const { data, publish } = await changed(operation, newest?.revision ?? null)
      try {
        const prepared = await generations.prepare({ data, base: newest?.revision.number ?? 0, cause })
        if ((await publish(prepared)) === 'done') {
          await read()
          return { revision: prepared.revision }
        }
        if (tries >= mostTries) throw new AppFailure({ code: 'saveConflict' })
      } catch (error) {
        if (!(error instanceof AppFailure) || error.error.code !== 'saveConflict' || tries >= mostTries) throw error
      }
    }
  }

  return {
    operate: (cause, operation) => enqueue(() => operate(cause, operation)),
    read: () => enqueue(read),
    known: () => adapter.newest?.revision ?? null,
    save,
    update: (cause, change) => enqueue(() => update(cause, change)),
    alone: (work) => enqueue(work),
    thin: () => enqueue(() => generations.thin()),
    recover: () => enqueue(() => generations.recover().catch(() => 0)),
    settle: async () => void (await tail),
  }
}
