import { describe, expect, it } from 'vitest'
import { openCompound } from '../../../../electron/import/doc/compoundFile'
import { readCompound } from '../../../../electron/import/doc/readCompound'
import { ImportRefusal } from '../../../../electron/import/refusal'
import type { SourceDocument } from '../../../../electron/import/sourceDocument'
import { sourceText } from '../../../../electron/import/sourceText'
import { allowedGrowth, growth, growthOfBest, seconds } from '../../../support/growth'
import { compoundFile, numberBytes } from '../../../support/compoundFiles'
import { change, docFile, docStreams, plain } from '../../../support/docFiles'
import { chineseLevels, compoundSeeds, seedParts } from '../../../fuzz/compoundSeeds'

function outcome(bytes: Uint8Array): string {
  try {
    return sourceText(readCompound(bytes)).text
  } catch (reason) {
    if (reason instanceof ImportRefusal) return reason.code
    throw reason
  }
}

const partsOf = (name: string): (typeof seedParts)[number][1] => seedParts.find(([each]) => each === name)?.[1] ?? { main: [] }
const changed = (bytes: Uint8Array, at: number, values: readonly number[]): Uint8Array => {
  const copy = Uint8Array.from(bytes)
  copy.set(values, at)
  return copy
}

/** The place in the sector table of the entry for a sector. */
const linkOf = (file: Uint8Array, sector: number): number => 512 + new DataView(file.buffer).getUint32(76, true) * 512 + sector * 4

describe('hostile compound files', () => {
  const big = compoundFile({ WordDocument: new Uint8Array(20_000), '1Table': new Uint8Array(5000) })

  it('IMPORT-10: a chain of sectors in a circle is refused, where a straight one is read (control)', () => {
    expect(openCompound(big).stream('WordDocument')?.length).toBe(20_000)
    const circle = changed(big, linkOf(big, 5), numberBytes(2, 4))
    expect(() => openCompound(circle).stream('WordDocument')).toThrow(ImportRefusal)
    const directoryStart = new DataView(big.buffer).getUint32(48, true)
    expect(outcome(changed(big, linkOf(big, directoryStart), numberBytes(directoryStart, 4)))).toBe('fileUnsafe')
    // The list of the sectors of the table names itself.
    expect(outcome(changed(changed(big, 68, numberBytes(0, 4)), 512 + 508, numberBytes(0, 4)))).toBe('fileUnsafe')
  })

  it('IMPORT-10: sizes that lie cost neither time nor memory', () => {
    const entry = 512 + new DataView(big.buffer).getUint32(48, true) * 512 + 128
    const lying = changed(big, entry + 120, numberBytes(0xfffffff0, 4))
    expect(seconds(() => { expect(openCompound(lying).stream('WordDocument')?.length).toBe(20_480) })).toBeLessThan(2)
  })

  it('IMPORT-10: a short last sector is filled up, a file that is cut shorter is refused', () => {
    const file = docFile(partsOf('plain'))
    const used = file.length - [...file].reverse().findIndex((byte) => byte !== 0xff)
    expect(outcome(file.subarray(0, used))).toBe(outcome(file))
    expect(outcome(file.subarray(0, 3000))).toBe('fileDamaged')
  })

  it('IMPORT-10: the tree of names may run in a circle', () => {
    const file = docFile(partsOf('plain'))
    const directory = 512 + new DataView(file.buffer).getUint32(48, true) * 512
    // The second neighbour points back to the first.
    expect(outcome(changed(file, directory + 2 * 128 + 72, numberBytes(1, 4)))).toBe(outcome(file))
  })

  it('IMPORT-10: damage of styles, lists and formatting leaves the text', () => {
    const parts = { ...partsOf('lists'), styles: partsOf('pieces').styles ?? [] }
    const { WordDocument: main = new Uint8Array(0), ...others } = docStreams(parts)
    const text = ['工作', '学习', '一次', '另起']
    for (const table of [1, 12, 13, 73, 74]) {
      for (const place of [numberBytes(0xfffffff0, 4), numberBytes(1, 4)]) {
        const lines = outcome(compoundFile({ WordDocument: changed(main, 154 + table * 8, place), ...others })).split('\n')
        expect(lines.map((line, index) => line.endsWith(text[index] ?? '?'))).toEqual([true, true, true, true])
        expect([table, readCompound(compoundFile({ WordDocument: changed(main, 154 + table * 8, numberBytes(0xfffffff0, 4)), ...others })).met.damaged > 0]).toEqual([table, true])
      }
    }
    // Without the pieces there is no text (control).
    expect(outcome(compoundFile({ WordDocument: changed(main, 154 + 33 * 8, numberBytes(0xfffffff0, 4)), ...others }))).toBe('fileDamaged')
  })

  it('IMPORT-10: many paragraphs that go on in each other, and parts that overlap, take no longer than their text', () => {
    const joined = docFile({ main: Array.from({ length: 20_000 }, () => plain('甲', { markChanges: change(0x0800, 1) })) })
    expect(seconds(() => { expect(outcome(joined).length).toBe(20_000) })).toBeLessThan(5)
    const count = 4000
    const overlapping = docFile({
      main: [plain('文\u0002'.repeat(count))], footnotes: [{ runs: [{ text: '隐'.repeat(100_000), changes: change(0x083c, 1) }] }],
      tables: { 2: [...Array.from({ length: count }, (_, index) => index * 2 + 1), count * 2].flatMap((place) => numberBytes(place, 4)).concat(Array.from({ length: count * 2 }, () => 1)), 3: Array.from({ length: count + 2 }, (_, index) => numberBytes(index % 2 === 0 ? 0 : 100_000, 4)).flat() },
    })
    expect(seconds(() => { expect(outcome(overlapping)).toContain(`[${count}]`) })).toBeLessThan(5)
  })

  it('IMPORT-10: styles that are based on each other end', () => {
    const styles = [{ name: '甲', basedOn: 1 }, { name: '乙', basedOn: 0 }]
    expect(outcome(docFile({ main: [plain('文字', { style: 1 })], styles }))).toBe('文字')
  })

  it('IMPORT-10: lists that begin at numbers that no list has', () => {
    const listed = [...change(0x260a, 0), ...change(0x460b, 1, 0)]
    for (const start of [-5, 0x7fffffff]) for (const format of [1, 3, 39]) expect(outcome(docFile({ main: [plain('甲', { changes: listed })], lists: [[{ format, text: '\u0000.', start }]] }))).toBe(`${start}.甲`)
  })

  it('IMPORT-10: more characters than a report has are refused', () => {
    const { WordDocument: main = new Uint8Array(0), ...others } = docStreams(partsOf('plain'))
    expect(outcome(compoundFile({ WordDocument: changed(main, 76, numberBytes(0x7fffffff, 4)), ...others }))).toBe('fileTooLong')
  })

  it('IMPORT-10: thousands of damaged files give a document or a refusal', () => {
    let state = 20261121
    const draw = (most: number): number => (state = (state * 48271) % 2147483647) % most
    const outcomes = new Map<string, number>()
    for (let round = 0; round < 6000; round += 1) {
      const [name, seed] = compoundSeeds[round % compoundSeeds.length] ?? ['', new Uint8Array(0)]
      const bytes = Uint8Array.from(seed)
      const edits = 1 + draw(12)
      for (let edit = 0; edit < edits; edit += 1) {
        const at = draw(bytes.length - 8)
        const kind = draw(5)
        if (kind === 0) bytes[at] = draw(256)
        else if (kind === 1) bytes.set(numberBytes([0, 1, 0xffffffff, 0x7fffffff, 0xfffffffe, bytes.length][draw(6)] ?? 0, 4), at & ~3)
        else if (kind === 2) bytes.copyWithin(at, draw(bytes.length - 8), draw(bytes.length))
        else if (kind === 3) bytes[at] = (bytes[at] ?? 0) ^ (1 << draw(8))
        else bytes.fill(0, at, at + draw(64))
      }
      const cut = draw(20) === 0 ? bytes.subarray(0, 8 + draw(bytes.length - 8)) : bytes
      const read = outcome(cut)
      const kind = read === outcome(seed) ? 'same' : /^file\w+$|^\w+File$|^format\w+$/.test(read) ? read : 'other'
      outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1)
      if (name === '') throw new Error('no seed')
    }
    // Damage that is never noticed, or always, would show that the edits do not reach the reader (control).
    for (const kind of ['same', 'other', 'fileDamaged', 'fileUnsafe']) expect([kind, (outcomes.get(kind) ?? 0) > 50]).toEqual([kind, true])
  })
})

describe('time', () => {
  const long = (size: number): Uint8Array => docFile({
    main: Array.from({ length: size * 300 }, (_, index) => ({
      runs: [{ text: `第${index}项工作按期完成，` }, { text: '群众满意率稳步提高。'.repeat(16), changes: change(0x0835, index % 2) }], changes: [...change(0x260a, index % 3), ...change(0x460b, 1, 0)],
    })),
    lists: [chineseLevels], pieces: size * 10,
  })

  it('IMPORT-10: ten times the text takes about ten times as long', () => {
    const file = long(1)
    expect(sourceText(readCompound(file)).text.length).toBeGreaterThan(50_000)
    expect(growth(long, (bytes) => { readCompound(bytes) })).toBeLessThan(allowedGrowth)
    // Control: work that looks at all of the text for each paragraph.
    const quadratic = ({ blocks }: SourceDocument): void => {
      const text = sourceText({ blocks, notes: [] }).text
      let found = 0
      for (const _ of blocks) for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) === 0x4e00) found += 1
      expect(found).toBeGreaterThan(0)
    }
    expect(growthOfBest((size) => readCompound(long(size / 5)), quadratic)).toBeGreaterThan(allowedGrowth)
  })

  it('IMPORT-10: 600,000 characters are read', () => {
    const file = long(12)
    const text = sourceText(readCompound(file)).text
    expect(text.length).toBeGreaterThan(600_000)
  })
})
