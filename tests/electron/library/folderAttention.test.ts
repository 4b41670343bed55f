import { describe, expect, it } from 'vitest'
import { folderCounts } from '../../../electron/library/folderImport/folderRows'
import { countsText, folderCsv } from '../../../electron/library/folderImport/folderSheet'
import { rowsOf } from '../../../renderer/transfer/folderViews'
import { needsAttention, type FolderDoubt, type FolderRow } from '../../../shared/ipc/folderImportContract'

const toCheck: readonly FolderDoubt['code'][] = ['noTitle', 'yearUnknown', 'yearDoubtful', 'related', 'short', 'findings', 'met']
const onlyTold: readonly FolderDoubt['code'][] = ['copy', 'onShelf', 'wasStored', 'setAside', 'aside']

const rowWith = (row: number, doubts: readonly FolderDoubt['code'][], more: Partial<FolderRow> = {}): FolderRow => ({
  row, path: `${row}.txt`, bytes: 1, state: 'ready', isIn: true, format: '', title: `标题${row}`, year: 2020, kind: 'other', unit: '',
  doubts: doubts.map((code) => ({ code, count: 2, text: `句子${code}`, other: 0 })), ...more,
})

describe('what needs attention', () => {
  it('FOLDER-5: the window, the report and the record count by one rule: what a clerk should check in what comes in', () => {
    const rows = [
      ...[...toCheck, ...onlyTold].map((code, index) => rowWith(index, [code])),
      rowWith(12, ['noTitle'], { isIn: false }), rowWith(13, ['noTitle'], { state: 'refused', isIn: false }), rowWith(14, ['copy', 'noTitle'], { state: 'stored' }),
      rowWith(15, ['setAside'], { state: 'stored' }), rowWith(16, ['findings'], { state: 'failed' }), rowWith(17, []),
    ]
    const wanted = [0, 1, 2, 3, 4, 5, 6, 14, 16]
    expect(rows.filter(needsAttention).map(({ row }) => row)).toEqual(wanted)
    expect(rowsOf(rows, 'attention', '').map(({ row }) => row)).toEqual(wanted)
    expect(folderCounts(rows).attention).toBe(wanted.length)
    expect(countsText(rows)).toContain('已导入 2 份，其中 1 份需要留意')
    const cells = folderCsv(rows).slice(1).trimEnd().split('\r\n').map((line) => line.slice(1, -1).split('","'))
    const column = cells[0]?.indexOf('需要留意') ?? -1
    expect(cells.slice(1).flatMap((line, row) => (line[column] === '' ? [] : [row]))).toEqual(wanted)
    // What is only told stands in the next column.
    expect([cells[15]?.[column], cells[15]?.[column + 1]]).toEqual(['没有认出标题，暂用文件名', '与“0.txt”内容相同，只取那一份'])
  })

  it('FOLDER-5: what is nought is not said', () => {
    expect(countsText([rowWith(0, [], { state: 'stored' })])).toBe('已导入 1 份。')
  })
})
