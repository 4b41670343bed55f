import { describe, expect, it } from 'vitest'
import { layoutReport } from '../../../shared/print/layoutReport'
import { paginate } from '../../../shared/print/paginate'
import { shortEnds, type ShortEnd } from '../../../shared/print/shortEnds'
import { report, text } from '../../electron/export/sampleReport'

const ends = (content: string): readonly ShortEnd[] => {
  const document = layoutReport(report({ blocks: [text(0, content)] }))
  return shortEnds(document, paginate(document))
}
/** 26 characters fill the first line, 28 each further one. */
const filled = (count: number): string => '山水林田湖草沙'.repeat(20).slice(0, count)

describe('PAGE-10: lines of a character or two', () => {
  it('PAGE-10: a last line of two characters and a mark is found with its place, one of three is not', () => {
    expect(ends(`${filled(26 + 28 + 1)}。`)).toMatchObject([{ page: 1, line: 5, text: expect.stringMatching(/^.。$/) as unknown, removable: [] }])
    expect(ends(`${filled(26 + 28 + 2)}`)).toHaveLength(1)
    expect(ends(`${filled(26 + 28 + 3)}。`)).toEqual([])
    expect(ends(filled(26))).toEqual([])
    expect(ends('短句。')).toEqual([])
  })
  it('PAGE-10: words that can be left out are those that save enough, and leaving one out saves the line', () => {
    const content = `进一步提高${filled(26 + 28 - 5)}完。`
    const [found] = ends(content)
    expect(found?.removable).toEqual(['进一步'])
    expect(ends(content.replace('进一步', ''))).toEqual([])
  })
})
