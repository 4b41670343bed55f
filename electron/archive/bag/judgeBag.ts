/** From what was found to what is wrong (SPEC BAG-6). Pure: whether it can be repaired is filled in by planRepair.ts. */
import { parityIndexNames, parityName, tagNames } from '../../../shared/archive/bagNames'
import { parseManifest } from '../../../shared/archive/bagManifest'
import { encodeParityIndex } from './parityIndex'
import { judgeLists } from './judgeLists'
import { sha256 } from '../../storage/generationFile'
import type { FoundFile, Survey } from './surveyBag'
import type { BagProblem, BagProblemKind, Expectations } from './verdict'

/** A file that must be there, with its SHA-256; `bytes` null if only its digest is known. */
export interface ExpectedFile {
  readonly path: string
  readonly sha256: string
  readonly bytes: number | null
}

/** All problems, in order of path; `isRepairable` is false throughout. */
export function judgeBag(survey: Survey, expectations: Expectations): readonly BagProblem[] {
  if (!survey.walk.entries.has(tagNames.declaration) && survey.index === null && !survey.walk.entries.has(tagNames.manifest)) return [problem('', 'notABag')]
  const expected = expectedFiles(survey)
  const damaged = judgeFiles(survey, expected)
  const flawed = new Set(damaged.map(({ path }) => path))
  // What a list that is itself damaged says proves nothing: only one with every byte right is read for more than its form.
  const lists = judgeLists(survey, expectations, (path) => survey.index !== null && flawed.has(path)).filter(({ path, kind }) => !flawed.has(path) || formKinds.includes(kind))
  const formFlaws = new Set(lists.map(({ path }) => path))
  const problems = [...damaged.filter(({ path, kind }) => kind !== 'changed' || !formFlaws.has(path)), ...lists, ...judgeRest(survey, expected, damaged)]
  return problems.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

/** Flaws of a list that say more than that its bytes changed. */
const formKinds: readonly BagProblemKind[] = ['bom', 'malformedLine', 'duplicateLine', 'unsorted', 'declarationWrong']

const problem = (path: string, kind: BagProblemKind, more: Partial<BagProblem> = {}): BagProblem => ({ path, kind, isRepairable: false, ...more })

/** By the parity index, which stands outside the manifests; without it, by the manifests. */
export function expectedFiles({ index, texts }: Survey): ReadonlyMap<string, ExpectedFile> {
  const expected = new Map<string, ExpectedFile>()
  if (index !== null) {
    for (const file of index.files) expected.set(file.path, file)
    index.parity.forEach((group, number) => group.forEach((digest, row) => expected.set(parityName(number, row), { path: parityName(number, row), sha256: digest, bytes: index.shardBytes })))
    const bytes = encodeParityIndex(index)
    for (const path of parityIndexNames) expected.set(path, { path, sha256: sha256(bytes), bytes: bytes.length })
    return expected
  }
  for (const name of [tagNames.tagManifest, tagNames.manifest]) {
    for (const { path, digest } of parseManifest(texts.get(name) ?? '').lines) expected.set(path, { path, sha256: digest, bytes: null })
  }
  return expected
}

/** Whether a file has every byte that it was sealed with. */
export function isRight(found: FoundFile | undefined, expected: ExpectedFile): boolean {
  return found?.sha256 === expected.sha256
}

function judgeFiles(survey: Survey, expected: ReadonlyMap<string, ExpectedFile>): readonly BagProblem[] {
  const wrong = [...expected.values()].filter((file) => !isRight(survey.found.get(file.path), file))
  if (wrong.length === 0) return []
  const byDigest = new Map<string, string>()
  for (const [path, file] of survey.found) if (file.sha256 !== null && expected.get(path)?.sha256 !== file.sha256) byDigest.set(file.sha256, path)
  return wrong.map((file) => judgeFile(survey, expected, file, byDigest.get(file.sha256)))
}

function judgeFile({ found, walk }: Survey, expected: ReadonlyMap<string, ExpectedFile>, { path, bytes }: ExpectedFile, elsewhere: string | undefined): BagProblem {
  const file = found.get(path)
  const kind = walk.entries.get(path)?.kind
  if (kind === 'link') return problem(path, 'link')
  if (elsewhere !== undefined && file !== undefined && expected.has(elsewhere)) return problem(path, 'swapped', { other: elsewhere })
  if (file === undefined && elsewhere !== undefined) return problem(path, 'renamed', { other: elsewhere })
  if (file === undefined) return problem(path, kind === undefined ? 'missing' : kind === 'unreadable' ? 'unreadable' : 'notAFile')
  if (file.isTooLarge) return problem(path, 'tooLarge')
  if (file.sha256 === null) return problem(path, 'unreadable')
  if (bytes !== null && file.bytes !== bytes) return problem(path, file.bytes < bytes ? 'truncated' : 'longer')
  return problem(path, 'changed')
}

/** What is there and should not be. */
function judgeRest({ walk, index, indexes, found }: Survey, expected: ReadonlyMap<string, ExpectedFile>, damaged: readonly BagProblem[]): readonly BagProblem[] {
  const problems: BagProblem[] = []
  const renamed = new Set(damaged.flatMap(({ kind, other }) => (kind === 'renamed' && other !== undefined ? [other] : [])))
  const known = new Set([...expected.keys(), tagNames.tagManifest])
  const folded = new Set([...known].map(fold))
  for (const { path, kind } of walk.entries.values()) {
    if (known.has(path) || kind === 'folder' || renamed.has(path)) continue
    if (index === null && path.startsWith('parity/') && kind === 'file') continue
    problems.push(problem(path, kind === 'link' ? 'link' : kind === 'other' ? 'notAFile' : kind === 'unreadable' ? 'unreadable' : folded.has(fold(path)) ? 'duplicateName' : found.get(path)?.isTooLarge ? 'tooLarge' : 'extra'))
  }
  for (const path of walk.emptyFolders) if (!known.has(path)) problems.push(problem(path, 'emptyFolder'))
  for (const path of walk.tooDeep) problems.push(problem(path, 'tooDeep'))
  if (walk.isTooMany) problems.push(problem('', 'tooMany'))
  if (index === null) problems.push(problem(parityIndexNames[0], 'indexLost'))
  else if (!indexes.includes(null) && indexes[0] !== index) problems.push(problem(parityIndexNames[0], 'indexWrong'))
  return problems
}

/** Names that are one name on Windows or on a Mac. */
const fold = (path: string): string => path.normalize('NFC').toLowerCase()
