/** What a zip is, by the names in it (SPEC IMPORT-1). The main part of a Word file may have any name; then its list of content types says what it is. */
import { latinText } from '../../../shared/base/latinText'
import { ImportRefusal } from '../refusal'
import { openZip } from '../zipParts'

export type ZipFormat = 'zip' | 'docx' | 'odt' | 'ofd' | 'uof' | 'sheet' | 'slides'

/** Names are looked for in so many entries. */
const mostNames = 2000

/** Folders of the three kinds of Office files, and what their lists of content types speak of. */
const officeKinds: readonly (readonly [ZipFormat, folder: string, contentType: string])[] = [
  ['docx', 'word/', 'wordprocessingml'], ['sheet', 'xl/', 'spreadsheetml'], ['slides', 'ppt/', 'presentationml'],
]

const openDocument = 'application/vnd.oasis.opendocument.'

export function sniffZip(bytes: Uint8Array): ZipFormat {
  const found = zipNames(bytes)
  const names = found.size > 0 ? found : brokenNames(bytes)
  if (names.has('[content_types].xml') || names.has('word/document.xml')) {
    const kind = officeKinds.find(([, folder]) => [...names].some((name) => name.startsWith(folder)))?.[0]
    return kind ?? kindByContentTypes(bytes)
  }
  if (names.has('ofd.xml')) return 'ofd'
  if (names.has('uof.xml')) return 'uof'
  if (names.has('mimetype')) return openDocumentKind(latinText(bytes.subarray(0, 256)))
  // Cut off before it says more: the reader of the likeliest kind tells so.
  return hasDirectory(bytes) ? 'zip' : 'docx'
}

function kindByContentTypes(bytes: Uint8Array): ZipFormat {
  try {
    const types = latinText(openZip(bytes).part('[Content_Types].xml') ?? new Uint8Array())
    return officeKinds.find(([, , contentType]) => types.includes(contentType))?.[0] ?? 'zip'
  } catch (reason) {
    if (reason instanceof ImportRefusal) return 'docx'
    throw reason
  }
}

/** Its first entry holds its kind as plain text. */
function openDocumentKind(head: string): ZipFormat {
  const at = head.indexOf(openDocument)
  const kind = at === -1 ? '' : /^[a-z]*/.exec(head.slice(at + openDocument.length))?.[0] ?? ''
  return kind === 'text' ? 'odt' : kind === 'spreadsheet' ? 'sheet' : kind === 'presentation' || kind === 'graphics' ? 'slides' : 'zip'
}

/** Names in the directory at the end, in lower case; of a file that is cut off those of the entries themselves. */
function zipNames(bytes: Uint8Array): ReadonlySet<string> {
  const view = viewOf(bytes)
  const end = lastMark(bytes, view)
  const [mark, from, header, lengthAt] = end === -1 ? [0x04034b50, 0, 30, 26] : [0x02014b50, Math.min(bytes.length, view.getUint32(end + 16, true)), 46, 28]
  const names = new Set<string>()
  for (let at = bytes.indexOf(0x50, from); at !== -1 && at + header <= bytes.length && names.size < mostNames; at = bytes.indexOf(0x50, at + 1)) {
    if (view.getUint32(at, true) !== mark) continue
    const name = bytes.subarray(at + header, at + header + Math.min(512, view.getUint16(at + lengthAt, true)))
    names.add(latinText(name).toLowerCase().replace(/\\/g, '/'))
  }
  return names
}

/** Names that stand at the edges of a file whose directory and entries are both broken. */
function brokenNames(bytes: Uint8Array): ReadonlySet<string> {
  const edges = latinText(bytes.subarray(0, 4096)) + latinText(bytes.subarray(-4096))
  return new Set(['word/document.xml', 'mimetype', 'OFD.xml'].filter((name) => edges.includes(name)).map((name) => name.toLowerCase()))
}

function hasDirectory(bytes: Uint8Array): boolean {
  return lastMark(bytes, viewOf(bytes)) !== -1
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Where the record at the end begins, with a comment of at most 64 kB behind it; -1 if the file has none. */
function lastMark(bytes: Uint8Array, view: DataView): number {
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - 22 - 0xffff; at -= 1) if (view.getUint32(at, true) === 0x06054b50) return at
  return -1
}
