/** The log of actions (SPEC LOG): what was done with the archive, one entry each, every entry holding the hash of the one before. No text of a report. */

/** What is logged, by name. */
export const loggedActions = ['file', 'number', 'correct', 'seal', 'copy', 'export', 'import', 'trash', 'restore', 'backup', 'pack', 'unpack'] as const
export type LoggedAction = (typeof loggedActions)[number]

/** What an action says of itself: ids, numbers, names of formats; never words of a report. */
export interface LogNote {
  readonly action: LoggedAction
  /** Id of the report that it is about. */
  readonly report?: string
  readonly generation?: number
  /** A 档号, a year, a format, a count: at most 200 characters. */
  readonly detail?: string
}

/** `previous`: SHA-256 of the whole entry before, null for the first. `time` is ISO 8601, for information only; the order is that of the numbers. */
export interface LogEntry extends LogNote {
  readonly number: number
  readonly time: string
  readonly previous: string | null
}

/** `damaged`: its own hash does not fit. `missing`: its number is not there. `chain`: it does not hold the hash of the entry before. */
export interface LogProblem {
  readonly number: number
  readonly kind: 'damaged' | 'missing' | 'chain'
}

/** Where the chain ends: the last entry, and the SHA-256 of its bytes. */
export interface LogHead {
  readonly number: number
  readonly sha256: string
}

/** The note in stored data; null if it is none. Unknown actions of a later program are kept as they are named. */
export function readLogData(data: unknown): (LogNote & { readonly previous: string | null }) | null {
  if (typeof data !== 'object' || data === null) return null
  const given = new Map<string, unknown>(Object.entries(data))
  const [action, report, generation, detail, previous] = ['action', 'report', 'generation', 'detail', 'previous'].map((key) => given.get(key))
  if (typeof action !== 'string' || !(previous === null || typeof previous === 'string')) return null
  return {
    action: action as LoggedAction, previous,
    ...(typeof report === 'string' ? { report } : {}), ...(typeof generation === 'number' ? { generation } : {}), ...(typeof detail === 'string' ? { detail } : {}),
  }
}
