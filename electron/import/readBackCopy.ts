import type { NewId } from '../../shared/base/ids'
import { fail, succeed, type Result } from '../../shared/base/result'
import type { Response } from '../../shared/ipc/contract'
import type { Report } from '../../shared/report/report'
import type { SourceReader } from './readers'
import { readBack } from './word/readBack'

/** The edited Word copy of a stored report as the window reviews it: what is no text of the copy is that of the own report. */
export async function readBackCopy(own: Report, file: { readonly name: string; readonly bytes: Uint8Array }, newId: NewId, reader: SourceReader): Promise<Result<Response<'report.readBack'>>> {
  const read = await readBack(own, file.bytes, file.name, newId, reader)
  // A file of another kind: other words than for a Word file that cannot be read.
  if (!read.ok) return ['formatUnknown', 'formatNotYet', 'formatOther', 'imageFile'].includes(read.error.code) ? fail({ code: 'wordExpected', detail: { name: file.name } }) : read
  return succeed({ kind: 'read', fileName: file.name, edited: { ...own, ...read.value.edited }, comments: [...read.value.comments] })
}
