import { describe, expect, it } from 'vitest'
import type { DrawnRule, DrawnText, PageDrawing } from '../../../shared/print/drawing'
import { drawPages, pageDrawer } from '../../../shared/print/drawingPages'
import { layoutReport, type LayoutOptions } from '../../../shared/print/layoutReport'
import { paginate } from '../../../shared/print/paginate'
import type { PrintDocument } from '../../../shared/print/printDocument'
import { printedHeadings } from '../../../shared/print/printedHeadings'
import type { Block, Report } from '../../../shared/report/report'
import { mergedTable } from '../../electron/export/extremeReports'
import { report, sampleReport, text } from '../../electron/export/sampleReport'
import { inTurn, workSeconds } from '../../support/effort'

const left = 1587
const right = 11906 - 1474

function pagesOf(given: Report, options: Partial<LayoutOptions> = {}, change: (document: PrintDocument) => PrintDocument = (document) => document): readonly PageDrawing[] {
  const document = change(layoutReport(given, options))
  return drawPages(document, paginate(document))
}
const body = (...blocks: Block[]): Report => report({ title: [], blocks })
const textsOf = (page: PageDrawing | undefined): readonly DrawnText[] => page?.items.filter((item) => item.kind === 'text') ?? []
const rulesOf = (page: PageDrawing | undefined): readonly DrawnRule[] => page?.items.filter((item) => item.kind === 'rule') ?? []
const endOf = (item: DrawnText | undefined): number => (item?.x ?? 0) + (item?.advances.reduce((sum, advance) => sum + advance, 0) ?? 0)

/** The text of each drawn line. */
function linesOf(page: PageDrawing | undefined): readonly string[] {
  const lines = new Map<number, string>()
  for (const item of textsOf(page)) lines.set(item.y, (lines.get(item.y) ?? '') + item.text)
  return [...lines.values()]
}

describe('drawn pages', () => {
  it('DRAW-1: every line of the model is drawn on its page with all its characters, each with its own advance', () => {
    const document = layoutReport(sampleReport)
    const model = paginate(document)
    const joined = document.blocks.map((block) => (block.kind === 'table' ? block.rows.flat().map((cell) => cell.text).join('') : block.runs.map((run) => run.text).join('')))
    const pages = drawPages(document, model)
    expect(pages.map((page) => page.number)).toEqual(Array.from({ length: model.pages }, (_, index) => index + 1))
    for (const page of pages) for (const item of textsOf(page)) expect(item.advances.length).toBe(Array.from(item.text).length)
    const drawn = pages.flatMap((page) => textsOf(page).slice(0, -1)).map((item) => item.text).join('').replace(/\s/g, '')
    expect(drawn).toBe(joined.join('').replace(/\s/g, ''))
  })
  it('DRAW-2: a full line is stretched to the right end, the last one of a paragraph is not, and a hung mark stands beyond', () => {
    const [full, last] = textsOf(pagesOf(body(text(0, '字'.repeat(40))))[0])
    expect(full?.x).toBe(left + 630)
    expect(endOf(full)).toBeCloseTo(right, 1)
    expect(last?.x).toBe(left)
    expect(last?.advances[0]).toBe(315)
    const hung = textsOf(pagesOf(body(text(0, `${'字'.repeat(26)}。完`)))[0])[0]
    expect(hung?.text.endsWith('。')).toBe(true)
    expect(endOf(hung) - 315).toBeCloseTo(right, 1)
  })
  it('DRAW-2: words and numbers are not stretched, what stands beside them is; a line break ends a line early', () => {
    const line = textsOf(pagesOf(body(text(0, `${'字'.repeat(20)}2025${'字'.repeat(9)}`)))[0])
    expect(line[1]).toMatchObject({ text: '2025', font: 'roman' })
    expect(line[1]?.advances.slice(0, 3)).toEqual([155, 155, 155])
    expect(line[0]?.advances[0]).toBeGreaterThan(315)
    const [title] = textsOf(pagesOf(report({ title: ['关于', '总结'], blocks: [] }))[0])
    expect((title?.x ?? 0) + endOf(title)).toBeCloseTo(left + right, 0)
  })
  it('DRAW-3: lines stand a pitch apart, the baseline at 0.79 of it', () => {
    const baselines = [...new Set(textsOf(pagesOf(body(text(0, '字'.repeat(26 + 28 * 30))))[0]).map((item) => item.y))].slice(0, 22)
    expect(baselines[0]).toBeCloseTo(2098 + 579 * 0.79)
    expect(baselines.slice(1).map((y, index) => Math.round(y - (baselines[index] ?? 0)))).toEqual(Array.from({ length: 21 }, () => 579))
  })
  it('DRAW-4: letters and digits are roman, quotes and dashes Chinese; with own digits nothing is roman', () => {
    const fonts = (options: Partial<LayoutOptions>): readonly (readonly [string, string])[] => textsOf(pagesOf(body(text(0, '甲“A1”——2')), options)[0]).slice(0, -1).map((item) => [item.text, item.font])
    expect(fonts({})).toEqual([['甲“', 'fang'], ['A1', 'roman'], ['”——', 'fang'], ['2', 'roman']])
    expect(fonts({ digits: 'fangsong' })).toEqual([['甲“A1”——2', 'fang']])
  })
  it('DRAW-4: underlined text has a rule as long as it is', () => {
    const page = pagesOf(body({ kind: 'text', id: 'u', level: 0, runs: [{ text: '下划线', underline: true }] }))[0]
    expect(rulesOf(page)).toMatchObject([{ x1: left + 630, x2: left + 630 + 945 }])
  })
})

describe('drawn tables', () => {
  const table = (rows: number, headerRows = 1): Block => ({ kind: 'table', id: 't', headerRows, rows: Array.from({ length: rows }, (_, row) => [`第${row}行`, '内容', '三']) })
  it('DRAW-5: a grid has a rule above and below each row and beside each column; cells are centred', () => {
    const page = pagesOf(body(table(3)))[0]
    expect(rulesOf(page).filter((rule) => rule.y1 === rule.y2)).toHaveLength(4)
    expect(rulesOf(page).filter((rule) => rule.x1 === rule.x2)).toHaveLength(4)
    const [edgeOne, edgeTwo] = rulesOf(page).filter((rule) => rule.x1 === rule.x2).map((rule) => rule.x1)
    const cell = textsOf(page)[0]
    expect((cell?.x ?? 0) + endOf([...textsOf(page)].filter((item) => item.y === cell?.y)[2])).toBeCloseTo((edgeOne ?? 0) + (edgeTwo ?? 0), 0)
  })
  it('DRAW-5: a table of three lines has three, thick ones outside', () => {
    expect(rulesOf(pagesOf(body(table(5)), { tableBorders: 'threeLine' })[0]).map((rule) => rule.weight)).toEqual([30, 15, 30])
  })
  it('PAGE-5: rows of a 三线表 are lower than those of a grid, which have a line each', () => {
    const rowsAt = (tableBorders: 'grid' | 'threeLine'): readonly number[] => [...new Set(textsOf(pagesOf(body(table(6)), { tableBorders })[0]).slice(0, -1).map((item) => item.y))].map(Math.round)
    const steps = (values: readonly number[]): readonly number[] => values.slice(1).map((y, index) => y - (values[index] ?? 0))
    expect(steps(rowsAt('grid'))).toEqual([490, 490, 490, 490, 490])
    expect(steps(rowsAt('threeLine'))).toEqual([495, 480, 480, 480, 480])
  })
  it('DRAW-5: merged cells have no rule inside, their text is in the middle of all of them', () => {
    const page = pagesOf(body(mergedTable))[0]
    const level = rulesOf(page).filter((rule) => rule.y1 === rule.y2).map((rule) => rule.x2 - rule.x1)
    expect(level.filter((width) => width > 8800)).toHaveLength(5)
    const [top, , below] = [...new Set(rulesOf(page).filter((rule) => rule.y1 === rule.y2).map((rule) => rule.y1))]
    const [unit] = textsOf(page)
    expect(unit?.text).toBe('单位')
    expect(Math.abs((unit?.y ?? 0) - ((top ?? 0) + (below ?? 0)) / 2)).toBeLessThan(150)
  })
  it('DRAW-5: header rows stand on every page, in the room the model has left', () => {
    const pages = pagesOf(body(table(70)))
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.map((page) => linesOf(page)[0])).toEqual(pages.map(() => '第0行内容三'))
    for (const page of pages) expect(Math.min(...rulesOf(page).map((rule) => rule.y1))).toBeCloseTo(2098 + 5)
    expect(linesOf(pages[1])[1]).toBe('第26行内容三')
  })
})

describe('fixed places', () => {
  it('DRAW-6: the page number stands at the outer side, in the middle, or nowhere', () => {
    const long = body(text(0, '字'.repeat(28 * 40)))
    const numbers = (options: Partial<LayoutOptions>): readonly (DrawnText | undefined)[] => pagesOf(long, options).map((page) => textsOf(page).at(-1))
    const [odd, even] = numbers({})
    expect([odd?.text, even?.text]).toEqual(['— 1 —', '— 2 —'])
    expect(endOf(odd)).toBeCloseTo(right - 280)
    expect(even?.x).toBeCloseTo(left + 280)
    for (const number of numbers({ pageNumberPlace: 'centre' })) expect((number?.x ?? 0) + endOf(number)).toBeCloseTo(left + right)
    const none = pagesOf(long, {}, (document) => ({ ...document, pageNumbers: { place: 'none', onFirst: true } }))
    expect(textsOf(none[0]).some((item) => item.text.includes('—'))).toBe(false)
    const notFirst = pagesOf(long, {}, (document) => ({ ...document, pageNumbers: { place: 'outer', onFirst: false } }))
    expect(notFirst.map((page) => textsOf(page).at(-1)?.text.includes('—'))).toEqual([false, true])
  })
  it('DRAW-6: on a landscape page the number stands at the same place of the sheet', () => {
    const given: Block = { kind: 'table', id: 't', headerRows: 1, rows: [['甲', '乙']] }
    const [page] = pagesOf(body(given), {}, (document) => ({ ...document, blocks: document.blocks.map((block) => ({ ...block, isLandscape: true as const })) }))
    expect([page?.width, page?.height]).toEqual([16838, 11906])
    const number = textsOf(page).at(-1)
    const portrait = textsOf(pagesOf(body(text(0, '甲')))[0]).at(-1)
    expect(number).toMatchObject({ isTurned: true, text: '— 1 —' })
    expect(number?.y).toBeCloseTo(portrait?.x ?? 0)
    expect(number?.x).toBeCloseTo(16838 - (portrait?.y ?? 0))
  })
  it('DRAW-7: a box stands at its edge with its rules, what follows a tab ends at the right indent; a rule below a paragraph is as wide as the text area', () => {
    const rule = { shape: 'single', weight: 8, distance: 0, overhang: 0 } as const
    const [page] = pagesOf(body(text(0, '甲')), {}, (document) => ({
      ...document,
      blocks: document.blocks.map((block) => (block.kind === 'paragraph' ? { ...block, rule: { ...rule, distance: 80, overhang: 10, isRed: true as const } } : block)),
      boxes: [{ id: 'endBlock', page: 'last', edge: 'bottom', distance: 1984, ruleBelow: rule, lines: [{ style: 'GwEndBlock', ruleAbove: rule, indent: { left: 280, right: 280 }, runs: [{ text: '某局\t日期', font: 'fang' }] }] }],
    }))
    const [under, upper, lower] = rulesOf(page)
    expect(under).toMatchObject({ x1: left - 10, x2: right + 10, color: 'FF0000', y1: 2098 + 579 + 80 + 10 })
    expect(upper?.y1).toBeCloseTo(16838 - 1984 - 20 - 480)
    expect((lower?.y1 ?? 0) + 10).toBeCloseTo(16838 - 1984)
    const [unit, date] = textsOf(page).slice(1)
    expect(unit).toMatchObject({ text: '某局', x: left + 280, size: 28 })
    expect(endOf(date)).toBeCloseTo(right - 280)
  })
  it('DRAW-10: a picture stands in the middle at the top of its page, its caption on the next line of the grid, centred in as many lines as it needs', () => {
    const image = (caption: string): Block => ({ kind: 'image', id: 'i', sha256: 'a'.repeat(64), mediaType: 'image/png', width: 400, height: 300, caption })
    const [page] = pagesOf(body(image('现场照片')))
    const picture = page?.items.find((item) => item.kind === 'picture')
    expect(picture).toMatchObject({ y: 2098, width: 6000, height: 4500 })
    expect((picture?.kind === 'picture' ? picture.x : 0) * 2 + 6000).toBeCloseTo(left + right)
    const [caption] = textsOf(page)
    expect(caption?.y).toBeCloseTo(2098 + (8 + 0.79) * 579)
    expect((caption?.x ?? 0) + endOf(caption)).toBeCloseTo(left + right, 0)
    const long = textsOf(pagesOf(body(image('很长的图片说明'.repeat(8))))[0]).slice(0, -1)
    expect(new Set(long.map((item) => item.y)).size).toBe(2)
    for (const item of long) expect(endOf(item)).toBeLessThanOrEqual(right + 1)
  })
  it('DRAW-8: headings are told with level, page and place; of one that goes on as text the first sentence', () => {
    const document = layoutReport(sampleReport)
    const headings = printedHeadings(document, paginate(document))
    expect(headings[0]).toEqual({ title: '一、主要工作情况', level: 0, page: 0, top: expect.any(Number) as number })
    expect(headings[1]?.title).toBe('（一）供水保障水平稳步提高')
    expect(headings.map(({ level }) => level).slice(0, 6)).toEqual([0, 1, 2, 2, 3, 3])
  })
  it('DRAW-9: one page of a long document costs no more than a page', async () => {
    const document = layoutReport(body(...Array.from({ length: 1500 }, () => text(0, '山水林田湖草沙'.repeat(40)))))
    const model = paginate(document)
    const drawer = pageDrawer(document, model)
    expect(drawer.pages).toBeGreaterThan(700)
    drawer.draw(3)
    const one = Math.min(...await inTurn([1, 300, 600].map((index) => () => workSeconds(() => drawer.draw(index)))))
    const every = await workSeconds(() => drawPages(document, model))
    expect(one).toBeLessThan(every / 50)
  })
})
