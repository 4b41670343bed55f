/** A plain file of phrases comes into the library (SPEC PHRASE-5): read whole or refused; what is there already is not added. */
import { fail, succeed, type Result } from '../../shared/base/result'
import type { Request, Response } from '../../shared/ipc/contract'
import { readPhraseFile } from '../../shared/phrases/phraseFile'
import { readDocument } from './readDocument'
import type { SourceReader } from './readers'

/** The two things that are asked of a library here. */
export interface PhraseTarget {
  readPhrases(): Promise<Result<Response<'phrases.read'>>>
  changePhrases(change: Request<'phrases.change'>): Promise<Result<Response<'phrases.change'>>>
}

export async function importPhrases(target: PhraseTarget, file: { readonly name: string; readonly bytes: Uint8Array }, reader: SourceReader): Promise<Result<Response<'phrases.import'>>> {
  const read = await readDocument(file.bytes, file.name, reader)
  if (!read.ok) return read
  const found = readPhraseFile(read.value.text)
  if (!found.ok) return fail({ ...found.error, detail: { ...found.error.detail, name: file.name } })
  const before = await target.readPhrases()
  if (!before.ok) return before
  const after = await target.changePhrases({ kind: 'add', phrases: [...found.value.phrases] })
  if (!after.ok) return after
  return succeed({ kind: 'read', fileName: file.name, found: found.value.phrases.length, added: after.value.library.phrases.length - before.value.library.phrases.length })
}
