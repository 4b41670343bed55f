/** Drawings of a paragraph: text boxes and pictures are read, all others counted. */
import { stampId, stampName } from '../../../shared/print/layoutStamp'
import { sourceParagraph } from '../sourceDocument'
import { elements, type XmlElement } from '../xmlTree'
import { chosen } from './alternatives'
import type { ParagraphState } from './reading'

/** Text boxes go behind the paragraph that they hang on, pictures to it. An embedded object is never opened. */
export function readDrawing(element: XmlElement, state: ParagraphState): void {
  const { met } = state.reading
  const before = met.textBoxes + met.drawings + met.objects + state.pictures.length
  const found = { isLine: false }
  if (element.name === 'w:object') met.objects += 1
  else walk(element, state, found)
  if (!found.isLine && before === met.textBoxes + met.drawings + met.objects + state.pictures.length) met.drawings += 1
}

function walk(element: XmlElement, state: ParagraphState, found: { isLine: boolean }): void {
  const { reading } = state
  for (const each of elements(element)) {
    // Lines, and what is set for nobody to see, say nothing; the stamp of the archive is no text of the report.
    if (isLine(each) || isStamp(each) || isHiddenDrawing(each)) found.isLine = true
    else if (each.name === 'w:txbxContent') {
      reading.met.textBoxes += 1
      state.boxes.push(...reading.readBox(each, reading))
    } else if (each.name === 'a:blip') keep(each.attributes['r:embed'], state)
    else if (each.name === 'v:imagedata') keep(each.attributes['r:id'], state)
    else if (each.name === 'v:textpath' && (each.attributes['string'] ?? '') !== '') {
      reading.met.textBoxes += 1
      reading.paragraphs += 1
      reading.tally.paragraph()
      reading.tally.characters((each.attributes['string'] ?? '').length)
      state.boxes.push(sourceParagraph(each.attributes['string'] ?? ''))
    } else if (each.name === 'o:OLEObject' || each.name === 'w:control') reading.met.objects += 1
    else if (each.name === 'mc:AlternateContent') walk(chosen(each) ?? each, state, found)
    else walk(each, state, found)
  }
}

function keep(id: string | undefined, state: ParagraphState): void {
  const part = state.reading.relations.get(id ?? '')?.part ?? null
  const key = part === null ? null : state.reading.keepPicture(part)
  if (key === null) state.reading.met.drawings += 1
  else state.pictures.push(key)
}

function isLine(element: XmlElement): boolean {
  return element.name === 'v:line' || ['t', 'true'].includes(element.attributes['o:hr'] ?? '') || (element.name === 'a:prstGeom' && /^(?:line|straightConnector)/.test(element.attributes['prst'] ?? ''))
}

function isHiddenDrawing(element: XmlElement): boolean {
  return elements(element).some(({ name, attributes }) => name === 'wp:docPr' && ['1', 'true'].includes(attributes['hidden'] ?? ''))
}

function isStamp(element: XmlElement): boolean {
  return (element.name === 'v:rect' && element.attributes['id'] === `box${stampId}`) || elements(element).some(({ name, attributes }) => name === 'wp:docPr' && attributes['name'] === stampName)
}
