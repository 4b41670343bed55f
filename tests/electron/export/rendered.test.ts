/** Pages as LibreOffice prints them, with free fonts in the places of the prescribed ones. What Word itself does is not measured here. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportWord } from '../../../electron/export/exportWord'
import { writeWord } from '../../../electron/export/word/writeWord'
import { layoutReport } from '../../../shared/print/layoutReport'
import { corpusReports } from './corpus'
import { prepareRendering, render, type Rendered } from './rendering'
import { report, sampleReport, text } from './sampleReport'

const prepared = await prepareRendering()
if ('reason' in prepared) console.log(`skipped: printed pages are not measured. ${prepared.reason}`)

/** One paragraph over three pages: the second page is nothing but full lines. */
const full = report({ title: ['满版'], blocks: [text(0, '山水林田湖草沙是一个生命共同体要统筹治理系统推进'.repeat(70))] })
const page = layoutReport(full).page
const signed = { signature: ['临江县水务局'], date: '2025年1月5日' }
/** Ends that do not fit on the first page, and only just so: with short paragraphs, and with a long last one. */
const tight = report({ title: ['总结'], blocks: Array.from({ length: 18 }, () => text(0, '做好各项工作。')), ...signed })
const tightLong = report({ title: ['总结'], blocks: [...Array.from({ length: 9 }, () => text(0, '做好各项工作。')), text(0, '山水林田湖草沙'.repeat(36))], ...signed })
/** The page ends in the middle of the last paragraph: nothing is to be moved. */
const loose = report({ title: ['总结'], blocks: [...Array.from({ length: 9 }, () => text(0, '做好各项工作。')), text(0, '山水林田湖草沙'.repeat(60))], ...signed })

describe.skipIf('reason' in prepared)('PRINT-20: printed pages', () => {
  let pages: ReturnType<typeof render> | null = null
  const pdf = (name: string): Rendered => {
    if (pages === null) throw new Error('not rendered')
    return pages.pdf(name)
  }
  const corpus = corpusReports()
  beforeAll(async () => {
    const variant = (change: Partial<typeof page>): Promise<Uint8Array> => writeWord({ ...layoutReport(full), page: { ...page, ...change } })
    pages = render({
      full: (await exportWord(full)).bytes,
      sample: (await exportWord(sampleReport)).bytes,
      tight: (await exportWord(tight)).bytes,
      tightLong: (await exportWord(tightLong)).bytes,
      loose: (await exportWord(loose)).bytes,
      wideCharacters: await variant({ characterSpacing: 0 }),
      wideLines: await variant({ linePitch: 590 }),
      lowNumber: await variant({ footerDistance: 1587 }),
      ...Object.fromEntries(await Promise.all(corpus.map(async ([, given], index) => [`corpus${index}`, (await exportWord(given)).bytes]))),
    }, 'fonts' in prepared ? prepared.fonts : '')
  })
  afterAll(() => pages?.dispose())

  /** Lines of a full page and characters of each, without the page number. */
  const grid = (name: string): { readonly lines: number; readonly characters: readonly number[] } => {
    const lines = pdf(name).lines(2).filter((line) => !line.startsWith('—'))
    return { lines: lines.length, characters: [...new Set(lines.map((line) => [...line].length))] }
  }

  it('PRINT-20: a body page has 22 lines of 28 characters', () => {
    expect(grid('full')).toEqual({ lines: 22, characters: [28] })
  })
  it('PRINT-20: control: without the closer setting there are 27 characters, with a wider pitch 21 lines', () => {
    expect(grid('wideCharacters')).toEqual({ lines: 22, characters: [27] })
    expect(grid('wideLines')).toEqual({ lines: 21, characters: [28] })
  })

  it('PRINT-20: the text stands between margins of 28 and 26 mm, in lines of 28.95 pt', () => {
    const words = pdf('full').words(2).filter((word) => word.top < 262)
    expect(Math.min(...words.map((word) => word.left))).toBeCloseTo(28, 0)
    expect(Math.max(...words.map((word) => word.right))).toBeCloseTo(184, 0)
    const tops = [...new Set(words.map((word) => word.top))].sort((one, other) => one - other)
    const pitches = tops.slice(1).map((top, index) => (top - (tops[index] ?? 0)) / (25.4 / 72))
    for (const pitch of pitches) expect(Math.abs(pitch - 28.95)).toBeLessThan(0.1)
  })
  it('PRINT-20: the ink of the text lies between 37 mm from the top and 35 mm from the bottom', () => {
    const ink = pdf('full').ink(2, 0, 266)
    expect(ink?.top).toBeGreaterThan(37)
    expect(ink?.top).toBeLessThan(42)
    expect(ink?.bottom).toBeLessThan(262)
    expect(ink?.bottom).toBeGreaterThan(258)
  })

  /** Distance of the dash from the text area: the first 3 mm of the page number, which are nothing but dash. */
  const dashBelow = (name: string): number => {
    const rendered = pdf(name)
    const number = rendered.words(2).filter((word) => word.top > 255 && word.text.includes('—'))
    const dash = rendered.ink(2, 264, 290)
    expect(number).not.toEqual([])
    if (dash === null) throw new Error('no page number')
    return (dash.top + dash.bottom) / 2 - 262
  }
  it('PRINT-4: the page number stands 7 mm below the text area, at the outer side, one character in', () => {
    expect(Math.abs(dashBelow('full') - 7)).toBeLessThan(0.5)
    expect(pdf('full').ink(1, 264, 290)?.right).toBeCloseTo(210 - 26 - 4.94, 0)
    expect(pdf('full').ink(2, 264, 290)?.left).toBeCloseTo(28 + 4.94, 0)
    expect(pdf('full').lines(2).at(-1)).toBe('— 2 —')
  })
  it('PRINT-20: control: a page number at another distance is noticed', () => {
    expect(Math.abs(dashBelow('lowNumber') - 7)).toBeGreaterThan(0.5)
  })

  it('PRINT-20: title, headings, body and page number have their fonts', () => {
    const fonts = pdf('sample').fonts()
    for (const font of ['FandolSong-Bold', 'FandolHei-Regular', 'FandolKai-Regular', 'FandolFang-Regular', 'FandolSong-Regular', 'LiberationSerif']) expect(fonts).toContain(font)
    const pieces = [1, 2, 3].flatMap((number) => pdf('sample').families(number))
    const familyOf = (start: string): string | undefined => pieces.find((piece) => piece.text.startsWith(start))?.family
    expect(['临江县水务局关于', '一、主要工作', '（一）供水', '全年完成', '“建管并重'].map(familyOf)).toEqual(['FandolSong', 'FandolHei', 'FandolKai', 'FandolFang', 'FandolFang'])
  })
  it('PRINT-12: 落款 that does not fit takes the end of the body with it', () => {
    expect(pdf('tight').pages).toBe(2)
    const second = pdf('tight').lines(2)
    expect(second[0]).toBe('做好各项工作。')
    expect(second.slice(1).map((line) => line.replace(/\s/g, ''))).toEqual(['临江县水务局', '2025年1月5日', '—2—'])
  })
  it('PRINT-12: the same with a long last paragraph; one that goes on over the page is not moved', () => {
    expect(pdf('tightLong').pages).toBe(2)
    expect(pdf('tightLong').lines(2).length).toBeGreaterThan(4)
    expect(pdf('loose').pages).toBe(2)
    expect(pdf('loose').lines(1).length).toBe(22)
  })
  it('PRINT-19: nothing of the text is missing on paper, and no page has more than 22 lines', () => {
    const rendered = [pdf('sample'), ...corpus.map((_, index) => pdf(`corpus${index}`))]
    const reports = [sampleReport, ...corpus.map(([, given]) => given)]
    rendered.forEach((one, index) => {
      const lines = Array.from({ length: one.pages }, (_, at) => one.lines(at + 1)).map((onPage) => onPage.filter((line) => !/^— \d+ —$/.test(line)))
      const printed = layoutReport(reports[index] ?? full).blocks.flatMap((block) => (block.kind === 'table' ? [] : block.runs.map((run) => run.text))).join('')
      const onPaper = essence(lines.flat().join(''))
      const found = countOf(onPaper)
      const missing = [...countOf(essence(printed))].filter(([character, count]) => (found.get(character) ?? 0) < count)
      expect(missing).toEqual([])
      const hasTable = layoutReport(reports[index] ?? full).blocks.some((block) => block.kind === 'table')
      expect(hasTable ? [] : lines.filter((onPage) => onPage.length > 22)).toEqual([])
    })
  })
})

function essence(given: string): string {
  return given.replace(/[\s\u00ad\u200b-\u200f]/g, '')
}
function countOf(given: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const character of given) counts.set(character, (counts.get(character) ?? 0) + 1)
  return counts
}
