import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAutosave } from '../../../renderer/state/autosave'

describe('autosave', () => {
  beforeEach(() => { vi.useFakeTimers() })
  afterEach(() => { vi.useRealTimers() })

  /** Saves so far, at which milliseconds. */
  function start(): { readonly saves: number[]; readonly autosave: ReturnType<typeof createAutosave> } {
    const begin = Date.now()
    const saves: number[] = []
    return { saves, autosave: createAutosave(() => { saves.push(Date.now() - begin) }, () => Date.now() - begin) }
  }

  it('EDIT-12: one second after the last change', () => {
    const { saves, autosave } = start()
    autosave.touch()
    vi.advanceTimersByTime(400)
    autosave.touch()
    vi.advanceTimersByTime(5000)
    expect(saves).toEqual([1400])
  })

  it('EDIT-12: at the latest two seconds after the first change, however fast one types', () => {
    const { saves, autosave } = start()
    for (let typed = 0; typed < 50; typed += 1) {
      autosave.touch()
      vi.advanceTimersByTime(100)
    }
    vi.advanceTimersByTime(5000)
    expect(saves[0]).toBe(2000)
    expect(saves.every((at, index) => index === 0 || at - (saves[index - 1] ?? 0) <= 2100)).toBe(true)
  })

  it('EDIT-12: never inside a composition, but soon after it', () => {
    const { saves, autosave } = start()
    autosave.setComposing(true)
    autosave.touch()
    vi.advanceTimersByTime(10_000)
    expect(saves).toEqual([])
    autosave.setComposing(false)
    vi.advanceTimersByTime(1000)
    expect(saves).toEqual([10_000])
  })

  it('EDIT-12: nothing is due after it was cancelled', () => {
    const { saves, autosave } = start()
    autosave.touch()
    autosave.cancel()
    vi.advanceTimersByTime(5000)
    expect(saves).toEqual([])
  })
})
