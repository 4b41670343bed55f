import { layoutReport, type LayoutOptions, type PrintedReport } from '../../shared/print/layoutReport'
import { describeChange } from '../../shared/text/export'
import type { ExportedFile } from './exportWord'
import type { ChangeAuthor } from './word/writeTracked'

/**
 * 花脸稿 (SPEC REDLINE): a Word file in which what changed from `before` to `after` stands as tracked changes. Accepting all of them gives the Word file of
 * `after`, refusing all of them that of `before`.
 */
export async function exportRedline(before: PrintedReport, after: PrintedReport, changedBy: ChangeAuthor, options: Partial<LayoutOptions> = {}): Promise<ExportedFile> {
  const document = layoutReport(after, options)
  const [{ trackedBlocks }, { trackedWriter }, { packWord }] = await Promise.all([import('./word/trackedBlocks'), import('./word/writeTracked'), import('./word/writeWord')])
  const blocks = trackedBlocks(layoutReport(before, options), document)
  const write = trackedWriter(document, changedBy)
  const bytes = await packWord(document, blocks.map(({ set }) => set), [], (index, section) => {
    const block = blocks[index]
    return block === undefined ? '' : write(block, index, section)
  })
  return { bytes, changes: document.changes.map(describeChange) }
}
