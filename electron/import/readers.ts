/** The readers of files from outside, one row a format (SPEC IMPORT-3). A format without a reader says what it is and what to do. */
import type { AppError, ErrorCode } from '../../shared/base/errors'
import { fail, succeed, type Result } from '../../shared/base/result'
import type { ConformSheet } from '../../shared/conform/conformSheet'
import type { UnitChoices } from '../../shared/conform/subject'
import { limits } from './limits'
import type { CompoundKind } from './doc/compoundKind'
import { ImportRefusal } from './refusal'
import { sniffFormat, type FileFormat } from './sniffFormat'
import { soundDocument } from './soundDocument'
import type { SourceDocument } from './sourceDocument'

/** A file that was read. */
export interface ReadSource {
  readonly format: FileFormat
  readonly document: SourceDocument
}

/** Reads a file; in the program this happens in a process of its own, which ends when `signal` says so. `name` goes into the message of a refusal only. */
export type SourceReader = (bytes: Uint8Array, name: string, signal?: AbortSignal) => Promise<Result<ReadSource>>

/** Holds a Word file against the standard, apart as a {@link SourceReader}; `choices` are what the unit has otherwise. */
export type SheetReader = (bytes: Uint8Array, name: string, choices?: UnitChoices, signal?: AbortSignal) => Promise<Result<ConformSheet>>

/** The two ways in which a file from outside is read. */
export interface FileReaders {
  readonly read: SourceReader
  readonly readSheet: SheetReader
}

/** Reads the bytes of a file; a reader throws an {@link ImportRefusal} for what it does not read, and nothing else. */
type Reader = (bytes: Uint8Array) => SourceDocument | Promise<SourceDocument>

/** What the clerk calls a format, and its reader, loaded when it is needed; without one, how the file is refused. */
interface Format {
  readonly name: string
  readonly read?: () => Promise<Reader>
  readonly refused?: ErrorCode
}

const formats: Readonly<Record<FileFormat, Format>> = {
  text: { name: '纯文本', read: async () => (await import('./text/readPlainText')).readPlainText },
  docx: { name: ' Word 文件（.docx）', read: async () => (await import('./word/readDocx')).readDocx },
  compound: { name: ' Word 或 WPS 文件（.doc、.wps）', read: async () => (await import('./doc/readCompound')).readCompound },
  rtf: { name: 'RTF 文件', read: async () => (await import('./rtf/readRtf')).readRtf },
  odt: { name: 'ODT 文件', read: async () => (await import('./odt/readOdt')).readOdt },
  ofd: { name: 'OFD 版式文件', refused: 'formatNotYet' },
  uof: { name: '标文通文件（UOF）', refused: 'formatNotYet' },
  sheet: { name: '表格文件', refused: 'formatOther' },
  slides: { name: '演示文稿', refused: 'formatOther' },
  pdf: { name: 'PDF 文件', read: async () => (await import('./pdf/readPdf')).readPdf },
  html: { name: '网页文件', read: async () => (await import('./html/readWebPage')).readWebPage },
  mht: { name: '单个文件网页（.mht）', read: async () => (await import('./mht/readMessage')).readMessage },
  wordXml: { name: ' Word XML 文件', read: async () => (await import('./wordxml/readWordXml')).readWordXml },
  markdown: { name: ' Markdown 文件', read: async () => (await import('./markdown/readMarkdown')).readMarkdown },
  xml: { name: 'XML 文件', refused: 'formatNotYet' },
  zip: { name: '压缩包', refused: 'formatOther' },
  archive: { name: '压缩包', refused: 'formatOther' },
  image: { name: '图片', refused: 'imageFile' },
  binary: { name: '二进制文件', refused: 'formatUnknown' },
}

/** How files that may be read usually end; the bytes decide (SPEC IMPORT-1). */
export const importExtensions = ['docx', 'doc', 'wps', 'docm', 'dotx', 'dot', 'wpt', 'rtf', 'odt', 'fodt', 'ott', 'txt', 'pdf', 'html', 'htm', 'mht', 'mhtml', 'xml', 'md', 'markdown', 'eml'] as const

/** All formats that are known by name. */
export const fileFormats = Object.keys(formats) as [FileFormat, ...FileFormat[]]

/** Largest file that is read, in MB. */
export const LARGEST_IMPORT_MB = limits.documentBytes / 1024 / 1024

/** Largest plain text that is read, in MB: a hundred times the longest report. */
export const LARGEST_TEXT_MB = limits.textBytes / 1024 / 1024

/** Reads a file by what its bytes are. `name` goes into the message of a refusal only. */
export async function readSource(bytes: Uint8Array, name: string): Promise<Result<ReadSource>> {
  const format = readableFormat(bytes, name)
  if (!format.ok) return format
  const load = formats[format.value].read
  if (load === undefined) return fail({ code: 'internal' })
  try {
    const document = soundDocument(await (await load())(bytes))
    refuseWideTables(document)
    return isEmpty(document) ? fail({ code: 'fileEmpty', detail: { name } }) : succeed({ format: format.value, document })
  } catch (reason) {
    if (reason instanceof ImportRefusal) return fail({ ...reason.error, detail: { ...reason.error.detail, ...kindOf(reason), name } })
    throw reason
  }
}

/** The sheet of a .docx file (SPEC CONFORM-1); another format is refused, however well it could be imported. */
export async function readSheet(bytes: Uint8Array, name: string, choices: UnitChoices = {}): Promise<Result<ConformSheet>> {
  const format = readableFormat(bytes, name)
  if (!format.ok) return format
  if (format.value !== 'docx') return fail({ code: 'wordExpected', detail: { name } })
  const { conformWord } = await import('./word/conformWord')
  const sheet = conformWord(bytes, choices)
  return sheet.ok ? sheet : fail({ ...sheet.error, detail: { ...sheet.error.detail, name } })
}

/** What the bytes are, if that can be read: refused are files that are too large, empty or of a format without a reader. */
export function readableFormat(bytes: Uint8Array, name: string): Result<FileFormat> {
  const tooMuch = tooLargeFile(bytes, name)
  if (tooMuch !== null) return fail(tooMuch)
  const format = sniffFormat(bytes)
  if ((format === 'text' || format === 'markdown') && bytes.length > limits.textBytes) return fail(tooLarge(bytes, name, LARGEST_TEXT_MB))
  const { name: kind, read, refused } = formats[format]
  if (read !== undefined) return succeed(format)
  return fail({ code: refused ?? 'formatNotYet', detail: { name, kind: refused === 'formatUnknown' ? `（${kind}）` : kind } })
}

/** What an old Office file is that is no text, by the word that its reader has for it. */
const compoundKinds: Readonly<Record<CompoundKind, string>> = {
  sheet: ' Excel 表格', slides: ' PowerPoint 演示文稿', mail: ' Outlook 邮件', drawing: ' Visio 绘图', publication: ' Publisher 出版物', project: ' Project 项目计划', installer: '安装程序', other: '其他程序的文件',
}

function kindOf({ code, reason }: ImportRefusal): { readonly kind?: string } {
  const kind = code === 'formatOther' ? Object.entries(compoundKinds).find(([word]) => word === reason)?.[1] : undefined
  return kind === undefined ? {} : { kind }
}

/** What the clerk calls this format, e.g. ` Word 文件（.docx）`. */
export function formatName(format: FileFormat): string {
  return formats[format].name
}

/** Why a file of this size is not read, whatever it is; null if it may be. */
export function tooLargeFile(bytes: Uint8Array, name: string): AppError | null {
  if (bytes.length === 0) return { code: 'fileEmpty', detail: { name } }
  return bytes.length > limits.documentBytes ? tooLarge(bytes, name, LARGEST_IMPORT_MB) : null
}

function tooLarge(bytes: Uint8Array, name: string, limit: number): AppError {
  return { code: 'fileTooLarge', detail: { name, megabytes: Math.ceil(bytes.length / 1024 / 1024), limit } }
}

/** All rows of a table are made as long as its longest: what few cells become then counts, too (SPEC IMPORT-9). */
function refuseWideTables({ blocks }: SourceDocument): void {
  const cells = blocks.reduce((sum, block) => {
    if (block.kind === 'paragraph') return sum
    const width = block.rows.reduce((most, row) => Math.max(most, row.cells.reduce((columns, cell) => columns + cell.columns, row.before)), 0)
    return sum + width * block.rows.length
  }, 0)
  if (cells > limits.cells) throw new ImportRefusal('fileTooLong', 'cells')
}

/** No character but blanks, and no picture. */
function isEmpty({ blocks, notes, pictures }: SourceDocument): boolean {
  if (notes.length + pictures.size > 0) return false
  const hasText = ({ label, runs }: { readonly label: string; readonly runs: readonly { readonly text: string }[] }): boolean => label !== '' || runs.some(({ text }) => text.trim() !== '')
  return !blocks.some((block) => (block.kind === 'paragraph' ? hasText(block) : block.rows.some((row) => row.cells.some((cell) => cell.paragraphs.some(hasText)))))
}
