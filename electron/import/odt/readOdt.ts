/** An OpenDocument text (.odt, .fodt) as a value (SPEC IMPORT-13). Nothing outside the file is followed, no object or macro is opened. */
import { createTally } from '../limits'
import { ImportRefusal } from '../refusal'
import { nothingMet, type SourceDocument } from '../sourceDocument'
import { resolveChanges } from '../word/resolveChanges'
import { child, elements, type XmlElement } from '../xmlTree'
import { readBlocks } from './odtBlocks'
import { createOdtLists } from './odtLists'
import { openOdt } from './odtPackage'
import { changesThatEnd, readAside, type Reading } from './odtReading'
import { readOdtStyles } from './odtStyles'

export function readOdt(bytes: Uint8Array): SourceDocument {
  const { content, styles: stylePart, keepPicture, formula, pictures, hasMacros, damaged } = openOdt(bytes)
  const body = child(content, 'office:body')
  const text = child(body, 'office:text')
  if (text === null) throw new ImportRefusal(body === null ? 'fileDamaged' : 'formatOther', 'no text')
  const common = child(stylePart, 'office:styles')
  const met = { ...nothingMet, objects: hasMacros ? 1 : 0, damaged }
  // Names of automatic styles hold in their own part only.
  const readingWith = (automatic: XmlElement | null): Reading => ({
    styles: readOdtStyles(common, automatic, [child(stylePart, 'office:font-face-decls'), child(content, 'office:font-face-decls')]), lists: createOdtLists([common, automatic]), tally, met, notes: [], comments: [], quotes: new Map(), openQuotes: new Set(), deletions: new Set(), endingChanges, openDeletions: new Set(), keepPicture, formula, readBlocks, isContents: false, isNumbered: false, isBreakDue: false, paragraphs: 0, countedNotes: 0,
  })
  const tally = createTally()
  const endingChanges = changesThatEnd(text)
  const reading = readingWith(child(content, 'office:automatic-styles'))
  const blocks = resolveChanges({ blocks: readBlocks(text, reading) }, 'accepted')
  const aside = { ...readingWith(child(stylePart, 'office:automatic-styles')), met: { ...nothingMet }, keepPicture: () => null }
  const margins = new Set(elements(child(stylePart, 'office:master-styles')).flatMap((page) => elements(page).filter(isShownMargin).map((each) => readAside(each, aside))).filter((line) => line !== ''))
  const quoted = new Map([...reading.quotes.values()].map(({ comment, quote }) => [comment, quote]))
  return { blocks, comments: reading.comments.map((comment, index) => ({ ...comment, quote: quoted.get(index) ?? '' })), notes: reading.notes, margins: [...margins], pictures, styleNames: reading.styles.titles, met: { ...met } }
}

function isShownMargin({ name, attributes }: XmlElement): boolean {
  return /^(?:style|loext):(?:header|footer)(?:-left|-first)?$/.test(name) && attributes['style:display'] !== 'false'
}
