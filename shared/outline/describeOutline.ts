/** What the command `outline` prints (SPEC TREE-5): the structure that was found in a text, with 1-based source lines. */
import { countingIds } from '../base/ids'
import type { Diagnostic } from './diagnostic'
import { findEnumerations, type EnumerationKind } from './findEnumerations'
import type { ParsableText } from './parsableText'
import { parseReport, type ParsedReport } from './parseReport'
import { withoutClosing } from './sentences'

export interface OutlineDescription {
  /** Title lines joined; '' if the text has none. */
  readonly title: string
  readonly addressee: string
  readonly headings: readonly DescribedHeading[]
  readonly enumerations: readonly DescribedEnumeration[]
  readonly signature: readonly string[]
  readonly date: string
  readonly diagnostics: readonly Omit<Diagnostic, 'blockId'>[]
}

export interface DescribedHeading {
  readonly line: number
  /** What the look of the number says: 一、 1, （一） 2, 1. 3, （1） 4; in the decimal scheme the depth. */
  readonly level: number
  /** As typed. */
  readonly number: string
  /** Without number and closing 。. */
  readonly text: string
  readonly runIn: boolean
}

export interface DescribedEnumeration {
  readonly line: number
  readonly kind: EnumerationKind
  readonly markers: readonly string[]
  /** The first marker opens its paragraph. */
  readonly paragraphInitial: boolean
}

/** Describes the structure of a text. Never fails. */
export function describeOutline(text: string | ParsableText): OutlineDescription {
  const parsed = parseReport(text, { newId: countingIds() })
  const { content } = parsed
  return {
    title: content.title.reduce((title, line) => (/[\w)]$/.test(title) && /^[\w(]/.test(line) ? `${title} ${line}` : `${title}${line}`), ''),
    addressee: content.addressee,
    headings: parsed.numbered.filter((line) => line.isHeading).map((line) => ({
      line: line.line, level: line.labelLevel, number: line.number.label, text: withoutClosing(line.text.slice(0, line.lead)), runIn: line.lead < line.text.length || line.isGlued,
    })),
    enumerations: enumerationsOf(parsed),
    signature: content.signature,
    date: content.date,
    diagnostics: parsed.diagnostics.map(({ code, line, found, expected }) => ({ code, line, found, expected })),
  }
}

function enumerationsOf(parsed: ParsedReport): readonly DescribedEnumeration[] {
  return parsed.content.blocks.flatMap((block) => {
    if (block.kind !== 'text') return []
    const line = parsed.lines.get(block.id) ?? 1
    return findEnumerations(block.runs[0]?.text ?? '').map((series) => ({ line, kind: series.kind, markers: series.items.map((item) => item.marker), paragraphInitial: series.isParagraphInitial }))
  })
}
