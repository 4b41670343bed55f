/** The outline of a PDF file: titles with their depth, as the program that made it knew its headings (ISO 32000-1, 12.3.3). */
import { isDictionary, type PdfDictionary } from './pdfValues'
import { textString } from './markedContent'
import type { PdfFile } from './openPdf'

export interface Bookmark { readonly title: string; readonly level: number }

const mostBookmarks = 5_000
const deepest = 8

export function readBookmarks(file: PdfFile): readonly Bookmark[] {
  const found: Bookmark[] = []
  const seen = new Set<PdfDictionary>()
  function walk(first: ReturnType<PdfFile['entry']>, level: number): void {
    for (let item = first; isDictionary(item) && !seen.has(item) && found.length < mostBookmarks; item = file.entry(item, 'Next')) {
      seen.add(item)
      const title = file.entry(item, 'Title')
      if (title instanceof Uint8Array) found.push({ title: bare(textString(title)), level })
      if (level < deepest) walk(file.entry(item, 'First'), level + 1)
    }
  }
  walk(file.entry(file.entry(file.entry(file.trailer, 'Root'), 'Outlines'), 'First'), 0)
  return found
}

/** Finds the level of each paragraph in turn: a bookmark that was met is not met again. */
export function createBookmarkLevels(bookmarks: readonly Bookmark[]): (text: string) => number | null {
  const waiting = new Map<string, number[]>()
  for (const { title, level } of bookmarks) waiting.set(title, [...(waiting.get(title) ?? []), level])
  return (text) => {
    if (text.length > 200) return null
    return waiting.get(bare(text))?.shift() ?? null
  }
}

function bare(text: string): string {
  return text.replace(/\s+/g, '')
}
