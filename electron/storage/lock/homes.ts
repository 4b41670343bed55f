/** Which files of a data folder are locked, and the folder that each is bound to (SPEC LOCK-1). */
import { dirname, isAbsolute, relative } from 'node:path'

/** The folder of a file that is locked, relative to the data folder, with `/` between its names; null for a file that stays plain. */
export type HomeOf = (path: string) => string | null

/** Needed before there is a key, or made to be read without the program. */
const plainParts: readonly string[] = ['andu', 'lock', 'leases', 'log']
/** A sealed year is on paper and on discs as it is. */
const sealedYears = 'archive/sealed'

/** For the data folder `root`. */
export function homesIn(root: string): HomeOf {
  return (path) => {
    const below = relative(root, dirname(path))
    if (isAbsolute(below) || below === '..' || /^\.\.[/\\]/.test(below)) return null
    const home = below.replace(/\\/g, '/')
    const [part = ''] = home.split('/')
    return plainParts.includes(part) || home === sealedYears || home.startsWith(`${sealedYears}/`) ? null : home
  }
}

/** Damaged files are set aside as they are, wherever they came from. */
export function isQuarantine(home: string): boolean {
  return home === 'quarantine' || home.startsWith('quarantine/')
}
