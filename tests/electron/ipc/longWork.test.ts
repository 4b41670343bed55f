import { describe, expect, it } from 'vitest'
import { longWork } from '../../../electron/ipc/longWork'
import { succeed } from '../../../shared/base/result'
import type { Watch } from '../../../shared/base/watch'

/** Work that goes on until it is told to end. */
function begun(work: ReturnType<typeof longWork>, log: string[], name: string): { readonly ended: Promise<unknown>; readonly watch: () => Watch | null; readonly end: () => void } {
  let seen: Watch | null = null
  let end = (): void => undefined
  const ended = work.run(async (watch) => {
    seen = watch
    log.push(`${name} begins`)
    await new Promise<void>((resolve) => { end = resolve })
    log.push(`${name} ends${watch.isCancelled?.() === true ? ' stopped' : ''}`)
    return succeed(undefined)
  })
  return { ended, watch: () => seen, end: () => end() }
}

const soon = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve) })

describe('long work of the window', () => {
  it('IPC-11: one at a time: what was stopped stays stopped when the next one begins, and ends before it', async () => {
    const log: string[] = []
    const work = longWork({ tell: () => undefined }, () => 0)
    const first = begun(work, log, 'first')
    await soon()
    work.cancel()
    const second = begun(work, log, 'second')
    await soon()
    expect([log, first.watch()?.isCancelled?.(), first.watch()?.signal?.aborted]).toEqual([['first begins'], true, true])
    first.end()
    await first.ended
    await soon()
    expect(second.watch()?.isCancelled?.()).toBe(false)
    second.end()
    await second.ended
    expect(log).toEqual(['first begins', 'first ends stopped', 'second begins', 'second ends'])
  })

  it('IPC-11: stopping stops also what waits, and a run that throws holds up no other', async () => {
    const log: string[] = []
    const work = longWork({ tell: () => undefined }, () => 0)
    const broken = work.run(async () => {
      await soon()
      throw new TypeError('a bug')
    })
    const waiting = begun(work, log, 'waiting')
    work.cancel()
    await expect(broken).rejects.toThrow('a bug')
    await soon()
    expect(waiting.watch()?.isCancelled?.()).toBe(true)
    waiting.end()
    await waiting.ended
    expect(log).toEqual(['waiting begins', 'waiting ends stopped'])
  })
})
