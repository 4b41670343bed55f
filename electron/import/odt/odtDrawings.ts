/** Drawings of an OpenDocument text: text boxes and pictures are read, all others counted. */
import { stampName } from '../../../shared/print/layoutStamp'
import { flatParagraphs, type SourceParagraph } from '../sourceDocument'
import { elements, textOf, type XmlElement } from '../xmlTree'
import type { Reading } from './odtReading'
import { lengthOf } from './odtStyles'

/** What a drawing adds to the place where it hangs. */
export interface DrawingPlace {
  readonly reading: Reading
  readonly boxes: SourceParagraph[]
  readonly pictures: string[]
}

const groups = new Set(['draw:a', 'draw:g'])
/** Lines say nothing, buttons and fields of forms neither. */
const mute = new Set(['draw:line', 'draw:connector', 'draw:measure', 'draw:control', 'draw:page-thumbnail'])

/** Text boxes go behind the paragraph that they hang on, pictures to it. An embedded object is never opened. */
export function readDrawing(element: XmlElement, place: DrawingPlace): void {
  const { met } = place.reading
  // The stamp of the archive is no text of the report.
  if (mute.has(element.name) || element.attributes['draw:name'] === stampName) return
  if (groups.has(element.name)) for (const each of elements(element)) readDrawing(each, place)
  else if (element.name === 'draw:frame') readFrame(element, place)
  else if (textOf(element).trim() !== '') readBox(element, place)
  else if (!isRule(element)) met.drawings += 1
}

/** A shape so flat (one millimetre) is a line. */
function isRule({ attributes }: XmlElement): boolean {
  return ['svg:width', 'svg:height'].some((side) => (lengthOf(attributes[side] ?? '') ?? Infinity) < 144 / 25.4)
}

function readFrame(frame: XmlElement, place: DrawingPlace): void {
  const { met, keepPicture } = place.reading
  const parts = elements(frame)
  const box = parts.find(({ name }) => name === 'draw:text-box')
  if (box !== undefined) {
    readBox(box, place)
    return
  }
  const isObject = parts.some(({ name }) => name === 'draw:object' || name === 'draw:object-ole' || name === 'draw:plugin' || name === 'draw:applet')
  if (isObject) met.objects += 1
  // A picture may stand there in several kinds; the first that is kept is it.
  for (const image of parts.filter(({ name }) => name === 'draw:image')) {
    const key = keepPicture(image)
    if (key === null) continue
    place.reading.tally.paragraph()
    place.pictures.push(key)
    return
  }
  if (!isObject) met.drawings += 1
}

function readBox(element: XmlElement, { reading, boxes }: DrawingPlace): void {
  reading.met.textBoxes += 1
  for (const paragraph of flatParagraphs(reading.readBlocks(element, reading))) boxes.push(paragraph)
}
