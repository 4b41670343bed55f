/** Counting lines and pages: the whole report, and again after one paragraph changed, beside cutting the same text into slices of 28 characters. */
import { countingIds } from '../../shared/base/ids'
import { parseReport } from '../../shared/outline/parseReport'
import { layoutReport } from '../../shared/print/layoutReport'
import { paginate } from '../../shared/print/paginate'
import type { Block } from '../../shared/report/report'
import { interleave } from './measure'
import type { Control, Outcome, Row } from './result'
import { reportText } from './texts'

export async function benchPages(isQuick: boolean): Promise<Outcome> {
  const rows: Row[] = []
  const controls: Control[] = []
  for (const size of isQuick ? [6_000, 60_000] : [6_000, 60_000, 300_000]) {
    const text = reportText(size)
    const { content } = parseReport(text, { newId: countingIds() })
    const count = (blocks: readonly Block[]): unknown => paginate(layoutReport({ ...content, blocks }))
    // New objects: nothing is remembered of them.
    const whole = (): unknown => count(content.blocks.map((block) => ({ ...block })))
    let key = 0
    const afterKey = (): unknown => {
      key += 1
      return count(content.blocks.map((block, index) => (index === key % content.blocks.length && block.kind === 'text' ? { ...block, runs: [...block.runs, { text: '字' }] } : block)))
    }
    const [full, one, anchor, slow] = await interleave([
      { name: 'all lines and pages', run: whole },
      { name: 'after a key', run: afterKey },
      { name: 'slices of 28', run: () => slices(text) },
      { name: 'all, planted twice', run: () => [whole(), whole()] },
    ], isQuick ? 5 : 11)
    if (!full || !one || !anchor || !slow) continue
    rows.push({ metric: `pages ${size / 1000}k`, subject: full, anchor, note: `${full.median.toFixed(1)} ms` })
    rows.push({ metric: `pages ${size / 1000}k, one paragraph changed`, subject: one, anchor: full, goal: { most: 0.5 }, note: `${one.median.toFixed(1)} ms` })
    controls.push({ name: `a page model that works twice, ${size / 1000}k`, ratio: slow.best / full.best, least: 1.3 })
  }
  return { rows, controls, left: [] }
}

/** What a line breaker without widths and rules would do. */
function slices(text: string): readonly string[] {
  return text.split('\n').flatMap((paragraph) => Array.from({ length: Math.ceil(paragraph.length / 28) }, (_, index) => paragraph.slice(index * 28, index * 28 + 28)))
}
