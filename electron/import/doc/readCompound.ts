/** A compound file of an old Office program: a document of Word or WPS is read, all others are told by what they are (SPEC IMPORT-10). */
import { ImportRefusal } from '../refusal'
import type { SourceDocument } from '../sourceDocument'
import { compoundKind } from './compoundKind'
import { openCompound } from './compoundFile'
import { readFileInformation } from './fileInformation'
import { readWordStream } from './readWordStream'

/** Word 6; what was before wrote no compound files. */
const firstReadable = 101

export function readCompound(bytes: Uint8Array): SourceDocument {
  const file = openCompound(bytes)
  const has = (...names: readonly string[]): boolean => names.some((name) => file.names.has(name))
  // A document under a password or with restricted rights is a package of its own kind.
  if (has('encryptedpackage', '\u0006dataspaces', '\u0009drmcontent')) throw new ImportRefusal('fileEncrypted', 'package')
  const main = file.stream('worddocument')
  if (main === null) {
    const kind = compoundKind(file.names)
    if (has('matost', 'mm') || (kind === 'other' && has('contents'))) throw new ImportRefusal('worksFile', 'works')
    throw new ImportRefusal('formatOther', kind)
  }
  const information = readFileInformation(main)
  if (information.version < firstReadable) throw new ImportRefusal('oldWordFile', 'version')
  if (information.isEncrypted) throw new ImportRefusal('fileEncrypted', 'word')
  const document = readWordStream(file, main, information)
  const macros = has('macros', '_vba_project_cur') ? 1 : 0
  return { ...document, met: { ...document.met, objects: document.met.objects + macros } }
}
