/** Comparing last year's report with this year's: `compareReports` beside fast-diff over the whole text. */
import diff from 'fast-diff'
import { countingIds } from '../../shared/base/ids'
import { compareReports } from '../../shared/compare/compareReports'
import { formatReport } from '../../shared/outline/formatReport'
import { parseReport } from '../../shared/outline/parseReport'
import type { ReportContent } from '../../shared/outline/reportContent'
import type { Block } from '../../shared/report/report'
import { interleave } from './measure'
import type { Control, Outcome, Row } from './result'
import { reportText } from './texts'

export async function benchCompare(isQuick: boolean): Promise<Outcome> {
  const rows: Row[] = []
  const controls: Control[] = []
  for (const size of isQuick ? [10_000] : [10_000, 60_000]) {
    const before = parseReport(reportText(size), { newId: countingIds('a') }).content
    const after = editedYear(before, parseReport(reportText(size, 11), { newId: countingIds('c') }).content)
    const texts = [formatReport(before), formatReport(after)] as const
    const compare = (): unknown => compareReports(before, after)
    const [subject, anchor, slow] = await interleave([
      { name: 'compareReports', run: compare },
      { name: 'fast-diff, whole text', run: () => diff(texts[0], texts[1]) },
      { name: 'compareReports, planted twice', run: () => [compare(), compare()] },
    ], isQuick ? 3 : 5)
    if (!subject || !anchor || !slow) continue
    rows.push({ metric: `compare ${size / 1000}k`, subject, anchor, goal: { most: 0.5 }, note: `${before.blocks.length} paragraphs, 40 % edited, 15 % replaced, 6 % new, 3 % moved` })
    controls.push({ name: `a comparison that works twice, ${size / 1000}k`, ratio: slow.best / subject.best, least: 1.5 })
  }
  return { rows, controls, left: [] }
}

/** A year later: of a hundred paragraphs forty are edited, fifteen replaced, six are new, three moved. Ids are all new. */
function editedYear(report: ReportContent, other: ReportContent): ReportContent {
  const moved: Block[] = []
  const blocks = report.blocks.flatMap((block, index): readonly Block[] => {
    const fresh = { ...(other.blocks[index % other.blocks.length] ?? block), id: `n${index}` }
    const place = (index * 37) % 100
    if (block.kind !== 'text') return [block]
    const text = block.runs.map((run) => run.text).join('')
    if (place < 40) return [{ ...block, id: `e${index}`, runs: [{ text: text.replace(/\d+/g, (digits) => String(Number(digits) + 7)).replace('，', '，进一步') }] }]
    if (place < 55) return [fresh]
    if (place < 61) return [{ ...block, id: `k${index}` }, fresh]
    if (place < 64) {
      moved.push({ ...block, id: `m${index}` })
      return []
    }
    return [{ ...block, id: `k${index}` }]
  })
  return { ...report, blocks: [...blocks, ...moved] }
}
