/** The log of actions of a library (SPEC LOG): an action that is done is never undone because it could not be logged; that is told instead. */
import type { Result } from '../../shared/base/result'
import type { LogEntry, LogHead, LogNote, LogProblem } from '../../shared/archive/actionLog'
import { shortCode } from '../../shared/archive/shortCode'
import { openActionLog, type ActionLog } from '../storage/actionLog'
import type { Surroundings } from '../storage/generations'
import type { CutOff } from '../storage/journal'
import { attempt } from './attempt'

/** `code`: the short code of the head, to be compared with paper. */
export interface LogAnswer {
  readonly total: number
  /** Newest first, no more than asked for. */
  readonly entries: readonly LogEntry[]
  readonly problems: readonly LogProblem[]
  readonly head: (LogHead & { readonly code: string }) | null
}

export interface Logging {
  /** Writes down an action that is done. Never fails: see {@link Library.warnings}. */
  noteAction(note: LogNote): Promise<void>
  /** The whole log is verified, the last `most` entries are given. */
  readLog(request: { readonly most: number }): Promise<Result<LogAnswer>>
  /** Every entry as it lies on the disk, one a line. */
  writeLog(): Promise<Result<{ readonly text: string; readonly head: LogHead | null }>>
}

export interface LibraryLog extends Logging {
  readonly log: ActionLog
  /** Whether an action could not be written down in this run. */
  readonly isIncomplete: () => boolean
  /** For operations that were finished at the start. */
  readonly noteFinished: (finished: CutOff) => Promise<void>
}

const actions = { file: 'file', number: 'number', seal: 'seal', import: 'unpack', restore: 'restore', cancelled: null, unknown: null } as const

export function openLogging(surroundings: Surroundings, root: string): LibraryLog {
  const log = openActionLog(surroundings, root)
  let isIncomplete = false
  const noteAction = async (note: LogNote): Promise<void> => {
    try {
      await log.note(note)
    } catch {
      isIncomplete = true
    }
  }
  return {
    log, noteAction, isIncomplete: () => isIncomplete,
    noteFinished: async ({ kind, subject }) => {
      const action = actions[kind]
      if (action !== null) await noteAction({ action, ...(/^r-/.test(subject) ? { report: subject } : { detail: subject }) })
    },
    readLog: ({ most }) => attempt(async () => {
      const { entries, problems, head } = await log.read()
      return { total: entries.length, entries: entries.slice(-most).reverse(), problems, head: head === null ? null : { ...head, code: shortCode(head.sha256) } }
    }),
    writeLog: () => attempt(async () => {
      const { lines, head } = await log.read()
      return { text: lines.map((line) => `${Buffer.from(line).toString('utf8')}\n`).join(''), head }
    }),
  }
}

/** The state of the log for 四性检测. */
export async function logFacts(log: ActionLog): Promise<{ readonly isWhole: boolean; readonly lines: number }> {
  const { entries, problems } = await log.read()
  return { isWhole: problems.length === 0, lines: entries.length }
}
