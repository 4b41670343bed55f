import type { Adapter } from 'lowdb'
import type { Generations, Newest, Revision, Writing } from './generations'

/** A revision on its way to the disk: `number` and `savedAt` are not known before it is there. */
export type Entry<T> = Revision<T> | Writing<T>

/**
 * lowdb's door to the generation store (SPEC STORE-5). lowdb's own file adapters flush nothing and take damage for absence; this one throws
 * on damage, and `write` resolves only when the generation is durable.
 */
export class GenerationAdapter<T> implements Adapter<Entry<T> | null> {
  /** What the last `read` or `write` found or made. */
  newest: Newest<T> | null = null
  conflictWith: number | undefined

  constructor(private readonly generations: Generations<T>) {}

  async read(): Promise<Revision<T> | null> {
    this.newest = await this.generations.readNewest()
    return this.newest?.revision ?? null
  }

  async write(entry: Entry<T> | null): Promise<void> {
    if (entry === null || !('base' in entry)) return
    const { conflictWith, ...revision } = await this.generations.write(entry)
    this.newest = { revision }
    this.conflictWith = conflictWith
  }
}
