import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LibraryOptions } from '../../../electron/library/openLibrary'
import { openTempLibrary, tempFolder, type TempFolder } from '../../support/tempLibrary'

let folder: TempFolder
beforeEach(() => { folder = tempFolder() })
afterEach(() => folder.remove())

const presence = (processId: number): NonNullable<LibraryOptions['presence']> => ({ holder: { computer: 'here', processId }, isAlive: () => true, every: () => () => undefined })

/** A folder that was being built when the power went, with something in it; its path. */
function building(...place: readonly string[]): string {
  const path = join(folder.path, ...place, '.building-0123456789ab')
  mkdirSync(path, { recursive: true })
  writeFileSync(join(path, 'half.txt'), 'x')
  return path
}

describe('folders that were being built', () => {
  it('JOURNAL-8: are cleared by a program that is alone, and left by one that is not and by the command line', async () => {
    await (await openTempLibrary(folder.path)).close()
    const left = [building('archive', 'sealed'), building('incoming'), building('reports')]
    const commandLine = await openTempLibrary(folder.path)
    expect(left.every((path) => existsSync(path))).toBe(true)
    await commandLine.close()
    const first = await openTempLibrary(folder.path, { presence: presence(1) })
    expect(left.filter((path) => existsSync(path))).toEqual([])
    const atWork = building('archive', 'sealed')
    const second = await openTempLibrary(folder.path, { presence: presence(2) })
    expect(existsSync(atWork)).toBe(true)
    await second.close()
    await first.close()
  })
})
