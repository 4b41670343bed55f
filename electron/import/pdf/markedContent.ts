/** What a page says of parts of itself (ISO 32000-1, 14.6): header or footer, layer that is switched off, or the text that a drawing stands for. */
import type { PdfFile } from './openPdf'
import { isDictionary, isReference, nameOf, type PdfValue } from './pdfValues'

/** Parts inside each other. */
const deepest = 200
/** Longer replacements are descriptions, not the characters of the line. */
const longestReplacement = 12

interface Part {
  readonly isMargin: boolean
  readonly isHidden: boolean
  /** Text that stands for all that is drawn in this part; '' once it is given out, null if it has none. */
  replacement: string | null
}

export interface MarkedContent {
  readonly begin: (tag: string, properties: PdfValue | undefined, named: PdfValue, layer?: PdfValue) => void
  readonly end: () => void
  readonly isMargin: () => boolean
  readonly isHidden: () => boolean
  /** `text` as it was drawn, or what the part says in its place. */
  readonly textOf: (text: string) => string
}

/** `hiddenLayers` are the numbers of the layers that are switched off. */
export function createMarkedContent(file: PdfFile, hiddenLayers: ReadonlySet<number>): MarkedContent {
  const parts: Part[] = []
  let deeper = 0
  const last = (): Part | undefined => parts[parts.length - 1]
  return {
    begin: (tag, properties, named, layer) => {
      if (parts.length >= deepest) {
        deeper += 1
        return
      }
      const name = nameOf(properties)
      const given = name === '' ? properties : isDictionary(named) ? named.entries.get(name) : null
      const layerOf = tag === 'OC' ? given : layer
      const entries = file.resolve(given)
      const actual = file.entry(entries, 'ActualText')
      const replacement = actual instanceof Uint8Array ? textString(actual) : null
      const kind = nameOf(file.entry(entries, 'Type'))
      const before = last()
      parts.push({
        isMargin: before?.isMargin === true || (tag === 'Artifact' && (kind === 'Pagination' || nameOf(file.entry(entries, 'Subtype')) !== '')),
        isHidden: before?.isHidden === true || (isReference(layerOf) && hiddenLayers.has(layerOf.number)),
        replacement: replacement !== null && replacement.length <= longestReplacement ? replacement.replace(/\u00ad/g, '') : null,
      })
    },
    end: () => {
      if (deeper > 0) deeper -= 1
      else parts.pop()
    },
    isMargin: () => last()?.isMargin === true,
    isHidden: () => last()?.isHidden === true,
    textOf: (text) => {
      const part = last()
      if (part === undefined || part.replacement === null) return text
      const replacement = part.replacement
      part.replacement = ''
      return replacement
    },
  }
}

/** A text outside the content of pages: UTF-16 or UTF-8 by its mark, else one byte a character. */
export function textString(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2))
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes.subarray(2))
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder().decode(bytes.subarray(3))
  return String.fromCharCode(...bytes.subarray(0, 4000))
}
