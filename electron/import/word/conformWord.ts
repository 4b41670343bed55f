import { succeed, type Result } from '../../../shared/base/result'
import { conform } from '../../../shared/conform/conform'
import type { ConformSheet } from '../../../shared/conform/conformSheet'
import type { UnitChoices } from '../../../shared/conform/subject'
import { readWordFacts } from './facts/readFacts'

/** The sheet of a .docx file (SPEC CONFORM-1); a failure if it cannot be read as one. */
export function conformWord(bytes: Uint8Array, choices: UnitChoices = {}): Result<ConformSheet> {
  const facts = readWordFacts(bytes)
  return facts.ok ? succeed(conform(facts.value, choices)) : facts
}
