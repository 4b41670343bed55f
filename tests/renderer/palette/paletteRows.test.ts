import { describe, expect, it } from 'vitest'
import { paletteRows, type PaletteSource } from '../../../renderer/palette/paletteRows'
import { commandTable } from '../../../shared/commands/commandTable'
import type { OutlineRow } from '../../../shared/outline/outlineRows'
import type { ReportSummary } from '../../../shared/report/summary'

const heading = (id: string, number: string, text: string): OutlineRow => ({ id, blockId: id, level: 1, depth: 0, kind: 'heading', number, text, isRunIn: false, characters: 10, from: 0, to: text.length } as OutlineRow)
const report = (id: string, title: string, year: number, isTrashed = false): ReportSummary => ({ id, title, year, kind: 'general', unit: '', state: 'draft', savedAt: '', characters: 1, isTrashed } as ReportSummary)

const source: PaletteSource = {
  isEnabled: (id) => id !== 'edit.undo',
  outline: [heading('b1', '一、', '主要工作'), heading('b2', '二、', '存在的问题')],
  reports: [report('r1', '2024年度工作总结', 2024), report('r2', '旧的工作总结', 2023, true)],
  platform: '',
}
const shown = (words: string) => paletteRows(words, source).map((row) => row.label)

describe('palette', () => {
  it('EDIT-17: without words every command of the table but its own, those that can be done first', () => {
    const rows = paletteRows('', source)
    expect(rows).toHaveLength(commandTable.length - 1)
    expect(rows[rows.length - 1]).toMatchObject({ id: 'edit.undo', isEnabled: false })
  })
  it.each([
    ['导出', ['导出 Word', '导出 PDF', '导出 OFD', '导出纯文本']],
    ['F12', ['导出 Word']],
    ['存在', ['二、存在的问题']],
    ['2024 总结', ['2024年度工作总结']],
    ['没有这样的东西', []],
  ])('EDIT-17: %s', (words, expected) => {
    expect(shown(words)).toEqual(expected)
  })
  it('EDIT-17: what begins with the words stands first', () => {
    expect(shown('章节').slice(0, 2).every((label) => label.startsWith('章节'))).toBe(true)
    expect(shown('标题').indexOf('一级标题')).toBeGreaterThanOrEqual(0)
  })
  it('EDIT-17: a report in the trash is not offered', () => {
    expect(shown('旧的')).toEqual([])
  })
})
