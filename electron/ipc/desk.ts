/** What the handlers work with; made once by the composition root. */
import type { NewId } from '../../shared/base/ids'
import type { FileReaders } from '../import/readers'
import type { Library } from '../library/library'
import type { Log } from '../log'
import type { MainWindow } from '../mainWindow'
import type { Surroundings } from '../storage/generations'
import type { LockHandlers } from './lockHandlers'

/** Reads files from outside in a process of its own. */
export interface Desk extends FileReaders {
  readonly library: Library
  readonly log: Log
  readonly mainWindow: MainWindow
  readonly surroundings: Surroundings
  readonly newId: NewId
  readonly lock: LockHandlers
  /** The data folder's path; the window only ever learns its last name. */
  readonly dataFolder: string
}
