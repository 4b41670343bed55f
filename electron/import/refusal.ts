import type { AppError, ErrorCode } from '../../shared/base/errors'

/** Why a file was not read; thrown inside the reader and turned into a result at its door. `reason` is a word for the log, never text of the file. */
export class ImportRefusal extends Error {
  constructor(readonly code: Extract<ErrorCode, 'fileEncrypted' | 'fileDamaged' | 'fileUnsafe' | 'fileTooLarge' | 'fileTooLong' | 'encodingUnknown' | 'formatUnknown' | 'formatOther' | 'formatNotYet' | 'worksFile' | 'oldWordFile' | 'pdfWithoutText'>, readonly reason: string) {
    super(`${code}: ${reason}`)
    this.name = 'ImportRefusal'
  }

  get error(): AppError {
    return { code: this.code, detail: { reason: this.reason } }
  }
}
