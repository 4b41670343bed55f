/** The tag files of a bag from what is known of its payload (SPEC BAG-1, BAG-2, BAG-3). */
import { formatBagInfo, formatManifest } from '../../../shared/archive/bagManifest'
import { tagNames } from '../../../shared/archive/bagNames'
import { formatSealRecord } from '../../../shared/archive/sealRecord'
import { shortCode } from '../../../shared/archive/shortCode'
import { bagReadme } from '../../../shared/text/bagReadme'
import { sha256 } from '../../storage/generationFile'
import type { BagFacts, BagFile, Seal } from './bagFile'
import { beijingTime } from './beijingTime'
import { verifyScriptUnix, verifyScriptWindows } from './verifyScripts'

/** A payload file that was hashed. */
export interface HashedFile {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  readonly sm3: string
}

/** The only `bagit.txt` there is. */
export const declaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** All tag files but those of `parity/`. */
export function makeTagFiles(payload: readonly HashedFile[], facts: BagFacts): { readonly files: readonly BagFile[]; readonly seal: Seal | null } {
  const manifest = formatManifest(payload.map(({ path, sha256: digest }) => ({ path, digest })))
  const manifestSm3 = formatManifest(payload.map(({ path, sm3 }) => ({ path, digest: sm3 })))
  const record = facts.seal === null ? null : formatSealRecord({ ...facts.seal, manifestSha256: sha256(manifest), manifestSm3Sha256: sha256(manifestSm3) })
  const seal = record === null ? null : { sha256: sha256(record), shortCode: shortCode(sha256(record)) }
  const bytes = payload.reduce((sum, file) => sum + file.bytes, 0)
  const texts: ReadonlyArray<readonly [path: string, text: string]> = [
    [tagNames.declaration, declaration],
    [tagNames.info, formatBagInfo(infoRows(facts, seal, `${bytes}.${payload.length}`))],
    [tagNames.readme, bagReadme({ ...facts, madeAt: beijingTime(facts.madeAt), seal: facts.seal === null || seal === null ? null : { ...facts.seal, ...seal }, files: payload.length, bytes })],
    [tagNames.manifest, manifest],
    [tagNames.manifestSm3, manifestSm3],
    ...(record === null ? [] : [[tagNames.seal, record] as const]),
    [tagNames.verifyWindows, verifyScriptWindows],
    [tagNames.verifyUnix, verifyScriptUnix],
  ]
  const files = texts.map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }))
  const tagManifest = formatManifest(files.map((file) => ({ path: file.path, digest: sha256(file.bytes) })))
  return { files: [...files, { path: tagNames.tagManifest, bytes: new TextEncoder().encode(tagManifest) }], seal }
}

function infoRows({ seal: record, organisation, description, madeAt, program }: BagFacts, seal: Seal | null, oxum: string): ReadonlyArray<readonly [string, string]> {
  const rows: ReadonlyArray<readonly [string, string]> = [
    ['Source-Organization', organisation], ['External-Description', description], ['Bagging-Date', madeAt.slice(0, 10)], ['Payload-Oxum', oxum], ['Bag-Software-Agent', program],
    ...(record === null || seal === null ? [] : [
      ['Andu-Year', String(record.year)], ['Andu-Sequence', String(record.sequence)], ['Andu-Seal-Previous', record.previous ?? ''], ['Andu-Seal-SHA256', seal.sha256], ['Andu-Seal-Code', seal.shortCode],
    ] as const),
  ]
  return rows.filter(([, value]) => value.trim() !== '')
}
