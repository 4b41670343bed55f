/** Bytes of a page to text: by its mark, by what it declares, and by what it reads as (SPEC IMPORT-14). */
import { decodeEntities } from '../../../shared/paste/entities'
import { repairedText } from '../text/damagedText'
import { decodeAs } from '../text/decodeText'
import { familiarity } from '../text/familiarity'
import { encodingMark, likelyEncoding, type TextEncoding } from '../text/likelyEncoding'

export interface MarkupText {
  readonly text: string
  /** Some bytes are no character; they are U+FFFD in the text. */
  readonly isBroken: boolean
  /** Few of them, in a text that is sure otherwise. */
  readonly unreadable: number
}

/** Where a page declares its encoding, in bytes from its beginning. */
const HEAD = 8 * 1024

/** How much more everyday another reading must be than the declared one. */
const trust = 0.15

/** The text of a page. `declared`: the name of the encoding that a message gives for this part. */
export function markupText(bytes: Uint8Array, declared = ''): MarkupText {
  const mark = encodingMark(bytes)
  if (mark !== null) return decodeLoosely(bytes.subarray(mark.length), mark.encoding)
  const name = declared === '' ? declaredName(bytes) : declared
  const [own, guess] = [encodingNamed(name), likelyEncoding(bytes)]
  // Valid UTF-8 that is called so is nothing else.
  const declaredUtf8 = own === 'UTF-8' ? decodeAs(bytes, own) : null
  if (declaredUtf8 !== null) return { text: declaredUtf8.text, isBroken: false, unreadable: 0 }
  const readings = [...new Set([own, guess])].flatMap((encoding) => {
    const decoded = encoding === null ? null : decodeAs(bytes, encoding)
    return decoded === null ? [] : [{ text: decoded.text, value: (familiarity(decoded.text.slice(0, 200_000)) ?? 1) + (encoding === own ? trust : 0) }]
  })
  const best = readings.reduce<(typeof readings)[number] | null>((most, each) => (most === null || each.value > most.value ? each : most), null)
  if (best !== null) return { text: best.text, isBroken: false, unreadable: 0 }
  return own === null && isWestern(name) ? { text: western(bytes), isBroken: false, unreadable: 0 } : decodeLoosely(bytes, own ?? guess ?? 'UTF-8')
}

function decodeLoosely(bytes: Uint8Array, encoding: TextEncoding): MarkupText {
  const decoded = decodeAs(bytes, encoding)
  if (decoded !== null) return { text: decoded.text, isBroken: false, unreadable: 0 }
  const repaired = repairedText(bytes, encoding)
  return repaired === null ? { text: new TextDecoder(encoding).decode(bytes), isBroken: true, unreadable: 0 } : { text: repaired.text, isBroken: false, unreadable: repaired.unreadable }
}

/** By the declaration of XML, or the elements that HTML has for it. */
function declaredName(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD))
  return /^\s*<\?xml[^>]{0,200}\bencoding\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1] ?? /<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ?? ''
}

function encodingNamed(name: string): TextEncoding | null {
  const key = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  // Bytes whose declaration can be read as ASCII are not in two-byte units.
  if (/^utf8|^utf16|^unicode/.test(key)) return 'UTF-8'
  if (/^x?gb|^cp936|^windows936|^ms936|^csgb|^chinese|^xxgb/.test(key)) return 'GB18030'
  return /big5|^cp950|^windows950/.test(key) ? 'Big5' : null
}

function isWestern(name: string): boolean {
  return /^(windows-125\d|iso-?8859-\d+|latin1|us-ascii|ascii|macintosh)$/i.test(name)
}

/** Windows-1252, whose 80 to 9F not every decoder reads. */
function western(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes).replace(/[\x80-\x9f]/g, (character) => decodeEntities(`&#${character.charCodeAt(0)};`))
}
