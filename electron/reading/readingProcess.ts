/** What is said between the program and the process that reads its files from outside (SPEC READ-1), whatever carries it. */
import type { Result } from '../../shared/base/result'
import type { ReadSource } from '../import/readers'

/** One file to read. It goes without its name and its path, so that nothing but bytes can matter. */
export interface ReadRequest {
  readonly id: number
  readonly bytes: Uint8Array
}

export interface ReadAnswer {
  readonly id: number
  readonly result: Result<ReadSource>
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
