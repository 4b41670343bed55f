/** What the command line ends with (SPEC CLI-3). */
import type { ErrorCode } from '../../shared/base/errors'

export const exitCodes = { done: 0, findings: 1, usage: 2, unreadable: 3, unsupported: 4, unwritable: 5, library: 6, broken: 9 } as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

const byError = {
  diskFull: 'unwritable', diskReadOnly: 'unwritable', diskGone: 'unreadable', diskFaulty: 'unreadable', accessDenied: 'unreadable', fileBusy: 'unwritable', tooManyFiles: 'unreadable',
  fileNotFound: 'unreadable', pathIsFolder: 'unreadable', notAFile: 'unreadable', folderNotFound: 'unwritable',
  saveConflict: 'library', reportDamaged: 'library', reportUnreadable: 'library', reportNewer: 'library', reportNotFound: 'library', reportInvalid: 'library', folderNewer: 'library', folderInUse: 'library', versionNotFound: 'library',
  operationPending: 'library', operationFinished: 'library', operationUndone: 'library', operationUnreadable: 'library', logIncomplete: 'library',
  reportFiled: 'library', notFinal: 'library', alreadyFiled: 'library', changedMeanwhile: 'library', alreadyNumbered: 'library', fondsMissing: 'library', nothingToSeal: 'library', alreadySealed: 'library', reportSealed: 'library', filedDamaged: 'library', sealsDamaged: 'library', copyDiffers: 'unwritable', reportTrashed: 'library', nothingToExport: 'unsupported', nothingNumbered: 'library', fontsMissing: 'unsupported',
  formatUnknown: 'unsupported', formatNotYet: 'unsupported', formatOther: 'unsupported', fileTooLarge: 'unsupported', fileEmpty: 'unsupported', encodingUnknown: 'unsupported', wordExpected: 'unsupported', fileEncrypted: 'unsupported', fileDamaged: 'unreadable', fileUnsafe: 'unsupported', fileTooLong: 'unsupported', worksFile: 'unsupported', oldWordFile: 'unsupported', pdfWithoutText: 'unsupported', imageFile: 'unsupported', readTooSlow: 'unreadable', readTooHungry: 'unreadable', readBroken: 'unreadable', fileChanged: 'unreadable',
  pictureUnknown: 'unsupported', pictureTooLarge: 'unsupported', printerMissing: 'unwritable', printFailed: 'unwritable', pictureMissing: 'library',
  phrasesDamaged: 'library', phrasesUnreadable: 'library', phrasesNewer: 'library', phraseTooLong: 'unsupported', templateUnknown: 'unsupported', templateNewer: 'unsupported',
  backupPlaceGone: 'unreadable', backupPlaceTaken: 'unwritable', backupPlaceInside: 'unwritable', backupMissing: 'unreadable', backupDamaged: 'unreadable', folderNotEmpty: 'unwritable', cancelled: 'unwritable', packageUnknown: 'unsupported', packageUnsafe: 'unsupported', packageDamaged: 'unreadable', packageNewer: 'unsupported', packageEmpty: 'unsupported',
  folderLocked: 'library', passphraseWrong: 'library', recoveryKeyWrong: 'library', fileLocked: 'library', lockDamaged: 'library', lockDrillFailed: 'library', lockBusy: 'library', lockUnchanged: 'library',
  requestMalformed: 'broken', senderRefused: 'broken', internal: 'broken',
} as const satisfies Record<ErrorCode, keyof typeof exitCodes>

/** The exit code of an expected failure. */
export function exitCodeOf(code: ErrorCode): ExitCode {
  return exitCodes[byError[code]]
}
