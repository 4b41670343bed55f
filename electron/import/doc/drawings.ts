/** Pictures and text boxes of a Word document, and where they hang. */
import { stampName } from '../../../shared/print/layoutStamp'
import { limits } from '../limits'
import { pictureFacts } from '../pictureFacts'
import { sourceParagraph, type SourceParagraph } from '../sourceDocument'
import { noDrawing, type Drawing } from './blocks'
import { i16, slice, soft, u16, u32, u8 } from './bytes'
import { positionTable, tableBytes, type FileInformation, type Range } from './fileInformation'
import { inlinePicture, readArt, type Shape } from './officeArt'
import { paragraphsIn, partsOf } from './stories'
import { dataAt, type WordDocument } from './wordDocument'

/** So many are looked at. */
const mostPictures = 5_000

export interface KeptPictures {
  readonly all: ReadonlyMap<string, Uint8Array>
  /** The key of a picture, by a word of its own; null for kinds that are not kept, and for what is damaged or too large. */
  readonly keep: (word: string, find: () => Uint8Array | null) => string | null
}

/** `most` is how many bytes all of them may have: a file that shows the same bytes again and again has no more pictures than it is long. */
export function keptPictures(most: number): KeptPictures {
  const all = new Map<string, Uint8Array>()
  const keys = new Map<string, string | null>()
  let left = most
  const add = (bytes: Uint8Array | null): string | null => {
    if (bytes === null || bytes.length > left) return null
    const facts = pictureFacts(bytes)
    if (facts === null || facts.width * facts.height > limits.pixels) return null
    left -= bytes.length
    const key = `picture${all.size + 1}`
    all.set(key, bytes)
    return key
  }
  return {
    all,
    keep: (word, find) => {
      const known = keys.get(word)
      if (known !== undefined) return known
      if (keys.size >= mostPictures) return null
      const key = add(soft(find, null))
      keys.set(word, key)
      return key
    },
  }
}

/** Before the bytes of a picture stand one or two names of sixteen bytes, and one byte. */
function pictureIn(record: Uint8Array): Uint8Array | null {
  return [17, 33].map((at) => record.subarray(at)).find((bytes) => pictureFacts(bytes) !== null) ?? null
}

const linkedPicture = 0x66

/** The picture of a character, by its place in the stream of data ([MS-DOC] 2.9.190). */
export function dataPicture(data: Uint8Array, at: number): Uint8Array | null {
  const whole = dataAt(data, at)
  const head = u16(whole, 4)
  const name = i16(whole, 6) === linkedPicture ? 1 + u8(whole, head) : 0
  const record = inlinePicture(slice(whole, head + name, whole.length - head - name))
  return record === null ? null : pictureIn(record)
}

export interface Drawings {
  /** What hangs at a character. */
  readonly at: (character: number) => Drawing
  /** Text boxes that hang nowhere: their text is kept. */
  readonly rest: () => readonly SourceParagraph[]
}

const shapeBytes = 26
const boxBytes = 22

export function readDrawings(document: WordDocument, information: FileInformation, table: Uint8Array, main: Uint8Array, pictures: KeptPictures): Drawings {
  const art = soft(() => readArt(tableBytes(information, table, 'drawings'), main), { store: [], shapes: [] })
  const ofAnchor = new Map<number, Shape[]>()
  for (const shape of art.shapes) listed(ofAnchor, shape.anchor).push(shape)
  const anchors = soft(() => {
    const places = positionTable(tableBytes(information, table, 'shapesOfMain'), shapeBytes)
    return new Map(Array.from({ length: places.count }, (_, index) => [places.positions[index] ?? 0, u32(places.record(index), 0)] as const))
  }, new Map<number, number>())
  const boxes = soft(() => textBoxes(information, table), new Map<number, Range[]>())
  const boxIds = new Set(boxes.keys())
  const claimed = new Set<number>()
  const shown = new Set<number>()
  for (const anchor of anchors.values()) for (const id of [anchor, ...(ofAnchor.get(anchor) ?? []).map((shape) => shape.id)]) claimed.add(id)
  const read = (id: number): readonly SourceParagraph[] => taken(boxes, id).flatMap((range) => {
    document.met.textBoxes += 1
    const paragraphs = paragraphsIn(document, range)
    // Behind the text of a box stands one more mark.
    const last = paragraphs[paragraphs.length - 1]
    return paragraphs.length > 1 && last !== undefined && last.label === '' && last.runs.length === 0 ? paragraphs.slice(0, -1) : paragraphs
  })
  return {
    at: (character) => {
      const anchor = anchors.get(character)
      // Each hangs at one place, whatever the table says.
      if (anchor !== undefined && shown.has(anchor)) return noDrawing
      if (anchor !== undefined) shown.add(anchor)
      const shapes = anchor === undefined ? [] : ofAnchor.get(anchor) ?? []
      const paragraphs: SourceParagraph[] = []
      const keys: string[] = []
      let isLost = false
      for (const shape of shapes.length === 0 && anchor !== undefined ? [{ id: anchor, anchor, picture: 0, words: '', name: '', isSilent: false }] : shapes) {
        // The stamp of the archive is no text of the report.
        if (shape.name === stampName) continue
        const key = shape.picture === 0 ? null : pictures.keep(`shape ${shape.picture}`, () => pictureIn(art.store[shape.picture - 1] ?? new Uint8Array(0)))
        if (key !== null) keys.push(key)
        if (boxIds.has(shape.id)) paragraphs.push(...read(shape.id))
        else if (shape.words !== '') {
          document.met.textBoxes += 1
          document.tally.characters(shape.words.length)
          paragraphs.push(sourceParagraph(shape.words.replace(/[\r\n]+/g, '\n')))
        } else if (key === null && !shape.isSilent) isLost = true
      }
      if (isLost || anchor === undefined) document.met.drawings += 1
      return { paragraphs, pictures: keys }
    },
    rest: () => [...boxes.keys()].filter((id) => !claimed.has(id)).flatMap(read),
  }
}

/** The texts of text boxes by the shapes that they stand in; the last one is none. */
function textBoxes(information: FileInformation, table: Uint8Array): Map<number, Range[]> {
  const story = information.stories.textBoxes
  const places = positionTable(tableBytes(information, table, 'textBoxTexts'), boxBytes)
  const parts = partsOf(places.positions, story)
  const found = new Map<number, Range[]>()
  for (let index = 0; index < places.count - 1; index += 1) {
    const part = parts[index]
    const record = places.record(index)
    // Those that were left over wait for being used again.
    if (part === undefined || part.to <= part.from || u16(record, 8) !== 0) continue
    listed(found, u32(record, 14)).push(part)
  }
  return found
}

/** What is read once is not read again. */
function taken(boxes: Map<number, Range[]>, id: number): readonly Range[] {
  const ranges = boxes.get(id) ?? []
  boxes.delete(id)
  return ranges
}

function listed<T>(lists: Map<number, T[]>, key: number): T[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}
