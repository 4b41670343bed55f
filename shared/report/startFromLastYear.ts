import { runsText } from './blockText'
import type { Issuing } from './issuing'
import type { Block, Report } from './report'
import { markRuns, staleMarks } from './staleMarks'

/**
 * Last year's report as the beginning of that of `year` (SPEC LIB-6): years in the title moved on by the difference, addressee and signature
 * kept, the date and set-aside lines cleared, typed figures and dates of the body marked as stale. Id, state and origin are the caller's.
 */
export function startFromLastYear(last: Report, year: number): Report {
  const { filing: _filing, issuing, ...kept } = last
  return {
    ...kept,
    year,
    title: last.title.map((line) => moveYears(line, year - last.year, last.year)),
    blocks: last.blocks.map((block) => markedStale(withoutOrigin(block), last.year)),
    date: '',
    ...(issuing === undefined ? {} : { issuing: withoutNumbers(issuing) }),
    setAside: [],
  }
}

/** The format and the units stay; numbers and dates are those of one document. */
function withoutNumbers({ copyNumber: _copyNumber, documentNumber: _documentNumber, printDate: _printDate, urgency: _urgency, ...kept }: Issuing): Issuing {
  return kept
}

/** A new year begins without the signs of what was taken over in the old one. */
function withoutOrigin(block: Block): Block {
  if (block.kind !== 'text' || block.taken === undefined) return block
  const { taken: _taken, ...kept } = block
  return kept
}

/** Moves the report's own year and the year after it in a title line; other years stay. Arabic and Chinese digits. */
export function moveYears(line: string, by: number, ownYear: number): string {
  const isBound = (found: number): boolean => found === ownYear || found === ownYear + 1
  const arabic = line.replace(/(?<!\d)\d{4}(?!\d)/g, (found) => (isBound(Number(found)) ? String(Number(found) + by) : found))
  return arabic.replace(/[一二][〇○零一二三四五六七八九]{3}(?=年)/g, (found) => {
    const value = Number([...found].map((character) => ('○零'.includes(character) ? 0 : digits.indexOf(character))).join(''))
    return isBound(value) ? [...String(value + by)].map((digit) => digits[Number(digit)] ?? digit).join('') : found
  })
}

const digits = '〇一二三四五六七八九'

/** The block with its figures and dates marked as not confirmed (待更新); `year` is that of the report it comes from. */
export function markedStale<Each extends Block>(block: Each, year: number): Each {
  if (block.kind !== 'text') return block
  const runs = markRuns(block.runs, staleMarks(runsText(block.runs), year))
  return runs === block.runs ? block : { ...block, runs }
}
