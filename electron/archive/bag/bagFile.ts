/** What goes into a bag and what comes out of making one (SPEC BAG-1 … BAG-5). */
import type { SealFacts } from '../../../shared/archive/sealRecord'
import type { ReaderReport } from './readerReport'

/** One file of a bag; `path` with `/` and without a leading one. */
export interface BagFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** Payload files (`data/…`), in any order; handed over one by one they need not be in memory together. */
export type Payload = Iterable<BagFile> | AsyncIterable<BagFile>

/**
 * What stands on the label of a bag. A sealed year has a seal, a transfer package none. `madeAt` is ISO 8601. `reader` is asked when the last payload
 * file has been handed over: with it the bag gets `data/reader.html`, which lists and shows these reports in this order.
 */
export interface BagFacts {
  readonly seal: SealFacts | null
  readonly organisation: string
  readonly description: string
  readonly madeAt: string
  readonly program: string
  readonly reader?: () => readonly ReaderReport[]
}

/** The seal of a finished bag: SHA-256 of `seal.json` (the chain link) and what is printed on paper. */
export interface Seal {
  readonly sha256: string
  readonly shortCode: string
}

/** How far a long piece of work is, in bytes; `done` never shrinks and `total` is only an estimate. */
export type Progress = (done: number, total: number) => void
