/** Reading a text: `parseReport` beside the least that any reader must do, and beside the usual line-by-line patterns. */
import { countingIds } from '../../shared/base/ids'
import { parseReport } from '../../shared/outline/parseReport'
import { interleave } from './measure'
import type { Control, Outcome, Row } from './result'
import { reportText } from './texts'

export async function benchParse(isQuick: boolean): Promise<Outcome> {
  const rows: Row[] = []
  const controls: Control[] = []
  let first: number | null = null
  for (const size of isQuick ? [6_000, 60_000] : [6_000, 60_000, 600_000]) {
    const text = reportText(size)
    const parse = (): unknown => parseReport(text, { newId: countingIds() })
    const [subject, floor, patterns, slow] = await interleave([
      { name: 'parseReport', run: parse },
      { name: 'indexOf newline', run: () => countLines(text) },
      { name: 'split and patterns', run: () => lineByLine(text) },
      { name: 'parseReport, planted twice', run: () => [parse(), parse()] },
    ], isQuick ? 7 : 15)
    if (!subject || !floor || !patterns || !slow) continue
    const megabytes = new TextEncoder().encode(text).length / 1e6
    const speed = megabytes / subject.median
    first ??= speed
    rows.push({ metric: `parse ${size / 1000}k`, subject, anchor: floor, note: `${(speed * 1000).toFixed(1)} MB/s; ${(first / speed).toFixed(2)} × the time per character of the smallest` })
    rows.push({ metric: `parse ${size / 1000}k`, subject, anchor: patterns })
    controls.push({ name: `a parser that works twice, ${size / 1000}k`, ratio: slow.best / subject.best, least: 1.5 })
  }
  return { rows, controls, left: [] }
}

/** The floor: every line is found, nothing is understood. */
function countLines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

/** What a script of an afternoon does: split, trim, one pattern for each level. */
function lineByLine(text: string): readonly { readonly level: number; readonly text: string }[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line) => {
    const level = /^[一二三四五六七八九十百]+、/.test(line) ? 1 : /^[（(][一二三四五六七八九十百]+[）)]/.test(line) ? 2 : /^\d+[.．]/.test(line) ? 3 : /^[（(]\d+[）)]/.test(line) ? 4 : 0
    return { level, text: line }
  })
}
