/**
 * Breaking the title into even lines (SPEC PRINT-8, PRINT-9). Source: GB/T 9704-2012, 7.3.1: 词意完整, 排列对称, 长短适宜, in the shape of a
 * trapezium or a rhombus. What costs how much is ours.
 */
import { textWidth } from '../base/textWidth'
import { breakPositions } from './titleUnits'
import { poorLineEnds } from './titleWords'

/** Widest line of 2号 type in 字: 156 mm through 22 pt. */
export const titleLineWidth = 20

/** Titles wider than this (in lines) are filled line by line; an even shape has no meaning there. */
const evenLines = 10

const cost = { lastLineLonger: 0.8, waist: 1, sameWidth: 0.6, poorEnd: 4 }

/**
 * The lines of the title as printed. One given line is broken by us; several are the clerk's own breaks and stay, save those wider than a
 * printed line. The lines joined are the given text, without empty lines.
 */
export function titleLines(given: readonly string[]): readonly string[] {
  return given.flatMap((line) => line.split('\n')).map((line) => line.trim()).filter((line) => line !== '').flatMap((line) => breakTitle(line))
}

/** Breaks one line of text into the smallest number of lines no wider than `limit` 字, as even as words allow. */
export function breakTitle(line: string, limit: number = titleLineWidth): readonly string[] {
  const width = textWidth(line)
  if (width <= limit) return [line]
  const bounds = [0, ...breakPositions(line, limit), line.length]
  const fewest = Math.ceil(width / limit)
  if (fewest <= evenLines) {
    for (let count = fewest; count <= evenLines + 2; count += 1) {
      const breaks = evenBreaks(line, bounds, count, limit)
      if (breaks !== null) return cut(line, breaks)
    }
  }
  return cut(line, filledBreaks(line, bounds, limit))
}

/** The best lines that end at a bound: `from` is where the last of them begins, `fell` whether it is shorter than the one before. */
interface Choice {
  readonly cost: number
  readonly from: number
  readonly width: number
  readonly fell: boolean
  readonly before: Choice | null
}

/** Bound indices of the line ends for exactly `count` lines of least cost, or null if there are none. */
function evenBreaks(line: string, bounds: readonly number[], count: number, limit: number): readonly number[] | null {
  const widths = bounds.map((bound) => textWidth(line.slice(0, bound)))
  const mean = (widths[widths.length - 1] ?? 0) / count
  const poor = bounds.map((bound) => poorLineEnds.some((word) => line.slice(0, bound).endsWith(word)))
  let reached: ReadonlyMap<number, readonly Choice[]> = new Map([[0, [{ cost: 0, from: 0, width: 0, fell: false, before: null }]]])
  for (let index = 1; index <= count; index += 1) {
    const next = new Map<number, Choice[]>()
    for (const [at, choices] of reached) {
      for (let to = at + 1; to < bounds.length; to += 1) {
        const width = (widths[to] ?? 0) - (widths[at] ?? 0)
        if (width > limit) break
        if ((to === bounds.length - 1) !== (index === count)) continue
        const ownCost = (width - mean) ** 2 + (poor[to] === true && index < count ? cost.poorEnd : 0)
        const extended = choices.map((choice) => extend(choice, at, width, ownCost, index === count))
        next.set(to, keepBest([...(next.get(to) ?? []), ...extended]))
      }
    }
    reached = next
  }
  const best = [...(reached.get(bounds.length - 1) ?? [])].sort((a, b) => a.cost - b.cost)[0]
  return best === undefined ? null : lineStarts(best, bounds)
}

function extend(before: Choice, from: number, width: number, ownCost: number, isLast: boolean): Choice {
  const isFirst = before.before === null
  const shape = isFirst ? 0
    : (before.fell && width > before.width ? cost.waist : 0) + (width === before.width ? cost.sameWidth : 0) + (isLast && width > before.width ? cost.lastLineLonger : 0)
  return { cost: before.cost + ownCost + shape, from, width, fell: !isFirst && width < before.width, before }
}

/** Keeps the cheapest choice for each start and shape: no other can become better later. */
function keepBest(choices: readonly Choice[]): Choice[] {
  const best = new Map<string, Choice>()
  for (const choice of choices) {
    const key = `${choice.from}${choice.fell}`
    const known = best.get(key)
    if (known === undefined || choice.cost < known.cost) best.set(key, choice)
  }
  return [...best.values()]
}

function lineStarts(last: Choice, bounds: readonly number[]): readonly number[] {
  const starts: number[] = []
  for (let choice: Choice | null = last; choice !== null && choice.before !== null; choice = choice.before) starts.unshift(bounds[choice.from] ?? 0)
  return starts.slice(1)
}

function filledBreaks(line: string, bounds: readonly number[], limit: number): readonly number[] {
  const breaks: number[] = []
  let from = 0
  let widthFrom = 0
  let widthTo = 0
  for (let index = 1; index < bounds.length; index += 1) {
    const start = bounds[index - 1] ?? 0
    const widthHere = widthTo
    widthTo += textWidth(line.slice(start, bounds[index]))
    if (widthTo - widthFrom > limit && start > from) {
      breaks.push(start)
      from = start
      widthFrom = widthHere
    }
  }
  return breaks
}

function cut(line: string, breaks: readonly number[]): readonly string[] {
  return [...breaks, line.length].map((to, index) => line.slice(breaks[index - 1] ?? 0, to))
}
