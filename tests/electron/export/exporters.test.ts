import { expect, it } from 'vitest'
import { exporterFor, exporters } from '../../../electron/export/exporters'
import { exportText } from '../../../shared/text/export'
import { report, sampleReport, text } from './sampleReport'

it('PRINT-21: every row has its id, a name and an extension of its own', () => {
  const rows = Object.entries(exporters)
  for (const [id, exporter] of rows) {
    expect(exporter.id).toBe(id)
    expect(exportText.formats[exporter.nameKey]).not.toBe('')
    expect(exporter.extension).toMatch(/^[a-z]+$/)
  }
  expect(new Set(rows.map(([, exporter]) => exporter.extension)).size).toBe(rows.length)
})

it('PRINT-21: plain text has its mark and Windows line ends', async () => {
  const { bytes } = await exporters.text.run(report({ title: ['总结'], blocks: [text(1, '工作'), text(0, '做了。')] }))
  const written = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  expect(written.startsWith('\ufeff总结\r\n')).toBe(true)
  expect(written).toContain('一、工作\r\n')
  expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})

it('PRINT-25: plain text has the lines of the page, numbers and 附件说明 as printed, and nothing that cannot be seen', async () => {
  const { bytes } = await exporters.text.run({ ...sampleReport, blocks: [...sampleReport.blocks, { kind: 'image', id: 'i', sha256: 'a'.repeat(64), mediaType: 'image/png', width: 10, height: 10, caption: '现场照片' }] })
  const lines = new TextDecoder().decode(bytes).split('\r\n')
  expect(lines[0]).toBe('临江县水务局关于2025年度农村供水和防汛工作情况的报告')
  for (const line of ['县人民政府：', '一、主要工作情况', '指标\t计划\t完成\t备注', '附件：1.2025年度农村供水工程建设情况统计表', '2.2025年度防汛物资储备明细表', '临江县水务局', '2025年12月26日', '（联系人：周某某，电话：0000—1234567）']) expect(lines).toContain(line)
  expect(lines.join('')).not.toMatch(/[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f]/)
  expect(lines.some((line, index) => line === '' && lines[index + 1] === '')).toBe(false)
})

it('PRINT-21: the Word row writes a zip file', async () => {
  const { bytes } = await exporters.word.run(report({}))
  expect(Array.from(bytes.subarray(0, 4))).toEqual([0x50, 0x4b, 0x03, 0x04])
})

it('PRINT-21: the extension of a file name finds its row, in any letter case; a name that is only an extension finds none', () => {
  expect(['总结.docx', '总结.DOCX', '总结.txt', '总结.pdf', '总结.ofd', '总结.wps', '总结', '.docx', 'a/.txt', 'v1.2/总结.txt'].map((name) => exporterFor(name)?.id ?? null)).toEqual(['word', 'word', 'text', 'pdf', 'ofd', null, null, null, null, 'text'])
})
