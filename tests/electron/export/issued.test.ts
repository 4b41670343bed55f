/** Every format of issue on the page that LibreOffice makes of the file, in millimetres. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportWord } from '../../../electron/export/exportWord'
import { layoutReport } from '../../../shared/print/layoutReport'
import type { Issuing } from '../../../shared/report/issuing'
import { issued, issuedReports } from './issuedReports'
import { prepareRendering, render, type Rendered } from './rendering'
import { text } from './sampleReport'

const prepared = await prepareRendering()
if ('reason' in prepared) console.log(`skipped: formats of issue are not measured. ${prepared.reason}`)

const redHead: Issuing = { profile: 'redHead', mark: ['清源县水务局'], hasFileWord: true, documentNumber: '清水〔2025〕12号' }
const fileName = (name: string): string => name.replace(/\W/g, '_')

describe.skipIf('reason' in prepared)('HEAD: measured on the page', () => {
  let pages: ReturnType<typeof render> | null = null
  const pdf = (name: string): Rendered => {
    if (pages === null) throw new Error('not rendered')
    return pages.pdf(fileName(name))
  }
  const near = (value: number | undefined, wanted: number): void => { expect(Math.abs((value ?? Number.NaN) - wanted), `${value} mm instead of ${wanted}`).toBeLessThan(0.5) }
  beforeAll(async () => {
    const all = [...issuedReports, ['plain', issued(redHead)] as const, ['lowMark', issued({ ...redHead, profile: 'order' })] as const]
    pages = render(Object.fromEntries(await Promise.all(all.map(async ([name, given]) => [fileName(name), (await exportWord(given)).bytes] as const))), 'fonts' in prepared ? prepared.fonts : '')
  })
  afterAll(() => pages?.dispose())

  it('HEAD-2: the upper edge of the mark is 35 mm below that of the text area, 20 mm in an order', () => {
    near(pdf('plain').ink(1, 50, 95)?.top, 37 + 35)
    near(pdf('one signer').ink(1, 50, 95)?.top, 37 + 35)
    near(pdf('minutes').ink(1, 50, 95)?.top, 37 + 35)
    near(pdf('order').ink(1, 40, 80)?.top, 37 + 20)
  })
  it('HEAD-2: control: a mark at another height is noticed', () => {
    expect(Math.abs((pdf('lowMark').ink(1, 40, 80)?.top ?? 0) - (37 + 35))).toBeGreaterThan(5)
  })
  it('HEAD-3: 签发人 ends 1 字 from the right, 发文字号 begins 1 字 from the left', () => {
    const words = pdf('one signer').words(1).filter(({ top }) => top > 95 && top < 125)
    near(Math.min(...words.map(({ left }) => left)), 28 + 5.56)
    near(Math.max(...words.map(({ right }) => right)), 184 - 5.56)
  })
  it('HEAD-4: the red rule is 156 mm wide and stands 4 mm below 发文字号', () => {
    const number = pdf('plain').ink(1, 100, 117)
    const rule = pdf('plain').ink(1, (number?.bottom ?? 0) + 1, (number?.bottom ?? 0) + 8)
    near((rule?.top ?? 0) - (number?.bottom ?? 0), 4)
    near(rule?.left, 28)
    near(rule?.right, 184)
  })
  it('HEAD-5: without the red parts the title stands where it stood', () => {
    const titleTop = (name: string): number => pdf(name).words(1).find(({ text: word }) => word.includes('清源县水务局关于'))?.top ?? 0
    expect(titleTop('one signer')).toBeGreaterThan(120)
    near(titleTop('preprinted'), titleTop('one signer'))
    expect(pdf('preprinted').ink(1, 50, 95)).toBeNull()
    expect(pdf('one signer').ink(1, 50, 95)).not.toBeNull()
  })
  it('HEAD-7: the last rule of 版记 is the lower edge of the text area, and all rules are as wide as it', () => {
    for (const name of ['upward', 'joint', 'minutes']) {
      const rendered = pdf(name)
      const ink = rendered.ink(rendered.pages, 225, 264)
      near(ink?.bottom, 262)
      near(ink?.left, 28)
      near(ink?.right, 184)
    }
    expect(pdf('upward').lines(pdf('upward').pages).filter((line) => /抄送|印发/.test(line))).toHaveLength(2)
  })
  it('HEAD-8: on an even page, moved 主送 above 抄送', () => {
    const rendered = pdf('even page')
    expect(rendered.pages).toBe(4)
    expect(rendered.lines(4).some((line) => /^主送：县人民政府。/.test(line))).toBe(true)
    expect(rendered.lines(1).join('')).not.toContain('县人民政府：')
  })
  it('HEAD-9: a letter: mark, rules, no number on the first page', () => {
    const letter = pdf('letter')
    const mark = letter.ink(1, 20, 45)
    near(mark?.top, 30)
    const rule = letter.ink(1, 45.5, 51)
    near((rule?.top ?? 0) - (mark?.bottom ?? 0), 4)
    near((rule?.right ?? 0) - (rule?.left ?? 0), 170)
    near(297 - (letter.ink(1, 265, 290)?.bottom ?? 0), 20)
    expect(letter.lines(1).some((line) => /^—/.test(line))).toBe(false)
    expect(letter.lines(2).some((line) => /^— 2 —/.test(line))).toBe(true)
    expect(letter.lines(1).some((line) => line.replace(/\s/g, '').includes('清水函〔2025〕3号'))).toBe(true)
  })
  it('HEAD-1: no page has lost text', () => {
    for (const [name, given] of issuedReports) {
      const rendered = pdf(name)
      const paper = Array.from({ length: rendered.pages }, (_, index) => rendered.lines(index + 1).join('')).join('').replace(/\s/g, '')
      const short = layoutReport(given).blocks.flatMap((block) => (block.kind === 'table' ? [] : block.runs.flatMap((run) => run.text.split(/\s+/)))).filter((word) => word.length < 12)
      expect(short.length).toBeGreaterThan(5)
      for (const word of short) expect(paper, `${name}: ${word}`).toContain(word)
    }
  })
  it('HEAD-12: a first page without body is told', async () => {
    const full = { addressee: Array.from({ length: 60 }, (_, index) => `第${index + 1}乡镇人民政府`).join('，'), blocks: [text(0, '正文。')] }
    expect((await exportWord(issued(redHead, full))).changes).toEqual(['首页没有正文，规范要求首页必须显示正文：可把主送机关移入版记，或缩短标题。'])
    expect((await exportWord(issued({ ...redHead, isAddresseeBelow: true }, full))).changes).toEqual([])
  })
})
