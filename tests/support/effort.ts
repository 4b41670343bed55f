/** What work costs beside a piece of work that is always the same: on a slow or busy computer both take longer, so a limit in these units means the same everywhere. */
const words = 20_000

/** The unit: some thirty milliseconds on a small computer. Maps, strings and a sort, as most of the program is. */
export function unitOfWork(): number {
  const counts = new Map<string, number>()
  for (let at = 0; at < words; at += 1) {
    const word = `第${(at * 7919) % 15_013}项`
    counts.set(word, (counts.get(word) ?? 0) + word.length)
  }
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([word, count]) => `${word}${count}`).join('，').length
}

/** Seconds of the processor, or of the clock where those are fewer (some is done beside the main thread): what others do meanwhile does not count. */
export async function workSeconds(work: () => unknown): Promise<number> {
  const start = performance.now()
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return Math.min(performance.now() - start, (user + system) / 1000) / 1000
}

/** Seconds of the unit just now: the second smallest of those measured, before and after what the function is to be compared with. */
export async function unitSeconds(work: () => unknown = () => undefined): Promise<number> {
  const units = [await workSeconds(unitOfWork), await workSeconds(unitOfWork)]
  await work()
  units.push(await workSeconds(unitOfWork), await workSeconds(unitOfWork))
  return units.sort((one, other) => one - other)[1] ?? Number.NaN
}

/** The cost of some work in units that are measured before and after it. */
export async function effort(work: () => unknown): Promise<number> {
  let took = 0
  const unit = await unitSeconds(async () => { took = await workSeconds(work) })
  return took / unit
}

/** One measurement after the other. */
export async function inTurn(works: readonly (() => Promise<number>)[]): Promise<readonly number[]> {
  const results: number[] = []
  for (const work of works) results.push(await work())
  return results
}
