import { describe, expect, it } from 'vitest'
import { readOdt } from '../../electron/import/odt/readOdt'
import { readRtf } from '../../electron/import/rtf/readRtf'
import { flatOdt, odtItem, odtLevel, odtList, odtParagraph } from '../fuzz/odtSeeds'
import { rtfFile, rtfText } from '../fuzz/rtfSeeds'
import { allowedGrowth, growth, growthOfBest } from '../support/growth'

describe('time of reading RTF and OpenDocument files', () => {
  it.each([
    ['characters by number', rtfText('工作总结'.repeat(20))],
    ['rows and manners', `{\\b ${rtfText('工作')}}\\trowd\\cellx9\\intbl x\\cell\\row`],
    ['bytes, hidden and changed text', "\\f13\\'b9\\'a4{\\v x}\\deleted y\\deleted0\\line "],
    ['comments without an end', '{\\*\\atrfstart 1}a'],
  ])('IMPORT-12: grows with the length of an RTF file: %s', (_name, part) => {
    expect(growth((size) => rtfFile(part.repeat(size * 600)), (bytes) => void readRtf(bytes))).toBeLessThan(allowedGrowth)
  })

  it('IMPORT-13: grows with the length of an OpenDocument text', () => {
    const levels = `<text:list-style style:name="L1">${odtLevel(1, '1', '')}</text:list-style>`
    const body = (size: number): Uint8Array => flatOdt(`${odtParagraph('工作<text:s/>总结<text:span text:style-name="T1">今年</text:span>').repeat(size * 200)}${odtList('L1', odtItem(odtParagraph('x')).repeat(size * 200))}${'<text:p>a<office:annotation office:name="x"><text:p>b</text:p></office:annotation></text:p>'.repeat(size * 200)}`, { automatic: levels })
    expect(growth(body, (bytes) => void readOdt(bytes))).toBeLessThan(allowedGrowth)
  })

  it('IMPORT-12: reading the file anew for each paragraph would be noticed', () => {
    const again = (paragraphs: number): void => {
      const bytes = rtfFile('x\\par '.repeat(paragraphs))
      for (let time = 0; time < paragraphs; time += 1) readRtf(bytes)
    }
    expect(growthOfBest((size) => size * 40, again)).toBeGreaterThan(allowedGrowth)
  })
})
