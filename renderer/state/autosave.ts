/** When to save (SPEC EDIT-12): one second after the last change, at the latest two seconds after the first one. Never while text is being composed. */

export interface AutosaveTimes {
  /** Milliseconds of quiet after a change. */
  readonly quiet: number
  /** Milliseconds from the first unsaved change to the save. */
  readonly latest: number
}

export const autosaveTimes: AutosaveTimes = { quiet: 1000, latest: 2000 }

export interface Autosave {
  /** A change was made. */
  readonly touch: () => void
  /** Composition began or ended; what is due waits for its end. */
  readonly setComposing: (isComposing: boolean) => void
  /** Nothing is due any more. */
  readonly cancel: () => void
}

/** `now` gives monotonic milliseconds. */
export function createAutosave(save: () => void, now: () => number, times: AutosaveTimes = autosaveTimes): Autosave {
  let firstChange: number | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let isComposing = false
  const due = (): void => {
    if (isComposing) return
    firstChange = null
    save()
  }
  const touch = (): void => {
    firstChange ??= now()
    clearTimeout(timer)
    timer = setTimeout(due, Math.max(0, Math.min(times.quiet, firstChange + times.latest - now())))
  }
  return {
    touch,
    setComposing: (next) => {
      isComposing = next
      if (!next && firstChange !== null) touch()
    },
    cancel: () => {
      clearTimeout(timer)
      firstChange = null
    },
  }
}
