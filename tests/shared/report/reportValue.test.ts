import { describe, expect, it } from 'vitest'
import { countingIds } from '../../../shared/base/ids'
import { formatReport } from '../../../shared/outline/formatReport'
import { parseReport, type ParsedReport } from '../../../shared/outline/parseReport'
import { reportKinds } from '../../../shared/report/kinds'
import { blockSchema } from '../../../shared/report/schema'
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
