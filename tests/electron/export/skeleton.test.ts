import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { exportWord } from '../../../electron/export/exportWord'
import { makeSkeleton } from '../../../electron/export/word/makeSkeleton'
import type { PreparedSkeleton } from '../../../electron/export/word/preparedSkeleton'
import { frameOf, skeletonKey } from '../../../electron/export/word/skeleton'
import { layoutReport, type LayoutOptions } from '../../../shared/print/layoutReport'
import { wordSkeleton } from '../../../scripts/word-skeleton.mjs'
import { issuedReports } from './issuedReports'
import { report, sampleReport, text, wideTable } from './sampleReport'

const source = await wordSkeleton()
const { key, skeleton } = JSON.parse(source.slice(source.indexOf('{'), source.lastIndexOf('}') + 1)) as PreparedSkeleton

const frame = (given: Parameters<typeof layoutReport>[0], options: Partial<LayoutOptions> = {}): ReturnType<typeof frameOf> => {
  const document = layoutReport(given, options)
  return frameOf(document, document.blocks)
}

it('PRINT-18: the skeleton made when the program is built is the one that an export without it makes', async () => {
  const { parts, ...made } = await makeSkeleton(frame(sampleReport))
  expect(skeletonKey(frame(sampleReport))).toBe(key)
  expect(skeleton).toEqual({ ...made, parts: parts.map(({ bytes, ...part }) => ({ ...part, base64: Buffer.from(bytes).toString('base64') })) })
})

it('PRINT-18: any other frame has another key', () => {
  const wide = report({ title: ['统计表'], blocks: [text(0, '情况如下：'), wideTable(3)] })
  const others = [frame(sampleReport, { digits: 'fangsong' }), frame(sampleReport, { gridMode: 'linesAndChars' }), frame(wide), frame(issuedReports.find(([name]) => name === 'letter')?.[1] ?? sampleReport)]
  for (const other of others) expect(skeletonKey(other)).not.toBe(key)
})

it('PRINT-17: the list of the parts comes first, and every part is in the file once', async () => {
  const names = Object.keys(unzipSync((await exportWord(sampleReport)).bytes))
  expect(names[0]).toBe('[Content_Types].xml')
  expect(new Set(names).size).toBe(names.length)
  expect(names).toEqual(expect.arrayContaining(['_rels/.rels', 'word/document.xml', 'word/styles.xml', 'docProps/core.xml']))
})
