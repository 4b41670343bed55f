/** Wide tables on landscape pages as LibreOffice prints them (SPEC PRINT-27). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportRedline } from '../../../electron/export/exportRedline'
import { exportOfd } from '../../../electron/export/exportOfd'
import { exportWord } from '../../../electron/export/exportWord'
import { conformWord } from '../../../electron/import/word/conformWord'
import { libreOffice } from '../../../shared/print/habits'
import { layoutReport } from '../../../shared/print/layoutReport'
import { paginate } from '../../../shared/print/paginate'
import { prepareRendering, render, type Rendered } from './rendering'
import { part } from './readWord'
import { report, text, wideTable } from './sampleReport'

const prepared = await prepareRendering()
if ('reason' in prepared) console.log(`skipped: landscape pages are not measured. ${prepared.reason}`)

const wide = report({
  title: ['临江县水务局2025年度农村供水统计'],
  blocks: [text(0, '现将全县各村农村供水工程维修养护和水质检测完成情况报告如下，请审阅，并请对其中的不足之处提出意见。'), text(0, '附表1　各村完成情况'), wideTable(40), text(0, '下面接着说。'), text(0, '附表2　再统计一次'), wideTable(14), text(0, '完。')],
  signature: ['临江县水务局'], date: '2025年1月5日',
})

it('PRINT-27: every section says its headers and footers, and landscape ones have the margins of the turned sheet', async () => {
  const { bytes } = await exportWord(wide)
  const xml = part(bytes, 'word/document.xml')
  const sections = [...xml.matchAll(/<w:sectPr.*?<\/w:sectPr>/gs)].map(([section]) => section)
  expect(sections).toHaveLength(5)
  for (const section of sections) expect(section.match(/<w:(header|footer)Reference/g)).toHaveLength(4)
  expect(sections[1]).toContain('w:w="16838" w:h="11906" w:orient="landscape"')
  expect(sections[1]).toContain('w:top="1587" w:right="2098" w:bottom="1474" w:left="1984"')
  expect(sections[2]).not.toContain('landscape')
  // A paragraph of its own for a section would be a line too much.
  expect(xml).not.toContain('<w:p><w:pPr><w:sectPr')
})

it('PRINT-27: tracked changes turn the pages of wide tables too, whatever stands before them', async () => {
  const { bytes } = await exportRedline({ ...wide, blocks: [text(0, '这一段已经删去。'), text(0, '这一段也删去了。'), ...wide.blocks] }, wide, { author: '王主任', at: '2026-01-06T09:00:00Z' })
  const body = part(bytes, 'word/document.xml')
  const sections = body.split('</w:sectPr>').slice(0, -1)
  expect(sections).toHaveLength(5)
  for (const section of sections) expect(section.includes('w:orient="landscape"'), section.slice(0, 200)).toBe(section.includes('<w:tbl>'))
})

it('PRINT-28: 落款 on a page of its own behind a wide table is told by every format and by the sheet of clauses, and no longer once a sentence stands between', async () => {
  const ending = { ...wide, blocks: [text(0, '现将各村情况报告如下。'), wideTable(20)] }
  const told = '落款单独占了一页'
  for (const write of [exportWord, exportOfd]) {
    expect((await write(ending)).changes.filter((change) => change.includes(told))).toHaveLength(1)
    for (const other of [wide, { ...ending, signature: [], date: '' }]) expect((await write(other)).changes.join('')).not.toContain(told)
    expect((await write(ending, { wideTables: 'portrait' })).changes.join('')).not.toContain(told)
  }
  const row = async (given: typeof wide): Promise<unknown> => {
    const sheet = conformWord((await exportWord(given)).bytes)
    return sheet.ok ? sheet.value.clauses.find(({ item }) => item === '落款所在页') : sheet
  }
  expect(await row(ending)).toMatchObject({ result: 'fail', found: '落款独占一页' })
  expect(await row(wide)).toMatchObject({ result: 'byHand' })
})

describe.skipIf('reason' in prepared)('PRINT-27: printed landscape pages', () => {
  let pages: ReturnType<typeof render> | null = null
  const pdf = (): Rendered => {
    if (pages === null) throw new Error('not rendered')
    return pages.pdf('wide')
  }
  beforeAll(async () => { pages = render({ wide: (await exportWord(wide)).bytes }, 'fonts' in prepared ? prepared.fonts : '') })
  afterAll(() => pages?.dispose())

  it('PRINT-27: the pages are those of the page model, header rows on each', () => {
    const model = paginate(layoutReport(wide), libreOffice)
    expect(pdf().pages).toBe(model.pages)
    const turned = [...new Set(model.lines.filter(({ blockId }) => blockId === 'wide').map(({ page }) => page))]
    expect(turned.length).toBeGreaterThan(3)
    for (const page of turned) expect(pdf().words(page).filter(({ text: word }) => word.startsWith('指标'))).toHaveLength(11)
    // Every row once, whole.
    const names = turned.flatMap((page) => pdf().words(page)).filter(({ text: word }) => word === '12345.67')
    expect(names).toHaveLength((40 + 14) * 10)
  })

  it('PRINT-27: the page number stands where a portrait page has it, turned with the sheet', () => {
    const dashes = (page: number): readonly { readonly left: number; readonly right: number; readonly top: number }[] => pdf().words(page).filter(({ text: word }) => word === '—')
    const [portrait, odd, even] = [dashes(1), dashes(3), dashes(2)]
    expect([portrait.length, odd.length, even.length]).toEqual([2, 2, 2])
    // Along the edge: what is from the left on a portrait page is from the top on a turned one.
    expect(Math.abs((odd[0]?.top ?? 0) - (portrait[0]?.left ?? 0))).toBeLessThan(0.5)
    expect(Math.abs((even[0]?.top ?? 0) - 28 - 14 * 25.4 / 72)).toBeLessThan(0.5)
    // Away from the edge of the paper: what is from below on a portrait page is from the left on a turned one.
    for (const [dash] of [odd, even]) expect(Math.abs((dash?.right ?? 0) - (297 - (portrait[0]?.top ?? 0)))).toBeLessThan(0.5)
  })
})
