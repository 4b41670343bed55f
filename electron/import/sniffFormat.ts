/**
 * What a file is, by its bytes and never by its name (SPEC IMPORT-1): an old .wps may be a compound file, a .doc may be RTF or a web
 * page, and a "Word file" may be a text somebody renamed.
 */
import { latinText } from '../../shared/base/latinText'
import { looksLikeMarkdown } from './markdown/looksLikeMarkdown'
import { sniffMarkup, type MarkupFormat } from './sniff/sniffMarkup'
import { sniffZip, type ZipFormat } from './sniff/sniffZip'
import { readableText } from './text/damagedText'
import { filledBytes } from './text/decodeText'
import { isWideText } from './text/likelyEncoding'

export type FileFormat = ZipFormat | MarkupFormat | 'text' | 'markdown' | 'compound' | 'rtf' | 'pdf' | 'image' | 'archive' | 'binary'

interface Signature {
  readonly format: FileFormat
  readonly bytes: readonly number[]
}

const signatures: readonly Signature[] = [
  { format: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { format: 'zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { format: 'compound', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { format: 'pdf', bytes: [...'%PDF-'].map((character) => character.charCodeAt(0)) },
  { format: 'image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { format: 'image', bytes: [0xff, 0xd8, 0xff] },
  { format: 'image', bytes: [0x47, 0x49, 0x46, 0x38] },
  { format: 'image', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { format: 'image', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { format: 'archive', bytes: [0x52, 0x61, 0x72, 0x21] },
  { format: 'archive', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { format: 'archive', bytes: [0x1f, 0x8b] },
]

/** How far into a file a tag or a header line is looked for. */
const HEAD = 16 * 1024

/** A PDF may begin with so many bytes of something else (ISO 32000-1, Annex H.3, note 13). */
const PDF_HEAD = 1024

/** The format that the bytes show. `text` is what is left when nothing else fits and no zero byte nor many control bytes speak against it. */
export function sniffFormat(given: Uint8Array): FileFormat {
  const signature = signatures.find((row) => row.bytes.every((byte, index) => given[index] === byte))
  if (signature !== undefined) return signature.format === 'zip' ? sniffZip(given) : signature.format
  const bytes = filledBytes(given)
  const isWide = isWideText(bytes)
  const head = latinText(bytes.subarray(0, HEAD)).replace(/\0/g, '').replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').trimStart().toLowerCase()
  if (head.startsWith('{\\rtf')) return 'rtf'
  const markup = sniffMarkup(head)
  if (markup !== null) return markup
  if (isWide || !hasControlBytes(bytes)) return isMarkdown(bytes) ? 'markdown' : 'text'
  return /(?:^|[\0-\x20])%pdf-\d/.test(head.slice(0, PDF_HEAD)) ? 'pdf' : 'binary'
}

/** Text is enough of a file to see whether it has the marks of Markdown. */
function isMarkdown(bytes: Uint8Array): boolean {
  const decoded = readableText(bytes.subarray(0, 256 * 1024))
  return decoded.ok && looksLikeMarkdown(decoded.value.text)
}

/** A text copied out of other programs may carry a stray control character; one in so many bytes at most. */
const bytesPerControl = 200

/** Zero bytes, or more control bytes than a text has. Form feed, tab, line ends and the end-of-file mark of DOS are none. */
function hasControlBytes(bytes: Uint8Array): boolean {
  const looked = bytes.subarray(0, 256 * 1024)
  if (looked.includes(0)) return true
  let controls = 0
  for (const byte of looked) if (byte < 0x20 && (byte < 0x09 || (byte > 0x0d && byte !== 0x1a))) controls += 1
  return controls * bytesPerControl > looked.length
}
