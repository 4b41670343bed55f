/** What can be done with a data folder; the window's handlers and the command line call the same functions (SPEC LIB-1). */
import type { Archiving } from './archiving'
import type { FolderImports } from './folderImport/folderImports'
import type { FiledLists } from './filedLists'
import type { Logging } from './logging'
import type { ImportedReport, ReportImport } from './newReports'
import type { Sealing } from './sealing'
import type { CheckStage } from '../../shared/archive/checks/checkFacts'
import type { Result } from '../../shared/base/result'
import type { AppError } from '../../shared/base/errors'
import type { Request, Response } from '../../shared/ipc/contract'
import type { PhraseChange } from '../../shared/phrases/changePhrases'
import type { Report } from '../../shared/report/report'
import type { Cataloguing } from './cataloguing'
import type { ReportLists } from './reportLists'
import type { BackupKeeper } from './backupKeeper'
import type { Backups } from './backups'
import type { Transfer } from './transfer'
import type { CheckAnswer, InspectFile } from './checks'

export interface Library extends Omit<Archiving, 'describe'>, FiledLists, Cataloguing, Logging, Sealing, ReportLists {
  search(request: Request<'library.search'>): Promise<Result<Response<'library.search'>>>
  previewReplace(request: Request<'library.previewReplace'>): Promise<Result<Response<'library.previewReplace'>>>
  /** Each report is replaced whole, as one new generation, or left alone and named. */
  replace(request: Request<'library.replace'>): Promise<Result<Response<'library.replace'>>>
  takeBack(request: Request<'library.takeBack'>): Promise<Result<Response<'library.takeBack'>>>
  create(request: Request<'report.create'>): Promise<Result<{ id: string }>>
  open(request: { readonly id: string }): Promise<Result<Response<'report.open'>>>
  /** Resolves when the generation is durable. State, origin and filing of the stored report count, not those of the request. */
  save(request: { readonly report: Report; readonly base: number; readonly cause: 'auto' | 'manual' | 'export' }): Promise<Result<Response<'report.save'>>>
  duplicate(request: { readonly id: string }): Promise<Result<{ id: string }>>
  setState(request: Request<'report.setState'>): Promise<Result<Response<'report.setState'>>>
  trash(request: { readonly id: string }): Promise<Result<undefined>>
  restore(request: { readonly id: string }): Promise<Result<undefined>>
  /** Every saved generation, newest first (SPEC VERSION-4). */
  versions(request: Request<'report.versions'>): Promise<Result<Response<'report.versions'>>>
  openVersion(request: Request<'report.openVersion'>): Promise<Result<Response<'report.openVersion'>>>
  /** Resolves when the name is durable; a named version is kept for good. */
  nameVersion(request: Request<'report.nameVersion'>): Promise<Result<undefined>>
  unnameVersion(request: Request<'report.unnameVersion'>): Promise<Result<undefined>>
  /** Writes a new generation with the content of an older one; the state that is left gets the name 恢复前 if it has none. */
  restoreVersion(request: Request<'report.restoreVersion'>): Promise<Result<Response<'report.restoreVersion'>>>
  importReport(given: ReportImport): Promise<Result<ImportedReport>>
  /** 四性检测 of the filed reports of a year; reads only. `inspect` opens the files that were archived. */
  check(request: { readonly year: number; readonly stage: CheckStage }, inspect: InspectFile): Promise<Result<CheckAnswer>>
  templates(): Promise<Result<Response<'library.templates'>>>
  createTemplate(request: Request<'template.create'>): Promise<Result<{ id: string }>>
  renameTemplate(request: Request<'template.rename'>): Promise<Result<undefined>>
  /** A mark, as the trash is for reports. */
  removeTemplate(request: { readonly id: string }): Promise<Result<undefined>>
  restoreTemplate(request: { readonly id: string }): Promise<Result<undefined>>
  /** The template as a file for others: its text and its name. */
  writeTemplate(request: { readonly id: string }): Promise<Result<{ name: string; text: string }>>
  addTemplate(request: { readonly text: string }): Promise<Result<{ id: string; name: string }>>
  readSettings(): Promise<Result<Response<'settings.read'>>>
  writeSettings(change: Request<'settings.write'>): Promise<Result<Response<'settings.write'>>>
  /** Keeps a picture for good under the SHA-256 of its bytes. */
  keepPicture(request: { readonly bytes: Uint8Array }): Promise<Result<{ sha256: string }>>
  /** The bytes of a picture; refused if they are missing or damaged. */
  readPicture(request: { readonly sha256: string }): Promise<Result<{ bytes: Uint8Array<ArrayBuffer> }>>
  /** Whole folders of old files (SPEC FOLDER). */
  readonly folderImports: FolderImports
  /** Backups to a second place, and what can be had back from them. */
  readonly backups: Backups
  /** The place that was chosen for them, and those that are made by themselves. */
  readonly backupKeeper: BackupKeeper
  /** Packages to another computer and from it. */
  readonly transfer: Transfer
  /** The clerk's choice between two heads of a report. */
  settleHeads(request: Request<'report.settleHeads'>): Promise<Result<Response<'report.settleHeads'>>>
  readPhrases(): Promise<Result<Response<'phrases.read'>>>
  changePhrases(change: PhraseChange): Promise<Result<Response<'phrases.change'>>>
  suggestPhrases(): Promise<Result<Response<'phrases.suggest'>>>
  /** `listener` is called when something filed or sealed was found changed that was whole before. */
  onBroken(listener: () => void): void
  /** What the clerk should know about the folder now: used by another program, a disk that cannot promise durability. */
  warnings(): readonly AppError[]
  /** Waits for everything begun, writes the caches, gives the folder free. */
  close(): Promise<void>
}
