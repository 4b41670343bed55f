import { succeed, type Result } from '../../shared/base/result'
import type { ParsableText } from '../../shared/outline/parsableText'
import { formatName, type ReadSource, type SourceReader } from './readers'
import { parsableSource } from './sourceReport'

/** A file that was read, as the text that is parsed. */
export interface ReadDocument extends ReadSource, ParsableText {
  /** How the text was written, or what the file is: GB18030, Word. */
  readonly encoding: string
}

/** Reads a file by what its bytes are (SPEC IMPORT-1). `name` goes into the message of a refusal only. */
export async function readDocument(bytes: Uint8Array, name: string, reader: SourceReader): Promise<Result<ReadDocument>> {
  const read = await reader(bytes, name)
  return read.ok ? succeed({ ...read.value, ...parsableSource(read.value.document), encoding: encodingOf(read.value) }) : read
}

/** What is told of how a file was written: the encoding of a text, the name of any other format. */
export function encodingOf({ format, document }: ReadSource): string {
  return document.encoding ?? (format === 'docx' ? 'Word' : formatName(format).trim())
}
