/** Paragraphs whose last line holds only a character or two: what a careful clerk shortens by as much (SPEC PAGE-10). */
import { textWidth } from '../base/textWidth'
import type { PageModel } from './paginate'
import type { PrintDocument } from './printDocument'

/** Widest line, in 字, that is worth a word: two characters and the mark behind them. */
const shortest = 2.5

/** UTF-16 units that such a line has at most, marks of no width and blanks included. */
const longest = 8
const none: readonly ShortEnd[] = []

/** Words that a sentence can usually do without; only shown, never taken out. */
const fillers = ['进一步', '不断', '切实', '深入', '积极', '认真', '扎实', '有效', '大力', '着力', '持续', '充分', '努力', '全面', '坚决', '始终', '真正', '进行了', '加以', '等等', '予以'] as const

/** `text`: what stands alone on the line. `removable`: words of the paragraph of which leaving one out makes it a line shorter. */
export interface ShortEnd {
  readonly blockId: string
  readonly page: number
  readonly line: number
  readonly text: string
  readonly removable: readonly string[]
}

/** In printed order, body paragraphs of at least two lines only. */
export function shortEnds({ blocks }: PrintDocument, { lines }: PageModel): readonly ShortEnd[] {
  return lines.flatMap((last, index): readonly ShortEnd[] => {
    if (last.to - last.from > longest) return none
    const block = blocks[last.block]
    if (block?.kind !== 'paragraph' || last.blockId === null || last.from === 0 || lines[index + 1]?.block === last.block) return none
    const whole = block.runs.map((run) => run.text).join('')
    const text = whole.slice(last.from, last.to)
    if (text.includes('\n') || textWidth(text) === 0 || textWidth(text) > shortest) return none
    return [{ blockId: last.blockId, page: last.page, line: last.line, text, removable: fillers.filter((word) => whole.includes(word) && textWidth(word) >= textWidth(text)) }]
  })
}
