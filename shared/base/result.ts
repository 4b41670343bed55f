import type { AppError } from './errors'

/** The outcome of an operation that may fail for reasons outside the program. Bugs throw; see {@link invariant}. */
export type Result<T, F = AppError> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: F }

/** A successful outcome. */
export function succeed<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

/** A failed outcome. */
export function fail<F>(error: F): { readonly ok: false; readonly error: F } {
  return { ok: false, error }
}
