/** Reading apart, as the command line does it: real threads, the real program, and programs that misbehave in its place. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { threadReading } from '../../../electron/cli/threadReading'
import { limits } from '../../../electron/import/limits'
import { exportWord } from '../../../electron/export/exportWord'
import { readSheet, readSource } from '../../../electron/import/readers'
import { createReader, type SourceReading } from '../../../electron/reading/createReader'
import type { StartReading } from '../../../electron/reading/readingProcess'
import { errorMessage } from '../../../shared/text/errors'
import { pngOf } from '../../support/pictures'
import { builtProgram, pretender, type pretenders } from '../../support/readingProgram'
import { codeOf, tempFolder, valueOf } from '../../support/tempLibrary'
import { paragraph, wordFile } from '../../support/wordFiles'
import { sampleReport } from '../export/sampleReport'

const folder = tempFolder()
let program = ''
beforeAll(async () => { program = await builtProgram(folder.path) })
afterAll(folder.remove)

const open: SourceReading[] = []
afterEach(() => { for (const each of open.splice(0)) each.close() })

function reader(start: StartReading, bounds: Parameters<typeof createReader>[1] = {}): SourceReading {
  const made = createReader(start, { watchEvery: 50, ...bounds })
  open.push(made)
  return made
}

const bytes = new TextEncoder().encode('清河县档案局2025年度工作总结\n一、主要做法')
const run = (does: keyof typeof pretenders, bounds: Parameters<typeof createReader>[1] = {}) => reader(threadReading(pretender(folder.path, does)), bounds).read(bytes, '甲.doc')

/** Counts what is started, and what of it still runs. */
function counted(start: StartReading): { readonly start: StartReading; readonly met: { started: number; running: number; most: number } } {
  const met = { started: 0, running: 0, most: 0 }
  return { met, start: (told) => {
    met.started += 1
    met.running += 1
    met.most = Math.max(met.most, met.running)
    return start({ ...told, onEnd: (reason) => {
      met.running -= 1
      told.onEnd(reason)
    } })
  } }
}

describe('what is read apart', () => {
  it('READ-1: is what the reader itself yields, with nothing but the bytes of the file sent there', async () => {
    const sent: unknown[] = []
    const spied: StartReading = (told) => {
      const process = threadReading(program)(told)
      return { ...process, send: (request) => {
        sent.push(request)
        process.send(request)
      } }
    }
    const { read } = reader(spied)
    const picture = pngOf(2, 2)
    const word = wordFile(`${paragraph('标题')}${paragraph('一、做法')}`, { others: { 'word/media/a.png': new TextDecoder('latin1').decode(picture) } })
    // A view into a larger piece of memory must not take the rest of it along.
    const large = new Uint8Array(word.length + 4096).fill(7)
    large.set(word, 1024)
    for (const [name, file] of [['甲.txt', bytes], ['乙.docx', large.subarray(1024, 1024 + word.length)], ['丙.pdf', new TextEncoder().encode('{\\rtf1 x')], ['丁.bin', new Uint8Array([0, 1, 2])]] as const) {
      expect(await read(file, name)).toEqual(await readSource(file, name))
    }
    expect(sent.map((each) => Object.keys(each as object))).toEqual(sent.map(() => ['id', 'wanted', 'bytes']))
    for (const each of sent as { readonly bytes: Uint8Array }[]) expect(each.bytes.buffer.byteLength).toBe(each.bytes.length)
  })

  it('READ-1: is held against the standard there, too, with what the unit has chosen', async () => {
    const { readSheet: apart } = reader(threadReading(program))
    const word = await exportWord(sampleReport, { pageNumberPlace: 'centre' })
    const [usual, chosen] = [await apart(word.bytes, '甲.docx'), await apart(word.bytes, '甲.docx', { pageNumberPlace: 'centre' })]
    expect([usual, chosen]).toEqual([await readSheet(word.bytes, '甲.docx'), await readSheet(word.bytes, '甲.docx', { pageNumberPlace: 'centre' })])
    expect([usual, chosen].map((sheet) => valueOf(sheet).clauses.filter(({ result }) => result === 'fail').length > 0)).toEqual([true, false])
    expect(await apart(bytes, '甲.txt')).toEqual({ ok: false, error: { code: 'wordExpected', detail: { name: '甲.txt' } } })
    expect(await apart(word.bytes.subarray(0, 3000), '半.docx')).toMatchObject({ ok: false, error: { detail: { name: '半.docx' } } })
  })

  it('READ-1: an empty file and one that is too large start nothing', async () => {
    const { met, start } = counted(threadReading(program))
    const { read } = reader(start)
    expect([codeOf(await read(new Uint8Array(), 'a')), codeOf(await read(new Uint8Array(limits.documentBytes + 1), 'a'))]).toEqual(['fileEmpty', 'fileTooLarge'])
    expect(met.started).toBe(0)
  })
})

describe('a reading that goes wrong', () => {
  it.each(['never', 'regex', 'silent'] as const)('READ-3: that never ends (%s) is stopped at its deadline, with its own words', async (does) => {
    const result = await run(does, { deadline: 300 })
    expect(result).toEqual({ ok: false, error: { code: 'readTooSlow', detail: { seconds: 0, name: '甲.doc' } } })
  })

  it('READ-3: the control: the same program under a deadline that it keeps is read', async () => {
    expect(valueOf(await run('light', { deadline: 20_000 })).document.blocks).toHaveLength(1)
  })

  it.each(['heap', 'buffers'] as const)('READ-3: that takes memory without end (%s) is stopped, and the rest of the program goes on', async (does) => {
    const before = process.memoryUsage.rss()
    let most = 0
    const watch = setInterval(() => { most = Math.max(most, process.memoryUsage.rss() - before) }, 20)
    expect(codeOf(await run(does, { deadline: 30_000 }))).toBe('readTooHungry')
    clearInterval(watch)
    console.log(`${does}: at most ${Math.round(most / 1024 / 1024)} MB more`)
    expect(most).toBeLessThan(limits.process.memory * 2)
  })

  it('READ-3: the control: without the watch, the same program takes more than it may', async () => {
    const before = process.memoryUsage.rss()
    let most = 0
    const watch = setInterval(() => { most = Math.max(most, process.memoryUsage.rss() - before) }, 20)
    const controller = new AbortController()
    const { read } = reader(threadReading(pretender(folder.path, 'buffers')), { memory: Infinity, deadline: 30_000 })
    const reading = read(bytes, 'a', controller.signal)
    while (most <= limits.process.memory * 1.5) await new Promise((resolve) => { setTimeout(resolve, 10) })
    controller.abort()
    clearInterval(watch)
    expect(codeOf(await reading)).toBe('cancelled')
  })

  it.each(['throws', 'exits'] as const)('READ-3: that breaks off (%s) is told as broken', async (does) => {
    expect(await run(does)).toEqual({ ok: false, error: { code: 'readBroken', detail: { reason: 'ended', name: '甲.doc' } } })
  })

  it.each(['garbage', 'nothing', 'stranger', 'unknownKey', 'tooLong', 'wrongType'] as const)('READ-2: an answer that no reader gives (%s) is not taken', async (does) => {
    expect(codeOf(await run(does))).toBe('readBroken')
  })

  it('READ-2: nor is the answer to another question', async () => {
    expect(codeOf(await reader(threadReading(pretender(folder.path, 'good'))).readSheet(bytes, '甲.docx'))).toBe('readBroken')
    expect(codeOf(await run('sheet'))).toBe('readBroken')
    expect(valueOf(await reader(threadReading(pretender(folder.path, 'sheet'))).readSheet(bytes, '甲.docx')).clauses).toHaveLength(1)
    expect(codeOf(await reader(threadReading(pretender(folder.path, 'oddSheet'))).readSheet(bytes, '甲.docx'))).toBe('readBroken')
  })

  it('READ-2: the control: the same kind of program with a right answer is taken', async () => {
    expect(valueOf(await run('good')).document.blocks[0]).toMatchObject({ runs: [{ text: '好' }] })
  })

  it('READ-3: a program that is not there is told as broken', async () => {
    expect(codeOf(await reader(threadReading(`${folder.path}/none.cjs`)).read(bytes, 'a'))).toBe('readBroken')
    const unable = reader(() => { throw new Error('no more processes') })
    expect((await Promise.all([1, 2, 3].map(() => unable.read(bytes, 'a')))).map(codeOf)).toEqual(['readBroken', 'readBroken', 'readBroken'])
  })

  it('READ-3: each has words of its own with a way out', () => {
    const said = (['readTooSlow', 'readTooHungry', 'readBroken'] as const).map((code) => errorMessage({ code, detail: { name: '甲.doc', seconds: 15 } }))
    expect(new Set(said.map(({ found }) => found)).size).toBe(3)
    for (const { found, advice } of said) expect([found.includes('甲.doc'), advice.includes('另存为')]).toEqual([true, true])
  })
})

describe('the processes', () => {
  it('READ-4: at most two read at a time, and one that is done goes on to the next file', async () => {
    const { met, start } = counted(threadReading(program))
    const { read } = reader(start)
    const all = await Promise.all(Array.from({ length: 12 }, (_, at) => read(bytes, `${at}.txt`)))
    expect(all.every(({ ok }) => ok)).toBe(true)
    expect(met).toMatchObject({ started: 2, most: 2 })
  })

  it('READ-4: one ends after its number of files, after a failure, and when nothing comes', async () => {
    const { met, start } = counted(threadReading(program))
    const { read } = reader(start, { files: 3, atOnce: 1, idle: 100 })
    for (let at = 0; at < 7; at += 1) expect((await read(bytes, 'a.txt')).ok).toBe(true)
    expect(met.started).toBe(3)
    await expect.poll(() => met.running).toBe(0)
    const failing = counted(threadReading(pretender(folder.path, 'garbage')))
    const broken = reader(failing.start, { atOnce: 1 })
    for (let at = 0; at < 3; at += 1) expect(codeOf(await broken.read(bytes, 'a.txt'))).toBe('readBroken')
    expect(failing.met.started).toBe(3)
    const heavy = counted(threadReading(program))
    const resident = reader(heavy.start, { atOnce: 1, resident: -Infinity })
    for (let at = 0; at < 3; at += 1) expect((await resident.read(bytes, 'a.txt')).ok).toBe(true)
    expect(heavy.met.started).toBe(3)
  })

  it('READ-4: cancelling ends the one that reads, and takes away the one that waits; others go on', async () => {
    const { met, start } = counted(threadReading(pretender(folder.path, 'never')))
    const { read, close } = reader(start, { atOnce: 1 })
    const [first, second] = [new AbortController(), new AbortController()]
    const results = [read(bytes, 'a', first.signal), read(bytes, 'b', second.signal), read(bytes, 'c')]
    second.abort()
    expect(codeOf(await (results[1] as Promise<never>))).toBe('cancelled')
    expect(met.started).toBe(1)
    first.abort()
    expect(codeOf(await (results[0] as Promise<never>))).toBe('cancelled')
    expect(met.started).toBe(2)
    close()
    expect(codeOf(await (results[2] as Promise<never>))).toBe('cancelled')
    await expect.poll(() => met.running).toBe(0)
    expect(codeOf(await read(bytes, 'd'))).toBe('cancelled')
  })
})
