/** What the lists of a bag say, against each other and against the files (SPEC BAG-6). */
import { bagInfoValue, parseManifest } from '../../../shared/archive/bagManifest'
import { tagNames } from '../../../shared/archive/bagNames'
import { parseSealRecord } from '../../../shared/archive/sealRecord'
import { matchesShortCode } from '../../../shared/archive/shortCode'
import type { Survey } from './surveyBag'
import { declaration } from './tagFiles'
import type { BagProblem, BagProblemKind, Expectations } from './verdict'

const problem = (path: string, kind: BagProblemKind, more: Partial<BagProblem> = {}): BagProblem => ({ path, kind, isRepairable: false, ...more })

/** Problems of form and of sense. What a file says whose bytes are known to be wrong (`isDamaged`) is read for its form only. */
export function judgeLists(survey: Survey, expectations: Expectations, isDamaged: (path: string) => boolean): readonly BagProblem[] {
  return [
    ...judgeDeclaration(survey),
    ...judgeManifest(survey, tagNames.manifest, (path) => path.startsWith('data/'), isDamaged),
    ...judgeManifest(survey, tagNames.manifestSm3, (path) => path.startsWith('data/'), isDamaged),
    ...judgeManifest(survey, tagNames.tagManifest, (path) => !path.includes('/') && path !== tagNames.tagManifest, isDamaged),
    ...judgeInfo(survey, isDamaged),
    ...judgeSeal(survey, expectations, isDamaged),
  ]
}

function judgeDeclaration({ texts }: Survey): readonly BagProblem[] {
  const text = texts.get(tagNames.declaration)
  return text === undefined || text === declaration ? [] : [problem(tagNames.declaration, text.startsWith('\uFEFF') ? 'bom' : 'declarationWrong')]
}

/** A manifest lists every file that is its business, each with its digest. */
function judgeManifest({ texts, found, index }: Survey, name: string, isItsBusiness: (path: string) => boolean, isDamaged: (path: string) => boolean): readonly BagProblem[] {
  const text = texts.get(name)
  if (text === undefined) return index === null ? [problem(name, 'missing')] : []
  const { lines, fault } = parseManifest(text)
  const problems: BagProblem[] = fault === null ? [] : [problem(name, fault.kind, fault.kind === 'bom' ? {} : { line: fault.line })]
  if (isDamaged(name)) return problems
  const listed = new Set<string>()
  for (const { path, digest } of lines) {
    listed.add(path)
    const file = found.get(path)
    if (isDamaged(path)) continue
    const actual = name === tagNames.manifestSm3 ? file?.sm3 : file?.sha256
    // Without an index the files were judged by this very list, and what differs is told there.
    if (!isItsBusiness(path) || (actual !== digest && (index !== null || name === tagNames.manifestSm3))) problems.push(problem(path, 'manifestWrong', { other: name }))
  }
  const owned = index === null ? [...found.keys()] : index.files.map((file) => file.path)
  for (const path of owned) if (isItsBusiness(path) && !listed.has(path)) problems.push(problem(path, 'unlisted', { other: name }))
  return problems
}

function judgeInfo({ texts, found, index }: Survey, isDamaged: (path: string) => boolean): readonly BagProblem[] {
  const text = texts.get(tagNames.info)
  if (text === undefined || isDamaged(tagNames.info)) return []
  const files = index?.files ?? Array.from(found, ([path, { bytes }]) => ({ path, bytes }))
  const payload = files.filter(({ path }) => path.startsWith('data/'))
  const oxum = `${payload.reduce((sum, { bytes }) => sum + bytes, 0)}.${payload.length}`
  return bagInfoValue(text, 'Payload-Oxum') === oxum ? [] : [problem(tagNames.info, text.startsWith('\uFEFF') ? 'bom' : 'oxumWrong')]
}

function judgeSeal({ texts, found }: Survey, { code, previousSeal }: Expectations, isDamaged: (path: string) => boolean): readonly BagProblem[] {
  const text = texts.get(tagNames.seal)
  if (isDamaged(tagNames.seal)) return []
  if (text === undefined) return code === undefined && previousSeal === undefined ? [] : [problem(tagNames.seal, 'missing')]
  const record = parseSealRecord(text)
  if (record === null) return [problem(tagNames.seal, 'sealWrong')]
  const problems: BagProblem[] = []
  const isManifestOf = (name: string, digest: string): boolean => isDamaged(name) || found.get(name)?.sha256 === digest
  if (!isManifestOf(tagNames.manifest, record.manifestSha256) || !isManifestOf(tagNames.manifestSm3, record.manifestSm3Sha256)) problems.push(problem(tagNames.seal, 'sealWrong'))
  if (code !== undefined && !matchesShortCode(code, found.get(tagNames.seal)?.sha256 ?? '')) problems.push(problem(tagNames.seal, 'codeWrong'))
  if (previousSeal !== undefined && record.previous !== previousSeal) problems.push(problem(tagNames.seal, 'chainBroken'))
  return problems
}
