/** How the time of some work grows with what it is given. */
/** Seconds that some work takes of the processor: what others do meanwhile does not count. */
export function seconds(work: () => void): number {
  const start = performance.now()
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return Math.min(performance.now() - start, (user + system) / 1000) / 1000
}

/** Ten times the input may take at most this many times as long; quadratic work takes a hundred times. */
export const allowedGrowth = 40

/** Smallest ratio of the times for size 10 and size 1 in up to eight attempts: the machine's noise only ever slows down, a bad growth stays bad. */
export function growth<T>(make: (size: number) => T, work: (input: T) => void): number {
  const small = make(1)
  const large = make(10)
  work(small)
  let smallest = Infinity
  let fastest = Infinity
  for (let attempt = 0; attempt < 8 && smallest >= allowedGrowth; attempt += 1) {
    for (let again = 0; again < 3; again += 1) fastest = Math.min(fastest, Math.max(seconds(() => work(small)), 0.0005))
    smallest = Math.min(smallest, seconds(() => work(large)) / fastest)
  }
  return smallest
}

/** The same ratio from the best of three runs of each: for work that is meant to grow badly, where noise must not make it look good. */
export function growthOfBest<T>(make: (size: number) => T, work: (input: T) => void): number {
  const [small, large] = [make(1), make(10)]
  const best = (input: T): number => Math.min(...[1, 2, 3].map(() => seconds(() => work(input))))
  work(small)
  return best(large) / best(small)
}
