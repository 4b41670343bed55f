/** What the handlers work with; made once by the composition root. */
import type { NewId } from '../../shared/base/ids'
import type { SourceReader } from '../import/readers'
import type { Library } from '../library/library'
import type { Log } from '../log'
import type { MainWindow } from '../mainWindow'
import type { Surroundings } from '../storage/generations'
import type { LockHandlers } from './lockHandlers'

export interface Desk {
  readonly library: Library
  readonly log: Log
  readonly mainWindow: MainWindow
  readonly surroundings: Surroundings
  readonly newId: NewId
  /** Reads a file from outside in a process of its own. */
  readonly read: SourceReader
  readonly lock: LockHandlers
  /** The data folder's path; the window only ever learns its last name. */
  readonly dataFolder: string
}
