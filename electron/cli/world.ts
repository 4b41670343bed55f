/** What a command may touch: two streams, the disk, the clock and chance, all given by the composition root. */
import type { Result } from '../../shared/base/result'
import type { NewId } from '../../shared/base/ids'
import type { FileReaders } from '../import/readers'
import type { ExitCode } from './exitCodes'
import type { CommandShape, ParsedArguments } from './parseArguments'
import type { AppError } from '../../shared/base/errors'
import type { Surroundings } from '../storage/generations'

/** Files from outside are read apart from everything else. */
export interface World extends FileReaders {
  readonly write: (text: string) => void
  readonly complain: (text: string) => void
  readonly surroundings: Surroundings
  readonly newId: NewId
  /** The absolute path of a name as it was typed. */
  readonly resolve: (path: string) => string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly version: string
  /** Asks on the terminal for the passphrase of the data folder; null, or no such function, if nobody is there to ask. */
  readonly askPassphrase?: () => Promise<string | null>
}

/** Why a command did not do what was asked: an expected failure, or words that make no sense. */
export type Refusal = { readonly kind: 'failure'; readonly error: AppError } | { readonly kind: 'usage'; readonly message: string }

export type Run = (given: ParsedArguments, world: World) => Promise<Result<ExitCode, Refusal>>

/** What a command takes and what it does. */
export interface Command {
  readonly shape: CommandShape
  readonly run: Run
}
