import { describe, expect, it } from 'vitest'
import type { DrawnText } from '../../../shared/print/drawing'
import { lineAt } from '../../../renderer/preview/lineAt'
import { pageGap, pageRows, rowAt, rowsInSight } from '../../../renderer/preview/pageRows'
import { printedPages } from '../../../renderer/preview/printedPages'
import { textPieces } from '../../../renderer/preview/textPieces'
import { sampleReport } from '../../electron/export/sampleReport'

const portrait = { width: 11906, height: 16838 }
const landscape = { width: 16838, height: 11906 }
const pane = { width: 1000, height: 800 }

describe('PREVIEW-2: sizes', () => {
  it('as wide as the pane, whole, and as on paper', () => {
    expect(pageRows([portrait], pane, 'width', false).scale * portrait.width).toBeCloseTo(1000 - 2 * pageGap)
    expect(pageRows([portrait], pane, 'page', false).scale * portrait.height).toBeCloseTo(800 - 2 * pageGap)
    expect(pageRows([portrait], pane, 100, false).scale * portrait.width).toBeCloseTo(793.7, 1)
    expect(pageRows([portrait, portrait], pane, 'width', true).scale * portrait.width * 2).toBeCloseTo(1000 - 3 * pageGap)
  })
  it('two side by side, the last one alone as large as the others; a single page is not halved', () => {
    const rows = pageRows([portrait, portrait, portrait], pane, 'width', true)
    expect(rows.rows.map(({ pages }) => pages)).toEqual([[0, 1], [2]])
    expect(rows.rows[1]?.height).toBeCloseTo(rows.rows[0]?.height ?? 0)
    expect(pageRows([portrait], pane, 'width', true).scale).toBe(pageRows([portrait], pane, 'width', false).scale)
  })
  it('a landscape page fits too', () => {
    const rows = pageRows([portrait, landscape], pane, 'width', false)
    expect(rows.scale * landscape.width).toBeCloseTo(1000 - 2 * pageGap)
    expect(rows.rows[1]?.height).toBeLessThan(rows.rows[0]?.height ?? 0)
  })
  it('an empty pane and no page are no trouble', () => {
    expect(pageRows([portrait], { width: 0, height: 0 }, 'page', false).scale).toBeGreaterThan(0)
    expect(rowsInSight(pageRows([], pane, 'page', false), 0, 800)).toEqual([])
  })
})

describe('PREVIEW-1: rows in sight', () => {
  const rows = pageRows(Array.from({ length: 1000 }, () => portrait), pane, 'width', false)
  it('a few of a thousand, with their neighbours', () => {
    const top = rows.rows[500]?.top ?? 0
    expect(rowAt(rows, top + 5)).toBe(500)
    expect(rowsInSight(rows, top + 5, 800).map(({ pages }) => pages[0])).toEqual([499, 500, 501])
    expect(rowAt(rows, 1e9)).toBe(999)
    expect(rowAt(rows, 0)).toBe(0)
  })
})

describe('PREVIEW-1: text at its places', () => {
  const pieces = (text: string, advances: readonly number[]) => textPieces({ text, advances, x: 100 })
  it('every character has its own x; blanks are not drawn', () => {
    expect(pieces('甲乙 丙', [10, 11, 5, 10])).toEqual([{ text: '甲乙', x: [100, 110] }, { text: '丙', x: [126] }])
  })
  it('what is more than one unit stands alone, with the marks on it', () => {
    expect(pieces('甲𬱖乙', [10, 10, 10])).toEqual([{ text: '甲', x: [100] }, { text: '𬱖', x: [110] }, { text: '乙', x: [120] }])
    expect(pieces('ae\u0301b', [5, 5, 0, 5])).toEqual([{ text: 'a', x: [100] }, { text: 'e\u0301', x: [105] }, { text: 'b', x: [110] }])
  })
})

describe('PREVIEW-3: the block of a line', () => {
  const line = (blockId: string | null, y: number): DrawnText => ({ kind: 'text', x: 0, y, text: '甲', advances: [320], font: 'fang', size: 32, color: '000000', blockId })
  it('the nearest line that has a block', () => {
    const page = { items: [line('a', 2500), line(null, 3079), line('b', 3658)] }
    expect(lineAt(page, 2400)).toBe('a')
    expect(lineAt(page, 3600)).toBe('b')
    expect(lineAt(page, 16000)).toBe('b')
    expect(lineAt({ items: [line(null, 100)] }, 100)).toBeNull()
  })
  it('every page of a report has one where its text is', () => {
    const pages = printedPages(sampleReport, {})
    expect(pages.sizes).toHaveLength(pages.pages)
    const first = pages.draw(0)
    expect(pages.sizes[0]).toEqual({ width: first.width, height: first.height })
    expect(lineAt(first, 8000)).not.toBeNull()
  })
})
