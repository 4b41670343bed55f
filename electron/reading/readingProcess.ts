/** What is said between the program and the process that reads its files from outside (SPEC READ-1), whatever carries it. */
import type { Result } from '../../shared/base/result'
import type { ConformSheet } from '../../shared/conform/conformSheet'
import type { UnitChoices } from '../../shared/conform/subject'
import type { ReadSource } from '../import/readers'

/** What may be asked of a file, and what is answered. */
export interface Readings {
  readonly source: ReadSource
  readonly sheet: ConformSheet
}

/** What is asked of one file. */
export type Wanted = { readonly kind: 'source' } | { readonly kind: 'sheet'; readonly choices: UnitChoices }

/** One file to read. It goes without its name and its path, so that nothing but bytes can matter. */
export interface ReadRequest {
  readonly id: number
  readonly wanted: Wanted
  readonly bytes: Uint8Array
}

export interface ReadAnswer<Kind extends keyof Readings = keyof Readings> {
  readonly id: number
  readonly result: Result<Readings[Kind]>
}

/** Why a process is no more: it had reached the memory it may have, or anything else. */
export type EndReason = 'memory' | 'ended'

/** A process that was started and reads one file after the other. What it answers is not to be believed. */
export interface ReadingProcess {
  readonly send: (request: ReadRequest) => void
  /** Bytes of memory that it holds; null while that is not known. */
  readonly memory: () => number | null
  readonly kill: () => void
}

/** Starts a process; `onEnd` is called once, also when it could not start. */
export type StartReading = (told: { readonly onAnswer: (answer: unknown) => void; readonly onEnd: (reason: EndReason) => void }) => ReadingProcess
