/** How many of the same kind a test tries: a sample in every run, all of it in `npm run soak`. The seed is the same, so the sample is the beginning of the whole. */
export const isSoak = process.env['ANDU_SOAK'] === '1'

/** The count for this run. */
export function tries(sample: number, whole: number): number {
  return isSoak ? whole : sample
}
