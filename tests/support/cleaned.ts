import { applyCleaning } from '../../shared/cleaning/applyCleaning'
import { usualCleaning } from '../../shared/cleaning/cleaningRules'
import type { CleaningChoice } from '../../shared/cleaning/cleaningSchema'
import { proposeCleaning, type CleaningProposal } from '../../shared/cleaning/proposeCleaning'
import { emptyContent, type ReportContent } from '../../shared/outline/reportContent'
import { blockText } from '../../shared/report/blockText'

/** A report of plain paragraphs b0, b1 … */
export function paragraphs(...texts: readonly string[]): ReportContent {
  return { ...emptyContent, blocks: texts.map((text, index) => ({ kind: 'text', id: `b${index}`, level: 0, runs: text === '' ? [] : [{ text }] })) }
}

/** What would be proposed for one paragraph. */
export function proposalsFor(text: string, choice: CleaningChoice = usualCleaning, setAside: readonly string[] = []): readonly CleaningProposal[] {
  return proposeCleaning({ ...paragraphs(text), setAside: setAside.map((line, index) => ({ line: index + 1, text: line })) }, choice)
}

/** A paragraph with everything carried out that is not doubtful; null if it goes. */
export function cleanedParagraph(text: string, setAside: readonly string[] = []): string | null {
  const content = { ...paragraphs(text), setAside: setAside.map((line, index) => ({ line: index + 1, text: line })) }
  const sure = proposeCleaning(content, usualCleaning).filter((each) => each.kind !== 'remark' && !each.isDoubtful)
  const [block] = applyCleaning(content, sure).blocks
  return block === undefined ? null : blockText(block)
}
