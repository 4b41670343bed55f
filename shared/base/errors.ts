/**
 * Every expected failure has one code from this table (SPEC ERR-1). The code decides what the clerk reads
 * (`shared/text/errors.ts`), whether trying again makes sense, and the exit code of the command line.
 */
export const errorCodes = [
  // disk
  'diskFull', 'diskReadOnly', 'diskGone', 'diskFaulty', 'accessDenied', 'fileBusy', 'tooManyFiles', 'fileNotFound', 'pathIsFolder', 'notAFile', 'folderNotFound',
  // store
  'saveConflict', 'reportDamaged', 'reportUnreadable', 'reportNewer', 'reportNotFound', 'reportInvalid', 'folderNewer', 'folderInUse', 'versionNotFound',
  // operations over many files
  'operationPending', 'operationFinished', 'operationUndone', 'operationUnreadable', 'logIncomplete',
  // what the clerk asks for is not allowed now
  'reportFiled', 'notFinal', 'alreadyFiled', 'reportTrashed', 'changedMeanwhile', 'alreadyNumbered', 'fondsMissing', 'nothingToSeal', 'alreadySealed', 'reportSealed', 'filedDamaged', 'sealsDamaged', 'copyDiffers', 'nothingToExport', 'nothingNumbered', 'fontsMissing',
  // files from outside
  'formatUnknown', 'formatNotYet', 'formatOther', 'fileTooLarge', 'fileEmpty', 'encodingUnknown', 'wordExpected', 'fileEncrypted', 'fileDamaged', 'fileUnsafe', 'fileTooLong', 'worksFile', 'oldWordFile', 'pdfWithoutText', 'imageFile', 'readTooSlow', 'readTooHungry', 'readBroken', 'fileChanged',
  // pictures
  'pictureUnknown', 'pictureTooLarge', 'pictureMissing',
  // the printer
  'printerMissing', 'printFailed',
  // phrases and templates
  'phrasesDamaged', 'phrasesUnreadable', 'phrasesNewer', 'phraseTooLong', 'templateUnknown', 'templateNewer',
  // backups and packages
  'backupPlaceGone', 'backupPlaceTaken', 'backupPlaceInside', 'backupMissing', 'backupDamaged', 'folderNotEmpty', 'cancelled', 'packageUnknown', 'packageUnsafe', 'packageDamaged', 'packageNewer', 'packageEmpty',
  // the passphrase of the data folder
  'folderLocked', 'passphraseWrong', 'recoveryKeyWrong', 'fileLocked', 'lockDamaged', 'lockDrillFailed', 'lockBusy', 'lockUnchanged',
  // the border
  'requestMalformed', 'senderRefused',
  // a bug of ours
  'internal',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** An expected failure. `detail` fills the places of the message (a file name, a count), never report text. */
export interface AppError {
  readonly code: ErrorCode
  readonly detail?: Readonly<Record<string, string | number>>
}

/** An {@link AppError} on its way through code that throws; caught at the IPC door and in the command line only. */
export class AppFailure extends Error {
  constructor(readonly error: AppError, cause?: unknown) {
    super(error.code, cause === undefined ? undefined : { cause })
    this.name = 'AppFailure'
  }
}
