import { describe, expect, it } from 'vitest'
import { readCompound } from '../../../../electron/import/doc/readCompound'
import type { SourceBlock } from '../../../../electron/import/sourceDocument'
import { sourceText } from '../../../../electron/import/sourceText'
import { numberBytes } from '../../../support/compoundFiles'
import { encodeWith } from '../../../support/encodings'
import { oldDocFile } from '../../../support/oldDocFiles'

const chinese = (text: string): Uint8Array => Uint8Array.from(encodeWith('gb18030', text))
const linesOf = (bytes: Uint8Array): readonly string[] => sourceText(readCompound(bytes)).text.split('\n')
const lines = ['关于报送全年工作总结的报告', '“优化”服务——全年办结120件…', '一、主要做法']
const [simplified, english, taiwan] = [0x0804, 0x0409, 0x0404]

describe('files of Word 6 and 95', () => {
  it('IMPORT-10: text in the code page of the program, or what reads as Chinese', () => {
    const file = (language: number): Uint8Array => oldDocFile(lines.map((line) => ({ text: chinese(line) })), language)
    expect(linesOf(file(simplified))).toEqual(lines)
    expect(linesOf(file(english))).toEqual(lines)
    expect(linesOf(oldDocFile([{ text: Uint8Array.from(encodeWith('big5', '關於報送總結的報告')) }], taiwan))).toEqual(['關於報送總結的報告'])
    expect(linesOf(oldDocFile([{ text: Uint8Array.of(0x43, 0x61, 0x66, 0xe9, 0x20, 0x93, 0x78, 0x94) }], english))).toEqual(['Café \u201cx\u201d'])
  })

  it('IMPORT-11: hidden text, looks and page breaks', () => {
    const { blocks, met } = readCompound(oldDocFile([
      { text: chinese('标题'), changes: [5, 1, 9, 1], characters: [85, 1, 99, 32, 0] }, { text: chinese('看不见'), characters: [92, 1] }, { text: chinese('正文') },
    ], simplified))
    expect(blocks[0]).toMatchObject({ isCentered: true, pageBreakBefore: true, size: 32, runs: [{ text: '标题', bold: true }] })
    expect(blocks.map((block) => (block.kind === 'paragraph' ? block.runs.map(({ text }) => text).join('') : ''))).toEqual(['标题', '正文'])
    expect(met.hidden).toBe(3)
  })

  it('IMPORT-11: tables', () => {
    const edges = [0, 1000, 2000].flatMap((edge) => numberBytes(edge, 2))
    const row = [2, ...edges, ...Array.from({ length: 20 }, () => 0)]
    const cell = (text: string): { readonly text: Uint8Array; readonly mark: number; readonly changes: readonly number[] } => ({ text: chinese(text), mark: 7, changes: [24, 1] })
    const { blocks } = readCompound(oldDocFile([cell('单位'), cell('件数'), { text: chinese(''), mark: 7, changes: [24, 1, 25, 1, 190, ...numberBytes(row.length + 1, 2), ...row] }, { text: chinese('表后') }], simplified))
    expect(blocks.map((block: SourceBlock) => block.kind)).toEqual(['table', 'paragraph'])
    expect(linesOf(oldDocFile([cell('单位'), cell('件数'), { text: chinese(''), mark: 7, changes: [24, 1, 25, 1] }], simplified))).toEqual(['单位\t件数'])
  })

  it('IMPORT-10: numbers that such a program makes are told, since they are not read', () => {
    const { met } = readCompound(oldDocFile([{ text: chinese('第一项'), changes: [13, 10] }, { text: chinese('点'), changes: [13, 11] }, { text: chinese('文') }], simplified))
    expect(met.damaged).toBe(1)
  })
})
