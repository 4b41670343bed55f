/**
 * Breaking the title into even lines (SPEC PRINT-8, PRINT-9). Source: GB/T 9704-2012, 7.3.1: 词意完整, 排列对称, 长短适宜, in the shape of a
 * trapezium or a rhombus. What costs how much is ours.
 */
import { textWidth } from '../base/textWidth'
import { breakPositions } from './titleUnits'
import { breakPenalties } from './titlePenalties'

/** Widest line of 2号 type in 字: 156 mm through 22 pt. */
export const titleLineWidth = 20

/** Titles wider than this (in lines) are filled line by line; an even shape has no meaning there. */
const evenLines = 10

const cost = { lastLineLonger: 0.8, waist: 1, sameWidth: 0.6 }

/** How many breaks a clerk is offered at most, and how many of one shape are looked at. */
const most = { offered: 6, remembered: 6 }

/** Titles of more lines than these have no shape that anybody would choose. */
const shapedLines = 5

/** No line of an offered break is narrower than this part of the widest one. */
const narrowestLine = 0.4

/**
 * The lines of the title as printed. One given line is broken by us; several are the clerk's own breaks and stay, save those wider than a
 * printed line. The lines joined are the given text, without empty lines.
 */
export function titleLines(given: readonly string[]): readonly string[] {
  return given.flatMap((line) => line.split('\n')).map((line) => line.trim()).filter((line) => line !== '').flatMap((line) => breakTitle(line))
}

/** Breaks one line of text into the smallest number of lines no wider than `limit` 字, as even as words allow. */
export function breakTitle(line: string, limit: number = titleLineWidth): readonly string[] {
  if (textWidth(line) <= limit) return [line]
  const bounds = [0, ...breakPositions(line, limit), line.length]
  return cut(line, fewestLines(line, bounds, limit, 1)[0]?.starts ?? filledBreaks(line, bounds, limit))
}

/**
 * Good breaks of a title of one given line, at most six, the best first: that of {@link breakTitle}. The others are of every shape that words allow
 * (上梯形, 下梯形, 菱形, even lines), some of them with one line more. None is broken where {@link breakTitle} never breaks.
 */
export function titleBreakChoices(line: string): readonly (readonly string[])[] {
  const bounds = [0, ...breakPositions(line, titleLineWidth), line.length]
  const best = textWidth(line) > shapedLines * titleLineWidth ? [] : fewestLines(line, bounds, titleLineWidth, most.remembered)
  const fewest = best[0] === undefined ? null : best[0].starts.length + 1
  const isOneLine = textWidth(line) <= titleLineWidth
  if (!isOneLine && (fewest === null || fewest > shapedLines)) return [breakTitle(line)]
  const more = evenBreaks(line, bounds, (isOneLine ? 1 : fewest ?? 1) + 1, titleLineWidth, most.remembered)
  const ranked = [...(isOneLine ? [] : best), ...more].map(({ starts }) => cut(line, starts)).filter(isBalanced)
  const first = breakTitle(line)
  const others = ranked.filter((lines) => lines.join('\n') !== first.join('\n'))
  const ofNewShape = others.filter((lines, index) => others.findIndex((other) => shapeOf(other) === shapeOf(lines)) === index && shapeOf(lines) !== shapeOf(first))
  const offered = [first, ...ofNewShape, ...others.filter((lines) => !ofNewShape.includes(lines))].slice(0, most.offered)
  return [first, ...others.filter((lines) => offered.includes(lines))]
}

function isBalanced(lines: readonly string[]): boolean {
  const widths = lines.map(textWidth)
  return Math.min(...widths) >= narrowestLine * Math.max(...widths)
}

/** The number of lines and where they grow or become narrower: a trapezium, a rhombus, even lines. */
function shapeOf(lines: readonly string[]): string {
  const widths = lines.map(textWidth)
  return widths.slice(1).map((width, index) => Math.sign(width - (widths[index] ?? 0))).join()
}

/** The cheapest breaks into the smallest number of lines that words allow; none where the title is too wide for an even shape. */
function fewestLines(line: string, bounds: readonly number[], limit: number, kept: number): readonly Breaking[] {
  const fewest = Math.ceil(textWidth(line) / limit)
  if (fewest > evenLines) return []
  for (let count = fewest; count <= evenLines + 2; count += 1) {
    const breaks = evenBreaks(line, bounds, count, limit, kept)
    if (breaks.length > 0) return breaks
  }
  return []
}

/** The best lines that end at a bound: `from` is where the last of them begins, `fell` whether it is shorter than the one before. */
interface Choice {
  readonly cost: number
  readonly from: number
  readonly width: number
  readonly fell: boolean
  readonly before: Choice | null
}

/** Where the lines after the first begin. */
interface Breaking { readonly starts: readonly number[] }

/** The cheapest ways to make exactly `count` lines, cheapest first; none if there is none. */
function evenBreaks(line: string, bounds: readonly number[], count: number, limit: number, kept: number): readonly Breaking[] {
  const widths = bounds.map((bound) => textWidth(line.slice(0, bound)))
  const mean = (widths[widths.length - 1] ?? 0) / count
  const penalties = breakPenalties(line, bounds)
  let reached: ReadonlyMap<number, readonly Choice[]> = new Map([[0, [{ cost: 0, from: 0, width: 0, fell: false, before: null }]]])
  for (let index = 1; index <= count; index += 1) {
    const next = new Map<number, Choice[]>()
    for (const [at, choices] of reached) {
      for (let to = at + 1; to < bounds.length; to += 1) {
        const width = (widths[to] ?? 0) - (widths[at] ?? 0)
        if (width > limit) break
        if ((to === bounds.length - 1) !== (index === count)) continue
        const ownCost = (width - mean) ** 2 + (index < count ? penalties[to] ?? 0 : 0)
        const extended = choices.map((choice) => extend(choice, at, width, ownCost, index === count))
        next.set(to, keepBest([...(next.get(to) ?? []), ...extended], kept))
      }
    }
    reached = next
  }
  return [...(reached.get(bounds.length - 1) ?? [])].sort((a, b) => a.cost - b.cost).map((last) => ({ starts: lineStarts(last, bounds) }))
}

function extend(before: Choice, from: number, width: number, ownCost: number, isLast: boolean): Choice {
  const isFirst = before.before === null
  const shape = isFirst ? 0
    : (before.fell && width > before.width ? cost.waist : 0) + (width === before.width ? cost.sameWidth : 0) + (isLast && width > before.width ? cost.lastLineLonger : 0)
  return { cost: before.cost + ownCost + shape, from, width, fell: !isFirst && width < before.width, before }
}

/** Keeps the `kept` cheapest choices for each start and shape: no other can become better later. */
function keepBest(choices: readonly Choice[], kept: number): Choice[] {
  const best = new Map<string, Choice[]>()
  for (const choice of choices) {
    const key = `${choice.from}${choice.fell}`
    const known = best.get(key) ?? []
    known.push(choice)
    known.sort((a, b) => a.cost - b.cost)
    best.set(key, known.slice(0, kept))
  }
  return [...best.values()].flat()
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
