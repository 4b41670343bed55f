import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askPassphrase } from '../../../electron/cli/askPassphrase'
import { realSurroundings } from '../../../electron/storage/surroundings'
import { runIn } from '../../support/commandLine'
import { lockUp, passphrase } from '../../support/lockedFolder'
import { openTempLibrary, tempFolder } from '../../support/tempLibrary'

const folder = tempFolder()
const data = join(folder.path, 'data')
let recoveryKey = ''

beforeAll(async () => {
  mkdirSync(data)
  const library = await openTempLibrary(data)
  await library.create({ source: { kind: 'blank' }, kind: 'general', year: 2025, unit: '清源县档案局' })
  await library.close()
  recoveryKey = (await lockUp(realSurroundings('linux'), data)).recoveryKey
  writeFileSync(join(folder.path, 'a.txt'), '清源县档案局2025年工作总结\n一、主要工作\n做好各项工作。\n')
})
afterAll(() => folder.remove())

describe('commands on a folder with a passphrase', () => {
  const list = (environment: Readonly<Record<string, string>>) => runIn(folder.path, ['library', 'list', '--data', 'data'], environment)

  it('LOCK-8: without it, or with another, they end with 6 and say why', async () => {
    expect(await list({})).toMatchObject({ code: 6, out: '', err: 'andu: 数据文件夹设有口令，还没有打开。请先输入口令；命令行请设环境变量 ANDU_PASSPHRASE，或在终端里输入。\n' })
    expect(await list({ ANDU_PASSPHRASE: '别的口令' })).toMatchObject({ code: 6, out: '' })
    expect((await list({ ANDU_PASSPHRASE: '别的口令' })).err).toContain('口令不对')
  })

  it('LOCK-8: with it, or with the recovery key, they do what they do', async () => {
    for (const text of [passphrase, recoveryKey]) expect(await list({ ANDU_PASSPHRASE: text })).toMatchObject({ code: 0, err: '' })
    expect((await runIn(folder.path, ['import', 'a.txt', '--data', 'data'], { ANDU_PASSPHRASE: passphrase })).code).toBe(0)
    expect((await list({ ANDU_PASSPHRASE: passphrase })).out).toContain('2025年工作总结')
  })

  it('LOCK-8: on the terminal it is asked for without being shown; rubbed out letters are gone, and breaking off gives nothing', async () => {
    const ask = async (typed: string): Promise<readonly [string | null, string]> => {
      const modes: boolean[] = []
      let shown = ''
      const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: (isRaw: boolean) => modes.push(isRaw) }) as unknown as NodeJS.ReadStream
      const output = { write: (part: string) => { shown += `${part}${modes.join()}` } } as unknown as NodeJS.WriteStream
      const answer = askPassphrase(input, output, '口令：')
      input.emit('data', typed)
      return [await answer, shown]
    }
    expect(await ask('青山错\u007f绿水\r')).toEqual(['青山绿水', '口令：true\ntrue,false'])
    expect((await ask('青\u0003'))[0]).toBeNull()
    expect(await askPassphrase({ isTTY: false } as NodeJS.ReadStream, {} as NodeJS.WriteStream, '')).toBeNull()
  })

  it('LOCK-6: a library that is opened without the passphrase is refused before anything is touched', async () => {
    await expect(openTempLibrary(data)).rejects.toThrow('folderLocked')
  })
})
