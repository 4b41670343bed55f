/**
 * What a file is, by its bytes and never by its name (SPEC IMPORT-1): an old .wps may be a compound file, a .doc may be RTF or a web
 * page, and a "Word file" may be a text somebody renamed.
 */
import { isWideText } from './text/likelyEncoding'

export type FileFormat = 'text' | 'markdown' | 'zip' | 'docx' | 'odt' | 'ofd' | 'compound' | 'rtf' | 'pdf' | 'html' | 'mht' | 'wordXml' | 'xml' | 'image' | 'archive' | 'binary'

interface Signature {
  readonly format: FileFormat
  readonly bytes: readonly number[]
}

const signatures: readonly Signature[] = [
  { format: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { format: 'zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { format: 'compound', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { format: 'rtf', bytes: [...'{\\rtf'].map((character) => character.charCodeAt(0)) },
  { format: 'pdf', bytes: [...'%PDF-'].map((character) => character.charCodeAt(0)) },
  { format: 'image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { format: 'image', bytes: [0xff, 0xd8, 0xff] },
  { format: 'image', bytes: [0x47, 0x49, 0x46, 0x38] },
  { format: 'archive', bytes: [0x52, 0x61, 0x72, 0x21] },
  { format: 'archive', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { format: 'archive', bytes: [0x1f, 0x8b] },
]

/** Names inside a zip that say what the zip is. They stand near its beginning or in its directory at the end, uncompressed. */
const zipNames: readonly (readonly [FileFormat, string])[] = [
  ['docx', 'word/document.xml'],
  ['odt', 'application/vnd.oasis.opendocument.text'],
  ['ofd', 'OFD.xml'],
]

/** How far into a file a zip member's name, a tag or a zero byte is looked for. */
const HEAD = 4096

/** The format that the bytes show. `text` is what is left when nothing else fits and no zero byte nor many control bytes speak against it. */
export function sniffFormat(bytes: Uint8Array): FileFormat {
  const signature = signatures.find((row) => row.bytes.every((byte, index) => bytes[index] === byte))
  if (signature !== undefined) return signature.format === 'zip' ? zipContent(bytes) : signature.format
  const isWide = isWideText(bytes)
  const head = latin(bytes.subarray(0, HEAD)).replace(/\0/g, '').replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').trimStart().toLowerCase()
  if (/^<!doctype html|^<html|^<head|^<body|^<meta/.test(head)) return 'html'
  if (head.startsWith('<?xml')) return head.includes('<html') ? 'html' : 'xml'
  return isWide || !hasControlBytes(bytes) ? 'text' : 'binary'
}

function zipContent(bytes: Uint8Array): FileFormat {
  const edges = latin(bytes.subarray(0, HEAD)) + latin(bytes.subarray(-64 * 1024))
  return zipNames.find(([, name]) => edges.includes(name))?.[0] ?? 'zip'
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

function latin(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}
