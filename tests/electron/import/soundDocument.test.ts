import { describe, expect, it } from 'vitest'
import { soundDocument } from '../../../electron/import/soundDocument'
import { sourceDocument, sourceParagraph, type SourceParagraph } from '../../../electron/import/sourceDocument'

const paragraph = (texts: readonly string[]): SourceParagraph => ({ ...sourceParagraph(''), runs: texts.map((text) => ({ text })) })
const textsOf = (texts: readonly string[]): unknown => soundDocument(sourceDocument([paragraph(texts)])).blocks.map((block) => (block.kind === 'paragraph' ? block.runs.map(({ text }) => text) : []))

describe('soundDocument', () => {
  it('IMPORT-21: control characters, U+FFFE and half characters are taken out; tabs, line ends, page breaks and rare characters stay', () => {
    expect(textsOf(['甲\u0000乙\u001f', '\u0001', '\t丙\n丁\f戊\r', '𠮷\ufffe己\uffff', '庚\ud842', '辛\udfb7'])).toEqual([['甲乙', '\t丙\n丁\f戊\r', '𠮷己', '庚', '辛']])
  })

  it('IMPORT-21: a character whose halves stand in two runs is kept', () => {
    expect(textsOf(['甲\ud842', '\udfb7乙\u0001'])).toEqual([['甲𠮷', '乙']])
  })

  it('IMPORT-21: sizes that no character has are left out, and a sound document is given back as it is', () => {
    const sound = sourceDocument([{ ...sourceParagraph('甲'), size: 32 }])
    expect(soundDocument(sound)).toBe(sound)
    for (const size of [0, -1, 99_999]) expect(soundDocument(sourceDocument([{ ...sourceParagraph('甲'), size }])).blocks).toEqual([sourceParagraph('甲')])
  })
})
