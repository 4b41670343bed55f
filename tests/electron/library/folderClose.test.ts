/** What is under way for the import of a folder when the program is closed, or when its reading ends early. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeStorageIo } from '../../../electron/storage/nodeStorageIo'
import { asText, oldReport } from '../../support/oldFolder'
import { codeOf, openTempLibrary, tempFolder, valueOf, type TempFolder } from '../../support/tempLibrary'

const io = nodeStorageIo('linux')
const never = (): Promise<never> => new Promise<never>(() => undefined)
const soon = (milliseconds = 50): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds) })
/** Whether it ends, in a time in which it should. */
const ends = (work: Promise<unknown>): Promise<'ended' | 'waits'> => Promise.race([work.then(() => 'ended' as const), soon(2000).then(() => 'waits' as const)])

let place: TempFolder
let old: string
let data: string

beforeEach(() => {
  place = tempFolder()
  old = join(place.path, '旧材料')
  data = join(place.path, 'data')
  mkdirSync(old)
  for (const [index, name] of ['丙.txt', '丁.txt', '戊.txt', '己.txt'].entries()) writeFileSync(join(old, name), asText(oldReport(index + 1, 6).lines))
})
afterEach(() => place.remove())

describe('a folder on a share that does not answer', () => {
  it.each(['readdir', 'stat'] as const)('FOLDER-12: closed while it is listed (%s), the library closes at once', async (step) => {
    let isLost = false
    const library = await openTempLibrary(data, { io: { ...io, [step]: (path: string) => (isLost && path.startsWith(old) ? never() : io[step](path)) } })
    isLost = true
    const opening = library.folderImports.open({ folder: old })
    await soon()
    expect(await ends(library.close())).toBe('ended')
    expect(codeOf(await opening)).toBe('cancelled')
  })

  it('FOLDER-12: forgotten while it is listed anew, the import is forgotten at once', async () => {
    let isLost = false
    const library = await openTempLibrary(data, { io: { ...io, readdir: (path) => (isLost && path.startsWith(old) ? never() : io.readdir(path)) } })
    const { job } = valueOf(await library.folderImports.open({ folder: old }))
    isLost = true
    const opening = library.folderImports.resume({ job })
    await soon()
    expect(await ends(library.folderImports.forget({ job }))).toBe('ended')
    expect(codeOf(await opening)).toBe('cancelled')
    expect(valueOf(await library.folderImports.list())).toEqual([])
    await library.close()
  })
})
