/** The readers of files from outside, one row a format (SPEC IMPORT-3). A format without a reader says what it is and what to do. */
import { fail, succeed, type Result } from '../../shared/base/result'
import { decodeText } from './decodeText'
import type { TextEncoding } from './likelyEncoding'
import { sniffFormat, type FileFormat } from './sniffFormat'
import { readWordText } from './word/wordText'

/** What every reader yields: the text, one printed paragraph a line. */
export interface ReadDocument {
  readonly text: string
  /** How the text was written; `Word` for files that are no plain text. */
  readonly encoding: TextEncoding | 'Word'
}

type Reader = (bytes: Uint8Array) => Result<ReadDocument>

const readers: Partial<Record<FileFormat, Reader>> = { text: decodeText, docx: readWordText }

/** What the clerk calls each format. A document that cannot be read yet may be saved as text; what is no document cannot. */
const formats = {
  text: { name: '纯文本', isDocument: true },
  docx: { name: ' Word 文件（.docx）', isDocument: true },
  compound: { name: ' Word 或 WPS 文件（.doc、.wps）', isDocument: true },
  rtf: { name: 'RTF 文件', isDocument: true },
  odt: { name: 'ODT 文件', isDocument: true },
  ofd: { name: 'OFD 版式文件', isDocument: true },
  pdf: { name: 'PDF 文件', isDocument: true },
  html: { name: '网页文件', isDocument: true },
  xml: { name: 'XML 文件', isDocument: true },
  zip: { name: '压缩包', isDocument: false },
  archive: { name: '压缩包', isDocument: false },
  image: { name: '图片', isDocument: false },
  binary: { name: '二进制文件', isDocument: false },
} as const satisfies Record<FileFormat, { readonly name: string; readonly isDocument: boolean }>

/** Largest file that is read, in MB: a hundred times the longest report. */
export const LARGEST_IMPORT_MB = 20

/** Reads a file by what its bytes are. `name` goes into the message of a refusal only. */
export function readDocument(bytes: Uint8Array, name: string): Result<ReadDocument> {
  const format = readableFormat(bytes, name)
  if (!format.ok) return format
  const reader = readers[format.value]
  return reader === undefined ? fail({ code: 'internal' }) : namedFailure(reader(bytes), name)
}

/** What the bytes are, if that can be read: refused are files that are too large, empty, locked by a password or of a format without a reader. */
export function readableFormat(bytes: Uint8Array, name: string): Result<FileFormat> {
  const megabytes = Math.ceil(bytes.length / 1024 / 1024)
  if (megabytes > LARGEST_IMPORT_MB) return fail({ code: 'fileTooLarge', detail: { name, megabytes, limit: LARGEST_IMPORT_MB } })
  if (bytes.length === 0) return fail({ code: 'fileEmpty', detail: { name } })
  const format = sniffFormat(bytes)
  if (readers[format] !== undefined) return succeed(format)
  if (format === 'compound' && isEncryptedPackage(bytes)) return fail({ code: 'fileEncrypted', detail: { name } })
  const { name: kind, isDocument } = formats[format]
  return isDocument ? fail({ code: 'formatNotYet', detail: { name, kind } }) : fail({ code: 'formatUnknown', detail: { name, kind: `（${kind}）` } })
}

/** A Word file with a password is a compound file with a stream of this name, in two-byte characters. */
function isEncryptedPackage(bytes: Uint8Array): boolean {
  const name = [...'EncryptedPackage'].flatMap((character) => [character.charCodeAt(0), 0])
  for (let at = 0; at + name.length <= bytes.length; at += 2) if (name.every((byte, index) => bytes[at + index] === byte)) return true
  return false
}

/** The same result, an empty text refused and the file's name put into the failure. */
function namedFailure(result: Result<ReadDocument>, name: string): Result<ReadDocument> {
  if (!result.ok) return fail({ ...result.error, detail: { ...result.error.detail, name } })
  return result.value.text.trim() === '' ? fail({ code: 'fileEmpty', detail: { name } }) : succeed(result.value)
}
