import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemFonts } from '../../../electron/storage/fontFiles'

let folder = ''
beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), 'andu-fonts-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function put(...parts: readonly string[]): string {
  const file = path.join(folder, ...parts)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, 'abcdef')
  return file
}

describe('font files', () => {
  it('PDF-3: on Windows those of the system, of the user, and of every version of WPS; nothing else', async () => {
    const files = [put('Windows', 'Fonts', 'simfang.ttf'), put('local', 'Microsoft', 'Windows', 'Fonts', 'FZXBSJW.TTF'), put('local', 'Kingsoft', 'WPS Office', '12.1.0', 'office6', 'fonts', 'wps.otf')]
    put('Windows', 'Fonts', 'desktop.ini')
    put('local', 'Kingsoft', 'WPS Office', '12.1.0', 'office6', 'mui', 'other.ttf')
    const found = await systemFonts('win32', { WINDIR: path.join(folder, 'Windows'), LOCALAPPDATA: path.join(folder, 'local') }).list()
    expect(found.map((file) => file.path)).toEqual(files)
    expect(found[0]?.size).toBe(6)
  })
  it('PDF-3: on Linux folders below folders, those of ANDU_FONTS first, each file once; a folder that is not there holds nothing', async () => {
    const own = put('own', 'a.ttf')
    const home = [put('home', '.local', 'share', 'fonts', 'deep', 'er', 'b.ttc'), put('home', '.fonts', 'c.otf')]
    const found = await systemFonts('linux', { HOME: path.join(folder, 'home'), ANDU_FONTS: `${path.join(folder, 'own')}:${path.join(folder, 'own')}:/no/such/folder` }).list()
    expect(found.map((file) => file.path).filter((file) => file.startsWith(folder))).toEqual([own, ...home])
  })
  it('PDF-3: parts of a file are read, and fewer bytes beyond its end', async () => {
    const file = put('a.ttf')
    const parts = await systemFonts('linux', {}).readParts(file, async (read) => [await read(1, 2), await read(4, 10)])
    expect(parts.map((part) => Buffer.from(part).toString())).toEqual(['bc', 'ef'])
  })
})
