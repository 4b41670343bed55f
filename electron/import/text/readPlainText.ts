import { joinHardWrapped } from '../../../shared/outline/wrappedText'
import { createTally } from '../limits'
import { ImportRefusal } from '../refusal'
import { nothingMet, sourceDocument, sourceParagraph, type SourceDocument } from '../sourceDocument'
import { readableText } from './damagedText'

/** Ends of lines: those of Windows, Unix, old Mac and large machines, the line break of Word, and those of Unicode. A doubled CR is a fault of a copy. */
const lineEnd = /(\r+\n|[\n\r\v\u0085\u2028\u2029])/

/** A plain text: one paragraph a line (SPEC IMPORT-2), or lines that a program wrapped put together again (SPEC IMPORT-18). A form feed alone on a line stays one; the end mark of DOS is no text. */
export function readPlainText(bytes: Uint8Array): SourceDocument {
  const decoded = readableText(bytes)
  if (!decoded.ok) throw new ImportRefusal('encodingUnknown', 'encoding')
  const { text, encoding, isCut, unreadable } = decoded.value
  const document = textDocument(text)
  return { ...document, encoding, met: { ...document.met, cut: isCut ? 1 : 0, unreadable } }
}

/** The same of a text that is no file. */
export function textDocument(text: string): SourceDocument {
  const { lines, numbers } = textLines(text)
  const wrapped = joinHardWrapped(lines)
  const lineOf = (index: number): number => numbers[index] ?? index + 1
  return sourceDocument((wrapped?.lines ?? lines).map((line, index) => sourceParagraph(line, { line: lineOf(wrapped?.from[index] ?? index) })), {
    met: { ...nothingMet, joined: wrapped?.joined ?? 0 }, ...(wrapped === null ? {} : { pageNumbers: wrapped.pageNumbers.map((each) => ({ ...each, line: lineOf(each.line) })) }),
  })
}

/** The lines of a text, within the limits, and for each its 1-based number as editors count: by line feeds, or by all line ends where a text has none. */
export function textLines(text: string): { readonly lines: readonly string[]; readonly numbers: readonly number[] } {
  const tally = createTally()
  tally.characters(text.length)
  const whole = text.replace(/[\x1a\0]{1,8}$/, '')
  const hasLineFeed = whole.includes('\n')
  const [lines, numbers]: [string[], number[]] = [[], []]
  let number = 1
  whole.split(lineEnd).forEach((part, index) => {
    if (index % 2 === 1) {
      if (!hasLineFeed || part.includes('\n')) number += 1
      return
    }
    tally.paragraph()
    lines.push(part)
    numbers.push(number)
  })
  return { lines, numbers }
}
