/** A small log of events, never of text: names, codes, numbers and stack frames (SPEC SEC-8). Two files of at most half a megabyte. */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

export type Facts = Readonly<Record<string, string | number | boolean>>

export interface Log {
  readonly note: (event: string, facts?: Facts) => void
  /** A bug or an unexpected failure: its kind, code and frames. Its message is left out, since it may quote a report. */
  readonly failure: (event: string, reason: unknown, facts?: Facts) => void
}

const cap = 512 * 1024

/** A log into `folder`; a log that cannot be written never stops the program. */
export function openLog(folder: string, now: () => string): Log {
  const file = join(folder, 'andu.log')
  const write = (level: string, event: string, facts: Facts): void => {
    try {
      mkdirSync(folder, { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > cap) renameSync(file, join(folder, 'andu.1.log'))
      appendFileSync(file, `${JSON.stringify({ at: now(), level, event, ...facts })}\n`)
    } catch {
      // Nobody to tell: the log is the last to know.
    }
  }
  return {
    note: (event, facts = {}) => write('note', event, facts),
    failure: (event, reason, facts = {}) => write('failure', event, { ...facts, ...describeReason(reason) }),
  }
}

/** A log that keeps nothing: for the command line and for tests. */
export const silentLog: Log = { note: () => undefined, failure: () => undefined }

/** What may be said of an error without quoting it. */
export function describeReason(reason: unknown): Facts {
  if (!(reason instanceof Error)) return { kind: typeof reason }
  const code = (reason as { readonly code?: unknown }).code
  const frames = (reason.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 12).map((line) => line.trim().replace(/\(?[^( ]*[\\/]([^\\/]+:\d+:\d+)\)?$/, '$1'))
  return { kind: reason.name, ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}), frames: frames.join(' < ') }
}
