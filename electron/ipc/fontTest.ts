/**
 * Which fonts of official printing this computer lacks (SPEC IPC-9). The page's own engine is asked, in a world apart from the page's script:
 * it knows installed fonts by name on every system, and nothing has to be read from the disk.
 */
import type { WebContents } from 'electron'
import { fontFamilies, missingFonts, type MissingFont } from '../../shared/print/fonts'

/** How long the answer may take; a slow font folder must not hold up anything. */
const patience = 1500
const apartWorld = 817

/** The missing fonts; none if that could not be found out in time. */
export async function findMissingFonts(contents: Pick<WebContents, 'executeJavaScriptInIsolatedWorld'>): Promise<readonly MissingFont[]> {
  const names = Object.values(fontFamilies).flatMap((family) => [...family.families, ...family.substitutes])
  const code = `Promise.all(${JSON.stringify(names)}.map((name) => new FontFace('probe', 'local("' + name + '")').load().then(() => name, () => null)))`
  const answer = contents.executeJavaScriptInIsolatedWorld(apartWorld, [{ code }]) as Promise<unknown>
  const late = new Promise<null>((resolve) => { setTimeout(() => resolve(null), patience) })
  const found = await Promise.race([answer.catch(() => null), late])
  return Array.isArray(found) ? missingFonts(found.filter((name): name is string => typeof name === 'string')) : []
}
