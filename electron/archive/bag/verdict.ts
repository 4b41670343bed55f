/** What checking a bag finds (SPEC BAG-6). */
import type { SealRecord } from '../../../shared/archive/sealRecord'

export const bagProblemKinds = [
  // files that are not what was sealed
  'changed', 'truncated', 'longer', 'missing', 'renamed', 'swapped', 'unreadable', 'notAFile',
  // what does not belong here
  'extra', 'emptyFolder', 'link', 'duplicateName', 'tooLarge', 'tooDeep', 'tooMany',
  // lists that contradict themselves, each other or the files
  'bom', 'malformedLine', 'duplicateLine', 'unsorted', 'manifestWrong', 'unlisted', 'oxumWrong', 'declarationWrong', 'sealWrong', 'indexWrong', 'indexLost',
  // what the bag is compared with from outside
  'chainBroken', 'codeWrong',
  'notABag',
] as const

export type BagProblemKind = (typeof bagProblemKinds)[number]

/** One thing that is wrong. `path` inside the bag (as found: may hold anything), `other` the second file of a renamed or swapped one, `line` from 1. */
export interface BagProblem {
  readonly path: string
  readonly kind: BagProblemKind
  /** Whether repairing the bag puts it right. */
  readonly isRepairable: boolean
  readonly other?: string
  readonly line?: number
}

/** The label of a bag as far as it can be read. `bytes` and `files` of the payload. */
export interface BagLabel {
  readonly organisation: string | null
  readonly description: string | null
  readonly files: number
  readonly bytes: number
  /** Null for a package without a seal, and where the record cannot be read. */
  readonly seal: (SealRecord & { readonly sha256: string; readonly shortCode: string }) | null
}

export interface BagVerdict {
  /** True only if every byte is right and nothing is there that does not belong. */
  readonly ok: boolean
  readonly problems: readonly BagProblem[]
  readonly label: BagLabel
}

/** What a bag is held against from outside: the code on paper as it was typed, the seal that the bag should name as the one before. */
export interface Expectations {
  readonly code?: string
  readonly previousSeal?: string | null
}
