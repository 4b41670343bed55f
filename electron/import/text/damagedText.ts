/**
 * A long text with a few bad bytes, as a bad disk or a copy that broke off leaves it (SPEC IMPORT-2). It is read only where all the rest is beyond doubt
 * text of its encoding; the character of a bad byte is U+FFFD at its place, and told. Nothing is guessed in its stead.
 */
import { fail, succeed, type Result } from '../../../shared/base/result'
import { decodeText, filledBytes, type ReadableText } from './decodeText'
import { familiarity } from './familiarity'
import { encodingMark, likelyEncoding, type TextEncoding } from './likelyEncoding'
import { damagedUtf8 } from './damagedUtf8'
import { damagedGb18030 } from './damagedGb18030'

/** At most so many characters are destroyed, each among so many that are whole. */
const mostDamaged = 20
const wholePerDamaged = 100
/** What is left must read as everyday Chinese. */
const leastFamiliar = 0.55

/** The text of a file as {@link decodeText} gives it, also where a few bytes in a long text are bad or its end was never written. */
export function readableText(given: Uint8Array): Result<ReadableText> {
  const bytes = filledBytes(given)
  if (bytes.length < given.length) return cutOff(readableText(bytes))
  const decoded = decodeText(bytes)
  if (decoded.ok) return succeed({ ...decoded.value, unreadable: 0 })
  const mark = encodingMark(bytes)
  const encoding = mark?.encoding ?? likelyEncoding(bytes)
  const repaired = encoding === null ? null : repairedText(mark === null ? bytes : bytes.subarray(mark.length), encoding)
  return repaired === null ? fail({ code: 'encodingUnknown' }) : succeed(repaired)
}

function wholeCharacters(text: string): number {
  let count = 0
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 0x7f && text.charCodeAt(index) !== 0xfffd) count += 1
  return count
}

/** A file whose end was never written is one that is cut off. */
function cutOff(read: Result<ReadableText>): Result<ReadableText> {
  return read.ok ? succeed({ ...read.value, isCut: true }) : read
}

/** The text of bytes in this encoding, few of which are bad; null where that is not so, or not sure. */
export function repairedText(bytes: Uint8Array, encoding: TextEncoding): ReadableText | null {
  const repaired = encoding === 'UTF-8' ? damagedUtf8(bytes, mostDamaged) : encoding === 'GB18030' ? damagedGb18030(bytes, mostDamaged) : null
  if (repaired === null || repaired.unreadable > mostDamaged) return null
  if (wholeCharacters(repaired.text) < repaired.unreadable * wholePerDamaged || (familiarity(repaired.text.slice(0, 200_000)) ?? 0) < leastFamiliar) return null
  return { ...repaired, encoding }
}
