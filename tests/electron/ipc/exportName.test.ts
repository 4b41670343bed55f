import { describe, expect, it } from 'vitest'
import { exportName } from '../../../electron/ipc/exportName'

const cases: readonly (readonly [title: readonly string[], unit: string, expected: string])[] = [
  [['2025年度法治建设工作报告'], '清河县档案局', '清河县档案局 2025年度法治建设工作报告.docx'],
  [['清河县档案局', '2025年度法治建设工作报告'], '清河县档案局', '清河县档案局2025年度法治建设工作报告.docx'],
  [['工作总结'], '', '2025 工作总结.docx'],
  [[], '清河县档案局', '清河县档案局 2025 未命名材料.docx'],
  [['“一网通办”/总结?'], '甲局', '甲局 2025 “一网通办”／总结？.docx'],
]

describe('exportName', () => {
  it.each(cases)('IPC-8: %j of %j', (title, unit, expected) => {
    expect(exportName({ title, unit, year: 2025 })).toBe(expected)
  })
})
