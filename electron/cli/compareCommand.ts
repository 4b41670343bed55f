/** `compare A B [--json]`: what changed from A to B (SPEC COMPARE-7). Differences are the answer, not a failure: it ends with 0. */
import { assertNever } from '../../shared/base/invariant'
import { fail, succeed } from '../../shared/base/result'
import { compareReports, comparedFields, type BlockChange, type ReportComparison } from '../../shared/compare/compareReports'
import { isUnchanged, type TextPiece } from '../../shared/compare/textPieces'
import { assignNumbers } from '../../shared/outline/assignNumbers'
import type { ReportContent } from '../../shared/outline/reportContent'
import { blockText } from '../../shared/report/blockText'
import type { Block } from '../../shared/report/report'
import { compareText } from '../../shared/text/compare'
import { fillPlaces } from '../../shared/text/errors'
import { exitCodes } from './exitCodes'
import { readReport } from './readReport'
import type { Run } from './world'

export const runCompare: Run = async (given, world) => {
  const before = await readReport('compare', given.words[0] ?? '', given, world, 'a')
  if (!before.ok) return fail(before.error)
  const after = await readReport('compare', given.words[1] ?? '', given, world, 'b')
  if (!after.ok) return fail(after.error)
  const comparison = compareReports(before.value, after.value)
  world.write(given.flags.has('--json') ? `${JSON.stringify(comparison, null, 2)}\n` : comparisonText(comparison, before.value, after.value))
  return succeed(exitCodes.done)
}

/** The changes for people, unchanged paragraphs left out: [-删去-]{+增加+}. */
function comparisonText(comparison: ReportComparison, before: ReportContent, after: ReportContent): string {
  if (comparison.isEqual) return `${compareText.equal}\n`
  const labels = { before: assignNumbers(before.blocks, before.numbering), after: assignNumbers(after.blocks, after.numbering) }
  const { numbering } = comparison
  return `${[
    fillPlaces(compareText.summary, comparison.counts),
    ...comparedFields.flatMap((field) => (isUnchanged(comparison[field]) ? [] : [`${compareText.fields[field]}\t${marked(comparison[field]).replace(/\n/g, ' ')}`])),
    ...(numbering === null ? [] : [`${compareText.numbering}\t${numbering.before} → ${numbering.after}`]),
    ...comparison.body.flatMap((change) => blockLines(change, labels)),
  ].join('\n')}\n`
}

function blockLines(change: BlockChange, labels: { readonly before: ReadonlyMap<string, string>; readonly after: ReadonlyMap<string, string> }): readonly string[] {
  const { kinds, shapes } = compareText
  const older = (block: Block): string => `${labels.before.get(block.id) ?? ''}${plainText(block)}`
  const newer = (block: Block): string => labels.after.get(block.id) ?? ''
  switch (change.kind) {
    case 'same': return change.isMoved ? [`${kinds.moved}\t${newer(change.after)}${plainText(change.after)}`] : []
    case 'added': return [`${kinds.added}\t${newer(change.after)}${plainText(change.after)}`]
    case 'removed': return [`${kinds.removed}\t${older(change.before)}`]
    case 'movedAway': return [`${kinds.movedAway}\t${older(change.before)}`]
    case 'changed': {
      const names = [...(change.isMoved ? [kinds.moved] : []), kinds.changed, ...change.shape.map((shape) => shapes[shape])]
      return [`${names.join('、')}\t${newer(change.after)}${marked(change.pieces)}`]
    }
    case 'changedTable': return [
      [...(change.isMoved ? [kinds.moved] : []), kinds.changedTable, ...change.shape.map((shape) => shapes[shape])].join('、'),
      ...change.table.rows.filter((row) => row.kind !== 'same').map((row) => `\t${row.cells.map(marked).join(' | ')}`),
    ]
    default: return assertNever(change)
  }
}

function plainText(block: Block): string {
  return block.kind === 'pageBreak' ? compareText.pageBreak : blockText(block)
}

function marked(pieces: readonly TextPiece[]): string {
  return pieces.map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`)).join('')
}
