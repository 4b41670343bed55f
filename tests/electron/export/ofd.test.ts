import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { exportOfd } from '../../../electron/export/exportOfd'
import { layoutReport } from '../../../shared/print/layoutReport'
import { paginate } from '../../../shared/print/paginate'
import { extremeReports } from './extremeReports'
import { sampleReport } from './sampleReport'

const partsOf = (bytes: Uint8Array): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))

describe('OFD files', () => {
  it('OFD-1: the parts name each other, OFD.xml is the first; every page of the model is there with its text', async () => {
    const { bytes, pages } = await exportOfd(sampleReport)
    const parts = partsOf(bytes)
    expect(Object.keys(parts)[0]).toBe('OFD.xml')
    expect(parts['OFD.xml']).toContain('<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>')
    const document = layoutReport(sampleReport)
    expect(pages).toBe(paginate(document).pages)
    const locations = [...(parts['Doc_0/Document.xml'] ?? '').matchAll(/BaseLoc="([^"]+)"/g)].map((match) => `Doc_0/${match[1] ?? ''}`)
    expect(locations).toHaveLength(pages ?? 0)
    const text = locations.map((name) => [...(parts[name] ?? '').matchAll(/<ofd:TextCode[^>]*>([^<]*)</g)].map((match) => match[1]).join('').replace(/— \d+ —/g, '')).join('').replace(/\s/g, '')
    const printed = document.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat().map((cell) => cell.text) : block.runs.map((run) => run.text))).join('').replace(/\s/g, '')
    expect(text).toBe(printed)
  })
  it('OFD-1: every number of an object is there once, and none is larger than the document says', async () => {
    const parts = partsOf((await exportOfd(sampleReport)).bytes)
    const ids = Object.values(parts).flatMap((part) => [...part.matchAll(/ ID="(\d+)"/g)].map((match) => Number(match[1])))
    expect(new Set(ids).size).toBe(ids.length)
    expect(Math.max(...ids)).toBe(Number(/MaxUnitID>(\d+)</.exec(parts['Doc_0/Document.xml'] ?? '')?.[1]))
  })
  it('OFD-2: headings are bookmarks by their levels', async () => {
    const xml = partsOf((await exportOfd(sampleReport)).bytes)['Doc_0/Document.xml'] ?? ''
    expect(xml).toMatch(/<ofd:OutlineElem Title="一、主要工作情况" Count="3">.*?<ofd:OutlineElem Title="（一）供水保障水平稳步提高" Count="2">/)
  })
  it.each(extremeReports)('OFD-3: equal reports give equal bytes: %s', async (_name, given) => {
    const [one, other] = await Promise.all([exportOfd(given), exportOfd(given)])
    expect(one.bytes).toEqual(other.bytes)
  })
})
