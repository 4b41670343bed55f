/** Lists drawn at random, numbered by our reader and by LibreOffice (SPEC IMPORT-20). Starts of a list's own are left out: LibreOffice forgets them when a level begins anew (ISO/IEC 29500-1, 17.9.27). */
import { describe, expect, it } from 'vitest'
import { sourceText } from '../../../electron/import/sourceText'
import { readDocx } from '../../../electron/import/word/readDocx'
import { officeReason, officeTexts } from '../../support/office'
import { level, listed, paragraph, wordFile } from '../../support/wordFiles'

const reason = officeReason()
if (reason !== null) console.log(`not compared with LibreOffice: ${reason}`)

/** Formats that both know up to thirty. */
const formats = ['chineseCounting', 'chineseCountingThousand', 'japaneseCounting', 'taiwaneseCountingThousand', 'decimal', 'decimalZero', 'decimalFullWidth', 'decimalEnclosedCircle', 'upperLetter', 'lowerLetter', 'upperRoman', 'lowerRoman', 'chineseLegalSimplified']

type Draw = (most: number) => number

function drawing(seed: number): Draw {
  let state = seed
  return (most) => (state = (state * 48271) % 2147483647) % most
}

function levelText(index: number, draw: Draw): string {
  const own = `%${index + 1}`
  return [`${own}、`, `（${own}）`, Array.from({ length: index + 1 }, (_, each) => `%${each + 1}`).join('.'), `第${own}条`, `${own}.`][draw(5)] ?? own
}

/** Up to two lists of four levels, some sharing their counters, and thirty paragraphs in them and between them. */
function randomFile(draw: Draw): Uint8Array {
  const [abstracts, numbers] = [1 + draw(2), 1 + draw(3)]
  const levels = (): string => [0, 1, 2, 3].map((index) => level(index, formats[draw(formats.length)] ?? 'decimal', levelText(index, draw), `<w:suff w:val="${['tab', 'space', 'nothing'][draw(3)] ?? 'tab'}"/>`).replace('<w:start w:val="1"/>', `<w:start w:val="${draw(5) === 0 ? 3 : 1}"/>`)).join('')
  const numbering = Array.from({ length: abstracts }, (_, id) => `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels()}</w:abstractNum>`).join('')
    + Array.from({ length: numbers }, (_, index) => `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${draw(abstracts)}"/></w:num>`).join('')
  let last = -1
  const body = Array.from({ length: 30 }, (_, index) => {
    if (draw(8) === 0) return paragraph(`正文${index}`)
    last = Math.min(3, draw(last + 2))
    return paragraph(`段落${index}`, listed(1 + draw(numbers), last))
  }).join('')
  return wordFile(body, { numbering })
}

const lines = (text: string): readonly string[] => text.trimEnd().split('\n').map((line) => line.replace(/\s/g, ''))

describe.skipIf(reason !== null)('lists', () => {
  it('IMPORT-20: random lists have the numbers that LibreOffice gives them', () => {
    const draw = drawing(20)
    const files = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [String(index), randomFile(draw)] as const))
    const office = officeTexts(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, { bytes, kind: 'plain' as const }])))
    let numbered = 0
    for (const [name, bytes] of Object.entries(files)) {
      const ours = lines(sourceText(readDocx(bytes)).text)
      expect([name, ours]).toEqual([name, lines(office[name] ?? '')])
      numbered += ours.filter((line) => !/^(?:正文|段落)/.test(line)).length
    }
    // Numbers that are lost on both sides would be the same, too.
    expect(numbered).toBeGreaterThan(500)
  })
})
