/** Names inside a bag (SPEC BAG-1, BAG-2): few enough to be the same on every disk, system and disc. */

/** The tag files beside `data/` and `parity/`, by what they are. */
export const tagNames = {
  declaration: 'bagit.txt',
  info: 'bag-info.txt',
  readme: 'README-先读我.txt',
  manifest: 'manifest-sha256.txt',
  manifestSm3: 'manifest-sm3.txt',
  tagManifest: 'tagmanifest-sha256.txt',
  seal: 'seal.json',
  verifyWindows: 'check.cmd',
  verifyUnix: 'check.sh',
} as const

/** The two copies of the parity index. */
export const parityIndexNames = ['parity/parity.json', 'parity/parity-copy.json'] as const

const fixedNames: readonly string[] = Object.values(tagNames)
const deviceName = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9]|lpt[0-9])(\.|$)/

/** Whether a path may stand for a payload file: below `data/`, plain lower-case ASCII, no empty, dotted or device names, at most 121 characters. */
export function isPayloadPath(path: string): boolean {
  return path.startsWith('data/') && isPlainPath(path)
}

/** Whether a path may stand in a bag outside `parity/`: a payload file or one of the tag files. */
export function isBagPath(path: string): boolean {
  return fixedNames.includes(path) || isPayloadPath(path)
}

/** The name of a parity shard: group and number in the group. */
export function parityName(group: number, number: number): string {
  return `parity/g${String(group).padStart(3, '0')}-${String(number).padStart(2, '0')}.par`
}

function isPlainPath(path: string): boolean {
  return /^[a-z0-9][a-z0-9._/-]{0,120}$/.test(path) && path.split('/').every((part) => /^[a-z0-9_-]/.test(part) && !part.endsWith('.') && !deviceName.test(part))
}

/** Order of paths by the bytes of their UTF-8, which is that of their code points. */
export function comparePaths(a: string, b: string): number {
  // Units and code points have the same order as long as no character takes two units.
  if (!/[\ud800-\udfff]/.test(a + b)) return a < b ? -1 : a > b ? 1 : 0
  const left = Array.from(a)
  const right = Array.from(b)
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const difference = (left[index]?.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? 0)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}
