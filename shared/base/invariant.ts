/** Throws if `condition` does not hold. For what only a bug of ours can break, never for what a clerk wrote or a disk did. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`invariant: ${message}`)
}

/** Closes a discriminated union: a case that was forgotten does not compile, and throws if it comes all the same. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`)
}
