/** The sealed packages of a year as 四性检测 sees them (SPEC CHECK-6): every byte read, the chain of seals followed through all years. */
import { join } from 'node:path'
import type { PackageFacts } from '../../shared/archive/checks/checkFacts'
import { tagNames } from '../../shared/archive/bagNames'
import { bagText } from '../../shared/text/bag'
import { fillPlaces } from '../../shared/text/errors'
import type { BagProblem, BagProblemKind, BagVerdict } from '../archive/bag/verdict'
import { verifyBag } from '../archive/bag/verifyBag'
import { sha256 } from '../storage/generationFile'
import type { StorageIo } from '../storage/storageIo'
import { exists } from '../storage/publish'

const foreignKinds: readonly BagProblemKind[] = ['extra', 'emptyFolder', 'link', 'duplicateName']
const unreadableKinds: readonly BagProblemKind[] = ['unreadable', 'notAFile', 'tooLarge', 'tooDeep', 'tooMany']

/** Every sealed package of the year, checked byte by byte. */
export async function sealedFacts({ io }: { readonly io: StorageIo }, root: string, year: number): Promise<readonly PackageFacts[]> {
  const sealed = join(root, 'archive', 'sealed')
  const names = await sealedNames(io, root)
  const seals = new Set<string>()
  const ofYear: { readonly name: string; readonly verdict: BagVerdict }[] = []
  for (const name of names) {
    const isWanted = name.startsWith(`${year}-`)
    const seal = isWanted ? null : await sealOf(io, join(sealed, name))
    if (seal !== null) seals.add(seal)
    if (!isWanted) continue
    const verdict = await verifyBag(io, join(sealed, name))
    if (verdict.label.seal !== null) seals.add(verdict.label.seal.sha256)
    ofYear.push({ name, verdict })
  }
  return Promise.all(ofYear.map(({ name, verdict }) => factsOf(io, join(sealed, name), name, verdict, seals)))
}

/** Names of the sealed packages of a data folder, `2025-1`, in order. */
export async function sealedNames(io: StorageIo, root: string): Promise<readonly string[]> {
  const sealed = join(root, 'archive', 'sealed')
  if (!(await exists(io, sealed))) return []
  return [...await io.readdir(sealed)].filter((name) => /^\d{4}-\d+$/.test(name)).sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
}

async function sealOf(io: StorageIo, folder: string): Promise<string | null> {
  return io.read(join(folder, tagNames.seal)).then(sha256, () => null)
}

async function factsOf(io: StorageIo, folder: string, name: string, { problems, label: { seal } }: BagVerdict, seals: ReadonlySet<string>): Promise<PackageFacts> {
  const records = await io.readdir(join(folder, 'data', 'reports')).then((found) => found.length, () => 0)
  const isOf = (kinds: readonly BagProblemKind[]) => ({ kind }: BagProblem): boolean => kinds.includes(kind)
  const [foreign, missing] = [problems.filter(isOf(foreignKinds)), problems.filter(isOf(['missing']))]
  const faults = problems.filter((problem) => !foreign.includes(problem) && !missing.includes(problem))
  return {
    name, faults: faults.map((problem) => ({ path: problem.path, what: wordsOf(problem) })), foreign: foreign.map(({ path }) => path), missing: missing.map(({ path }) => path),
    records, rows: seal?.reports ?? 0, isChained: seal === null ? false : seal.previous === null ? null : seals.has(seal.previous),
    program: seal?.program ?? '', isReadable: !problems.some(isOf(unreadableKinds)),
  }
}

function wordsOf({ kind, other, line }: BagProblem): string {
  return fillPlaces(bagText.problems[kind], { other: other ?? '', line: line ?? '' })
}
