/** Checks a bag byte by byte (SPEC BAG-6); needs nothing but its folder. */
import { bagInfoValue } from '../../../shared/archive/bagManifest'
import { tagNames } from '../../../shared/archive/bagNames'
import { parseSealRecord } from '../../../shared/archive/sealRecord'
import { shortCode } from '../../../shared/archive/shortCode'
import { sha256 } from '../../storage/generationFile'
import type { StorageIo } from '../../storage/storageIo'
import type { Progress } from './bagFile'
import { isRight, judgeBag } from './judgeBag'
import type { ParityIndex } from './parityIndex'
import { planRepair } from './planRepair'
import { realDigests, surveyBag, type Digests, type Survey } from './surveyBag'
import type { BagLabel, BagProblem, BagVerdict, Expectations } from './verdict'

/** Checks the bag in `folder`. Throws only if the folder itself cannot be read; whatever stands in it becomes a problem. */
export async function verifyBag(io: StorageIo, folder: string, expectations: Expectations = {}, progress?: Progress, digests: Digests = realDigests): Promise<BagVerdict> {
  const survey = await surveyBag(io, folder, progress, digests)
  return verdictOf(io, folder, survey, expectations)
}

/** The verdict on a bag that was surveyed; reads it once more only if something is wrong. */
export async function verdictOf(io: StorageIo, folder: string, survey: Survey, expectations: Expectations = {}): Promise<BagVerdict> {
  const problems = judgeBag(survey, expectations)
  const label = labelOf(survey)
  if (problems.length === 0) return { ok: true, problems, label }
  const { index } = survey
  if (index === null) return { ok: false, problems: problems.map((each) => ({ ...each, isRepairable: canBeMovedAside(each) })), label }
  const { lostFiles } = await planRepair(io, folder, survey, index)
  const asSealed = filesAsSealed(survey, index)
  return { ok: false, problems: problems.map((each) => ({ ...each, isRepairable: canBeMovedAside(each) || (damage.has(each.kind) && !lostFiles.has(each.path) && !asSealed.has(each.path)) })), label }
}

/** Files that have their bytes: one that is wrong all the same was made wrong: nothing can put that right. */
function filesAsSealed({ found }: Survey, index: ParityIndex): ReadonlySet<string> {
  return new Set(index.files.filter((file) => isRight(found.get(file.path), file)).map(({ path }) => path))
}

/** What repairing puts right by taking it out of the bag. */
function canBeMovedAside({ kind }: BagProblem): boolean {
  return kind === 'extra' || kind === 'duplicateName' || kind === 'emptyFolder'
}

/** Problems that are gone when every protected file has its bytes again. */
const damage: ReadonlySet<string> = new Set(['changed', 'truncated', 'longer', 'missing', 'renamed', 'swapped', 'unreadable', 'notAFile', 'link', 'bom', 'malformedLine', 'duplicateLine', 'unsorted', 'declarationWrong', 'indexWrong'])

function labelOf({ texts, index, found }: Survey): BagLabel {
  const info = texts.get(tagNames.info) ?? ''
  const payload = (index?.files ?? Array.from(found, ([path, { bytes }]) => ({ path, bytes }))).filter(({ path }) => path.startsWith('data/'))
  const text = texts.get(tagNames.seal)
  const record = text === undefined ? null : parseSealRecord(text)
  const digest = text === undefined ? '' : sha256(text)
  return {
    organisation: bagInfoValue(info, 'Source-Organization'),
    description: bagInfoValue(info, 'External-Description'),
    files: payload.length,
    bytes: payload.reduce((sum, { bytes }) => sum + bytes, 0),
    seal: record === null ? null : { ...record, sha256: digest, shortCode: shortCode(digest) },
  }
}
