import { describe, expect, it } from 'vitest'
import { countingIds } from '../../../shared/base/ids'
import { formatReport } from '../../../shared/outline/formatReport'
import { parseReport, type ParsedReport } from '../../../shared/outline/parseReport'
import { blockText } from '../../../shared/report/blockText'
import { reportKinds } from '../../../shared/report/kinds'
import type { Report } from '../../../shared/report/report'
import { blockSchema } from '../../../shared/report/schema'
import { startFromLastYear } from '../../../shared/report/startFromLastYear'
import { sampleReports } from '../../../electron/templates/sampleReports'

const parsed = (text: string): ParsedReport => parseReport(text, { newId: countingIds() })

describe('the report value', () => {
  it.each(sampleReports)('REPORT-1: every printed paragraph of $id is one block of a flat list', ({ text }) => {
    const { content } = parsed(text)
    const paragraphs = text.split('\n').filter((line) => line.trim() !== '')
    const others = content.title.length + (content.addressee === '' ? 0 : 1) + content.attachments.length + content.signature.length + 1 + (content.note === '' ? 0 : 1)
    expect(content.blocks.length).toBe(paragraphs.length - others)
    expect(content.blocks.every((block) => blockSchema.safeParse(block).success)).toBe(true)
  })

  it.each(sampleReports)('REPORT-2: no number of $id is stored', ({ text }) => {
    const stored = JSON.stringify(parsed(text).content.blocks)
    expect(text).toMatch(/^一、/m)
    expect(stored).not.toMatch(/"text":"(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)/)
    expect(stored).not.toMatch(/"(?:number|label|lead|page|outline)"/)
  })

  it('REPORT-4: a report from last year’s has its years moved on, its date emptied and its figures marked, ordinals and names not', () => {
    const { content } = parsed('青禾县农业农村局2025年工作总结\n\n一、主要工作\n\n贯彻党的二十大精神，全年新建水渠128公里，完成第一批任务。\n\n青禾县农业农村局\n2025年12月30日\n')
    const last: Report = { ...content, id: `r-${'0'.repeat(26)}`, kind: 'general', year: 2025, unit: '青禾县农业农村局', state: 'final', origin: { kind: 'blank' } }
    const started = startFromLastYear(last, 2026)
    const stale = started.blocks.flatMap((block) => (block.kind === 'text' ? block.runs : [])).filter((run) => run.stale).map((run) => run.text)
    expect(started.title).toEqual(['青禾县农业农村局2026年工作总结'])
    expect([started.date, started.signature]).toEqual(['', ['青禾县农业农村局']])
    expect(stale.join(' ')).toContain('128')
    expect(stale.join(' ')).not.toMatch(/二十大|第一/)
    expect(started.blocks.map(blockText)).toEqual(content.blocks.map(blockText))
  })

  it('REPORT-6: the mark of what is not confirmed changes no text', () => {
    const { content } = parsed('标题\n\n一、第一节\n\n全年办理128件。\n')
    const marked = { ...content, blocks: content.blocks.map((block) => (block.kind === 'text' ? { ...block, runs: block.runs.map((run) => ({ ...run, stale: true as const })) } : block)) }
    expect(JSON.stringify(marked)).toContain('"stale":true')
    expect(formatReport(marked)).toBe(formatReport(content))
  })

  it('REPORT-7: kinds have ids and names of their own', () => {
    expect(new Set(reportKinds.map((kind) => kind.id)).size).toBe(reportKinds.length)
    expect(new Set(reportKinds.map((kind) => kind.name)).size).toBe(reportKinds.length)
    expect(reportKinds.at(-1)?.id).toBe('other')
  })
})
