/** One text block as one printed paragraph (SPEC PRINT-7): number as literal text, lead in the heading font, the rest as body text. */
import { leadLength } from '../outline/leadLength'
import { blockEnumerations } from '../outline/outlineRows'
import { isPartTitle } from '../outline/blockRole'
import { runsText } from '../report/blockText'
import type { Run, SchemeId, TextBlock } from '../report/report'
import type { FontRole } from './fonts'
import type { PrintParagraph, PrintRun } from './printDocument'
import { headingFonts, headingStyle } from './styles'
import { titleLines } from './titleBreaks'

/** What a text block needs to know of the rest of the report. */
export interface TextContext {
  readonly scheme: SchemeId
  readonly labels: ReadonlyMap<string, string>
  readonly clean: (text: string) => string
  /** Whether the block belongs to an attached document (附件). */
  readonly isAttached: boolean
  /** How the first sentence of an item (一是…) is set. */
  readonly itemLead?: 'bold' | undefined
  /** Whether the headings of the first two levels are bold. */
  readonly boldHeadings?: boolean
}

const remembered = new WeakMap<TextBlock, { readonly key: string; readonly paragraph: PrintParagraph }>()

/**
 * The printed paragraph of a text block; the same object for the same block in the same place, so that its lines need not be broken again. A heading
 * that stands alone keeps the paragraph after it on its page.
 */
export function layoutText(block: TextBlock, context: TextContext): PrintParagraph {
  const key = `${context.labels.get(block.id) ?? ''}|${context.scheme}|${String(context.isAttached)}|${context.itemLead ?? ''}|${String(context.boldHeadings === true)}`
  const known = remembered.get(block)
  if (known?.key === key) return known.paragraph
  const paragraph = layoutAnew(block, context)
  // Only where nothing was cleaned away or broken: what was is told anew each time.
  if (lengthOf(paragraph.runs) === lengthOf(block.runs) + (paragraph.labelLength ?? 0)) remembered.set(block, { key, paragraph })
  return paragraph
}

function lengthOf(runs: readonly { readonly text: string }[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0)
}

function layoutAnew(block: TextBlock, context: TextContext): PrintParagraph {
  const isTitleOfPart: boolean = isPartTitle(block)
  if (isTitleOfPart) return layoutPartTitle(block, context)
  const label = context.labels.get(block.id) ?? ''
  const lead = leadLength(block)
  const font: FontRole = block.level === 0 || lead === 0 ? 'fang' : headingFonts[context.scheme][block.level - 1] ?? 'fang'
  const isBold = context.boldHeadings === true && block.level > 0 && block.level <= 2 && lead > 0
  const runs = splitAtLead(context.itemLead === 'bold' ? boldItemLeads(block) : block.runs, lead).map(({ run, isLead }) => toPrintRun(isLead && isBold ? { ...run, bold: true } : run, isLead ? font : 'fang', context.clean))
  const isWhole = lead > 0 && lead === runsText(block.runs).length
  return {
    kind: 'paragraph',
    blockId: block.id,
    style: block.level === 0 || block.form === 'clause' ? 'GwBody' : headingStyle(block.level),
    runs: joinEqual([{ text: label, font, ...(isBold ? { bold: true as const } : {}) }, ...runs]),
    ...(label === '' ? {} : { labelLength: label.length }),
    ...(isWhole ? { keepNext: true } : {}),
  }
}

/** 附件1 stands 顶格 in 黑体; the title of an attached document is set like the title of the report; 第一部分 is centred. */
function layoutPartTitle(block: TextBlock, { clean, isAttached }: TextContext): PrintParagraph {
  const text = clean(runsText(block.runs))
  const shared = { kind: 'paragraph', blockId: block.id } as const
  if (isAttachmentLabel(text)) return { ...shared, style: 'GwAttachLabel', runs: joinEqual([{ text, font: 'hei' }]) }
  if (isAttached) return { ...shared, style: 'Title', runs: joinEqual([{ text: titleLines([text]).join('\n'), font: 'displaySong' }]) }
  return { ...shared, keepNext: true, style: 'GwPartTitle', runs: joinEqual([{ text, font: 'hei' }]) }
}

/** Whether a part title is the label of an attachment: 附件, 附件1, 附件2：. */
export function isAttachmentLabel(text: string): boolean {
  return /^附\s*件\s*[0-9０-９一二三四五六七八九十]*\s*[:：]?$/.test(text.trim())
}

/** The runs with the lead of every item bold (SPEC PRINT-23). */
function boldItemLeads(block: TextBlock): readonly Run[] {
  const leads = blockEnumerations(block).flatMap(({ items }) => items).filter((item) => item.leadTo > item.from)
  if (leads.length === 0) return block.runs
  const edges = leads.flatMap((item) => [item.from, item.leadTo])
  let end = 0
  return block.runs.flatMap((run) => {
    const start = end
    end += run.text.length
    const cuts = [start, ...edges.filter((edge) => edge > start && edge < end), end]
    return cuts.slice(1).map((to, index): Run => {
      const from = cuts[index] ?? start
      const text = run.text.slice(from - start, to - start)
      return leads.some((item) => from >= item.from && from < item.leadTo) ? { ...run, text, bold: true } : { ...run, text }
    })
  })
}

function splitAtLead(runs: readonly Run[], lead: number): readonly { readonly run: Run; readonly isLead: boolean }[] {
  let end = 0
  return runs.flatMap((run) => {
    const start = end
    end += run.text.length
    if (end <= lead) return [{ run, isLead: true }]
    if (start >= lead) return [{ run, isLead: false }]
    const cut = lead - start
    return [{ run: { ...run, text: run.text.slice(0, cut) }, isLead: true }, { run: { ...run, text: run.text.slice(cut) }, isLead: false }]
  })
}

function toPrintRun(run: Run, font: FontRole, clean: (text: string) => string): PrintRun {
  return {
    text: clean(run.text), font,
    ...(run.bold === true ? { bold: true } : {}),
    ...(run.italic === true ? { italic: true } : {}),
    ...(run.underline === true ? { underline: true } : {}),
  }
}

/** Neighbours of the same font and manner as one run; empty runs are left out. */
export function joinEqual(runs: readonly PrintRun[]): readonly PrintRun[] {
  return runs.reduce<PrintRun[]>((joined, run) => {
    const last = joined[joined.length - 1]
    if (run.text === '') return joined
    if (last !== undefined && last.font === run.font && last.bold === run.bold && last.italic === run.italic && last.underline === run.underline) {
      joined[joined.length - 1] = { ...last, text: last.text + run.text }
    } else joined.push(run)
    return joined
  }, [])
}
