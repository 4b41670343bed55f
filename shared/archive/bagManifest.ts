/** Manifests and `bag-info.txt` of a bag as text (SPEC BAG-1; RFC 8493 §2.1.3, §2.2.2). Written in one way only, so that every byte counts. */
import { comparePaths } from './bagNames'

/** One line of a manifest: digest in lower-case hex and path. */
export interface ManifestLine {
  readonly digest: string
  readonly path: string
}

/** What can be wrong with the text of a manifest, the first thing found. `line` counts from 1. */
export type ManifestFault = { readonly kind: 'bom' } | { readonly kind: 'malformedLine' | 'duplicateLine' | 'unsorted'; readonly line: number }

/** The text of a manifest: lines in order of path, two blanks between digest and path, each ended by one line feed. */
export function formatManifest(lines: readonly ManifestLine[]): string {
  return [...lines].sort((a, b) => comparePaths(a.path, b.path)).map(({ digest, path }) => `${digest}  ${path}\n`).join('')
}

/** Reads a manifest and says what is wrong with it; lines that can be read are given in any case. Digests have 64 digits (SHA-256 and SM3). */
export function parseManifest(text: string): { readonly lines: readonly ManifestLine[]; readonly fault: ManifestFault | null } {
  let fault: ManifestFault | null = text.startsWith('\uFEFF') ? { kind: 'bom' } : null
  const lines: ManifestLine[] = []
  const seen = new Set<string>()
  const rows = text.replace(/^\uFEFF/, '').split('\n')
  // The last line feed ends the last line; what follows it is a line too many, or one that was cut off.
  if (rows.length > 1 && rows[rows.length - 1] === '') rows.pop()
  else fault ??= { kind: 'malformedLine', line: rows.length }
  rows.forEach((row, index) => {
    const match = /^([0-9a-f]{64}) {2}([^\r]+)$/.exec(row)
    const [, digest = '', path = ''] = match ?? []
    if (match === null) fault ??= { kind: 'malformedLine', line: index + 1 }
    else if (seen.has(path)) fault ??= { kind: 'duplicateLine', line: index + 1 }
    else {
      const before = lines[lines.length - 1]
      if (before !== undefined && comparePaths(before.path, path) > 0) fault ??= { kind: 'unsorted', line: index + 1 }
      seen.add(path)
      lines.push({ digest, path })
    }
  })
  return { lines, fault }
}

/** Labels and values of `bag-info.txt`, one a line; line ends inside a value become blanks. */
export function formatBagInfo(rows: readonly (readonly [label: string, value: string])[]): string {
  return rows.map(([label, value]) => `${label}: ${value.replace(/\s+/g, ' ').trim()}\n`).join('')
}

/** The value of a label of `bag-info.txt`; null if it is not there. */
export function bagInfoValue(text: string, label: string): string | null {
  const row = text.split('\n').find((each) => each.toLowerCase().startsWith(`${label.toLowerCase()}:`))
  return row === undefined ? null : row.slice(label.length + 1).trim()
}
