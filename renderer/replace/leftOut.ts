import { useState } from 'react'

export interface LeftOut {
  readonly has: (key: string) => boolean
  readonly toggle: (key: string) => void
  /** Leaves out all of these, or none of them. */
  readonly setAll: (keys: readonly string[], isOut: boolean) => void
}

/** Which places are not ticked. */
export function useLeftOut(): LeftOut {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const change = (those: readonly string[], isOut: boolean): void => setKeys((before) => {
    const next = new Set(before)
    for (const key of those) {
      if (isOut) next.add(key)
      else next.delete(key)
    }
    return next
  })
  return { has: (key) => keys.has(key), toggle: (key) => change([key], !keys.has(key)), setAll: change }
}
