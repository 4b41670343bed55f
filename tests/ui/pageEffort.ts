import type { Page } from '@playwright/test'

/** What work costs the main thread of a page, in units that are measured in the same page: what other programs do meanwhile, and how fast the computer is, does not count. */
export interface PageEffort {
  /** Milliseconds of the processor that the main thread has worked so far. */
  readonly worked: () => Promise<number>
  /** The cost of what happens in the page while `work` goes on, in units. */
  readonly of: (work: () => Promise<unknown>) => Promise<number>
}

export async function pageEffort(page: Page): Promise<PageEffort> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const worked = async (): Promise<number> => 1000 * ((await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
  const cost = async (work: () => Promise<unknown>): Promise<number> => {
    const before = await worked()
    await work()
    return await worked() - before
  }
  const unit = (): Promise<number> => cost(() => plantWork(page, 1))
  return {
    worked,
    of: async (work) => {
      const units = [await unit(), await unit()]
      const took = await cost(work)
      units.push(await unit(), await unit())
      return took / (units.sort((one, other) => one - other)[1] ?? Number.NaN)
    },
  }
}

/** Keeps the main thread busy with so many units of work: some thirty milliseconds each on a small computer. */
export function plantWork(page: Page, times: number): Promise<void> {
  return page.evaluate(async (many) => {
    for (let time = 0; time < many; time += 1) {
      await new Promise((resolve) => { setTimeout(resolve) })
      const counts = new Map<string, number>()
      for (let at = 0; at < 20_000; at += 1) {
        const word = `第${(at * 7919) % 15_013}项`
        counts.set(word, (counts.get(word) ?? 0) + word.length)
      }
      Object.assign(globalThis, { planted: [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([word, count]) => `${word}${count}`).join('，').length })
    }
  }, times)
}
