/** The fonts that tests of exported pages use: free stand-ins, whatever else the computer has. */
import path from 'node:path'
import { systemFonts, type FontFiles } from '../../electron/storage/fontFiles'

/** `configuration`: the fontconfig file of `prepareRendering`; the Chinese fonts lie beside it, the Latin ones are those of the system. */
export function testFonts(configuration: string): FontFiles {
  const folder = path.dirname(configuration)
  const all = systemFonts('linux', { ANDU_FONTS: folder, HOME: '/nowhere' })
  return { ...all, list: async () => (await all.list()).filter((file) => file.path.startsWith(folder) || /liberation/i.test(file.path)) }
}
