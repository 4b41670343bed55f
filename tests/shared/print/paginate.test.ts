import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLines, type LineRoom } from '../../../shared/print/breakLines'
import { libreOffice } from '../../../shared/print/habits'
import { mayBreak } from '../../../shared/print/lineEnds'
import { layoutReport } from '../../../shared/print/layoutReport'
import { paginate, type PageModel } from '../../../shared/print/paginate'
import type { Block } from '../../../shared/report/report'
import { report, text } from '../../electron/export/sampleReport'
import { inTurn, workSeconds } from '../../support/effort'

const setting = { size: 32, isRoman: true, isBold: false, isItalic: false, spacing: -5 }
const room: LineRoom = { width: 8845, left: 0, right: 0, firstLine: 630, tabs: [] }
const lines = (given: string, change: Partial<LineRoom> = {}): readonly string[] => breakLines([{ text: given, setting }], { ...room, ...change }).map(({ from, to }) => given.slice(from, to))

describe('lines', () => {
  it('PAGE-1: 28 characters a line, 26 on the first', () => {
    expect(lines('字'.repeat(60)).map((line) => line.length)).toEqual([26, 28, 6])
    expect(lines('字'.repeat(56), { firstLine: 0 }).map((line) => line.length)).toEqual([28, 28])
  })
  it('PAGE-1: two digits take the room of one character', () => {
    expect(lines(`${'字'.repeat(24)}2025年`)).toEqual([`${'字'.repeat(24)}2025`, '年'])
    expect(lines(`${'字'.repeat(25)}2025年`)[0]).toBe('字'.repeat(25))
  })
  it.each([
    ['a mark of a pause hangs beyond the end of a full line', `${'字'.repeat(26)}。完`, [`${'字'.repeat(26)}。`, '完']],
    ['only one mark hangs', `${'字'.repeat(26)}。”完`, ['字'.repeat(25), '字。”完']],
    ['a closing mark takes the character before it along', `${'字'.repeat(26)}”完`, ['字'.repeat(25), '字”完']],
    ['dashes and dots are not broken', `${'字'.repeat(25)}——完`, ['字'.repeat(24), '字——完']],
    ['a hyphen may end a line', `${'字'.repeat(23)}well-known`, [`${'字'.repeat(23)}well-`, 'known']],
    ['an opening mark goes to the next line', `${'字'.repeat(25)}“收得齐”`, ['字'.repeat(25), '“收得齐”']],
    ['a number is not broken', `${'字'.repeat(25)}99.98%`, ['字'.repeat(25), '99.98%']],
    ['a word is not broken', `${'字'.repeat(24)}Report`, ['字'.repeat(24), 'Report']],
    ['a blank stays on the line before', `${'字'.repeat(26)} 年`, [`${'字'.repeat(26)} `, '年']],
    ['a line break ends the line', '甲\n乙', ['甲\n', '乙']],
  ])('PAGE-2: %s', (_name, given, expected) => {
    expect(lines(given)).toEqual(expected)
  })
  it('PAGE-2: where marks do not hang, a mark takes the character before it along; what hangs is told', () => {
    const given = `${'字'.repeat(26)}。完`
    expect(breakLines([{ text: given, setting }], room, libreOffice).map(({ from, to }) => given.slice(from, to))).toEqual(['字'.repeat(25), '字。完'])
    expect(breakLines([{ text: given, setting }], room).map(({ isHung }) => isHung === true)).toEqual([true, false])
  })
  it('PAGE-2: a word longer than a line is broken all the same', () => {
    expect(lines('a'.repeat(200)).join('')).toBe('a'.repeat(200))
    expect(lines('a'.repeat(200)).length).toBeGreaterThan(3)
  })
  it('PAGE-3: a hanging indent', () => {
    expect(lines('字'.repeat(60), { left: 1575, firstLine: -945 }).map((line) => line.length)).toEqual([26, 23, 11])
  })
  it('PAGE-2: no character is lost, and no line but a forced one breaks a rule', () => {
    const piece = fc.constantFrom('字', '推进工作', '，', '。', '“', '”', '（', '）', '《', '》', '2025', '99.9%', 'Word ', ' ', '——', '……', '\n')
    fc.assert(fc.property(fc.array(piece, { maxLength: 120 }), (pieces) => {
      const given = pieces.join('')
      const broken = lines(given)
      expect(broken.join('')).toBe(given)
      broken.slice(1).forEach((line, index) => {
        const before = broken[index] ?? ''
        const isForced = [...before].length > 1 && ![...before].some((character, at, all) => at > 0 && mayBreak(all[at - 1] ?? '', character))
        if (line !== '' && !before.endsWith('\n') && !isForced) expect(mayBreak(before.charAt(before.length - 1), line.charAt(0))).toBe(true)
      })
    }))
  })
})

describe('pages', () => {
  const page = (...blocks: Block[]) => paginate(layoutReport(report({ title: ['标题'], blocks })))
  it('PAGE-1: 22 lines a page, counted on', () => {
    const { pages, lines: all } = page(text(0, '字'.repeat(26 + 28 * 60)))
    expect(pages).toBe(3)
    expect(all.filter((line) => line.page === 2).map(({ line }) => line)).toEqual(Array.from({ length: 22 }, (_, index) => index + 1))
  })
  it('PAGE-5: a heading goes to the page of what follows it, a table row is not split, header rows come again', () => {
    const filler = Array.from({ length: 19 }, () => text(0, '一行'))
    expect(page(...filler, text(1, '标题'), text(0, '正文')).lines.at(-2)).toMatchObject({ page: 2, line: 1 })
    const table: Block = { kind: 'table', id: 't', headerRows: 1, rows: Array.from({ length: 60 }, (_, row) => [`第${row}行`, '内容']) }
    const rows = page(table).lines.filter(({ blockId }) => blockId === 't')
    expect(rows).toHaveLength(60)
    const second = rows.filter((row) => row.page === 2)
    expect(second[0]?.line).toBe(1)
    expect(second).toHaveLength(25)
    expect(rows.filter((row) => row.page === 1)).toHaveLength(23)
  })
  it('PAGE-5: of a long kept paragraph the last line goes along in Word, all of it in LibreOffice', () => {
    const document = layoutReport(report({ title: [], blocks: [...Array.from({ length: 19 }, () => text(0, '短')), text(0, '字'.repeat(26 + 28 * 2)), text(0, '末')] }))
    const kept = { ...document, blocks: document.blocks.map((block, index) => (index === 19 ? { ...block, keepNext: true as const } : block)) }
    const pagesOf = (model: PageModel): readonly number[] => model.lines.filter(({ block }) => block >= 19).map((line) => line.page)
    expect(pagesOf(paginate(kept))).toEqual([1, 1, 2, 2])
    expect(pagesOf(paginate(kept, libreOffice))).toEqual([2, 2, 2, 2])
  })
  it('PAGE-5: what begins on a new page does', () => {
    expect(page(text(0, '甲'), { kind: 'pageBreak', id: 'p' }, text(0, '乙')).lines.at(-1)).toMatchObject({ page: 2, line: 1 })
  })
  it('PAGE-1: lines are remembered by paragraph, and a change of digits breaks them anew', () => {
    const given = report({ title: [], blocks: [text(0, `${'字'.repeat(23)}Word中`)] })
    const document = layoutReport(given)
    expect(paginate(document).lines).toEqual(paginate(document).lines)
    expect(paginate({ ...document, digits: 'fangsong' }).lines).not.toEqual(paginate(document).lines)
  })
  it('PAGE-6: what did not change is not broken into lines again', async () => {
    const blocks = Array.from({ length: 400 }, () => text(0, '山水林田湖草沙'.repeat(40)))
    const took = (given: readonly Block[]): Promise<number> => workSeconds(() => { paginate(layoutReport(report({ title: ['标题'], blocks: given }))) })
    const first = await took(blocks)
    const again = Math.min(...await inTurn(Array.from({ length: 5 }, (_, index) => () => took(blocks.map((block, at) => (at === index ? text(0, '改') : block))))))
    expect(again).toBeLessThan(first / 2)
  })
})
