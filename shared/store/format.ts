/** Versions of stored data and the steps between them (SPEC STORE-9, STORE-10). */

/** One step: from the data of version n to the data of version n+1. Constants are frozen inside; unknown keys stay. */
export type Migration = (data: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>

export interface DataFormat<T> {
  /** The version that this program writes. */
  readonly version: number
  /** `migrations[n]` leads from version n to n+1, for every n below {@link version}. */
  readonly migrations: readonly Migration[]
  /** The value if the data have the right shape, else null. Unknown keys stay in it. */
  readonly parse: (data: unknown) => T | null
  /** Whether a value may never get a newer generation from an edit that did not know of it; a save that meets one fails with `reportFiled`. */
  readonly isSealed?: (value: T) => boolean
}

export type Decoded<T> = { readonly kind: 'value'; readonly value: T } | { readonly kind: 'newer' } | { readonly kind: 'invalid' }

/** The value of stored data: migrated step by step, then validated. Never changes what is on the disk. */
export function decodeData<T>(format: DataFormat<T>, version: number, data: unknown): Decoded<T> {
  if (version > format.version) return { kind: 'newer' }
  const migrated = migrate(format.migrations, version, data)
  const value = migrated === null ? null : format.parse(migrated)
  return value === null ? { kind: 'invalid' } : { kind: 'value', value }
}

/** A step that meets data it was not written for throws; that is damage of meaning, not a crash. */
function migrate(migrations: readonly Migration[], version: number, data: unknown): unknown {
  try {
    return migrations.slice(version).reduce<unknown>((older, step) => step(older as Readonly<Record<string, unknown>>), data)
  } catch {
    return null
  }
}
