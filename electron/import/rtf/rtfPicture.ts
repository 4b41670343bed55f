/** A picture of an RTF file: PNG and JPEG are kept, written as digits or as they are. */
import { limits } from '../limits'
import { pictureFacts } from '../pictureFacts'
import { nibble } from './rtfLexer'
import type { Reading } from './rtfReading'
import type { Group } from './rtfState'

/** Takes digits as text and bytes of `\bin`. */
export interface OpenPicture {
  isKept: boolean
  bytes: Uint8Array
  length: number
  /** First digit of a byte whose second one is not read yet; -1 for none. */
  half: number
}

const open = new WeakMap<Group, OpenPicture>()

export function readPicture(reading: Reading, group: Group): void {
  const picture: OpenPicture = { isKept: false, bytes: new Uint8Array(1024), length: 0, half: -1 }
  const { story } = group
  group.mode = 'picture'
  open.set(group, picture)
  group.onEnd = () => {
    const bytes = picture.bytes.slice(0, picture.length)
    const facts = picture.isKept ? pictureFacts(bytes) : null
    if (story === null || !story.keepsPictures) return
    if (facts === null || facts.width * facts.height > limits.pixels) reading.met.drawings += 1
    else story.picture(keyOf(bytes, reading))
  }
}

/** The same picture may stand in many places; it is kept once. */
function keyOf(bytes: Uint8Array, { pictures, pictureKeys }: Reading): string {
  let sum = 0
  for (const byte of bytes) sum = (Math.imul(sum, 31) + byte) | 0
  const mark = `${bytes.length} ${sum}`
  const known = pictureKeys.get(mark)
  if (known !== undefined && pictures.get(known)?.every((byte, index) => byte === bytes[index]) === true) return known
  const key = `picture${pictures.size + 1}`
  pictures.set(key, bytes)
  pictureKeys.set(mark, key)
  return key
}

/** What kind of picture it is. */
export function pictureWord(group: Group, name: string): void {
  const picture = open.get(group)
  if (picture !== undefined && (name === 'pngblip' || name === 'jpegblip')) picture.isKept = true
}

export function pictureDigit(group: Group, code: number): void {
  const picture = open.get(group)
  const value = nibble(code)
  if (picture === undefined || !picture.isKept || value < 0) return
  if (picture.half < 0) picture.half = value
  else {
    append(picture, Uint8Array.of(picture.half * 16 + value))
    picture.half = -1
  }
}

export function pictureBytes(group: Group, bytes: Uint8Array): void {
  const picture = open.get(group)
  if (picture?.isKept) append(picture, bytes)
}

function append(picture: OpenPicture, bytes: Uint8Array): void {
  if (picture.length + bytes.length > picture.bytes.length) {
    const larger = new Uint8Array(Math.max(picture.length + bytes.length, picture.bytes.length * 2))
    larger.set(picture.bytes.subarray(0, picture.length))
    picture.bytes = larger
  }
  picture.bytes.set(bytes, picture.length)
  picture.length += bytes.length
}
