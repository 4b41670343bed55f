/** Something to be timed: one call is one operation. */
export interface Candidate {
  readonly name: string
  readonly run: () => unknown
}

/** Milliseconds of one operation, per candidate, in the order given. */
export interface Timing {
  readonly name: string
  readonly median: number
  /** The fastest sample: what the work takes when nothing else runs. */
  readonly best: number
  readonly p95: number
  readonly samples: number
}

/**
 * Times candidates in turns, A B C A B C …, so that a machine which slows down in between slows down all of them alike.
 * Each turn repeats an operation until it has taken at least `least` milliseconds. The first turn warms up and is not counted.
 */
export async function interleave(candidates: readonly Candidate[], turns: number, least = 20): Promise<readonly Timing[]> {
  const times = candidates.map((): number[] => [])
  for (let turn = -1; turn < turns; turn += 1) {
    for (const [index, candidate] of candidates.entries()) {
      const one = await timeOne(candidate, least)
      if (turn >= 0) times[index]?.push(one)
    }
  }
  return candidates.map((candidate, index) => summary(candidate.name, times[index] ?? []))
}

async function timeOne(candidate: Candidate, least: number): Promise<number> {
  const start = performance.now()
  for (let count = 1; ; count += 1) {
    const result = candidate.run()
    if (result instanceof Promise) await result
    const passed = performance.now() - start
    if (passed >= least) return passed / count
  }
}

/** Median and 95th percentile of samples. */
export function summary(name: string, samples: readonly number[]): Timing {
  const sorted = [...samples].sort((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { name, median: at(0.5), best: sorted[0] ?? Number.NaN, p95: at(0.95), samples: sorted.length }
}
