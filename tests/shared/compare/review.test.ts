import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldText, comparedFields } from '../../../shared/compare/compareReports'
import { reviewChanges, type Review } from '../../../shared/compare/review'
import { applyReviewEdit, reviewEdit } from '../../../shared/compare/reviewEdit'
import { emptyContent, type ReportContent } from '../../../shared/outline/reportContent'
import { assignNumbers } from '../../../shared/outline/assignNumbers'
import { blockText } from '../../../shared/report/blockText'
import type { Block, TableBlock } from '../../../shared/report/report'
import { editedPair, generatedReport } from '../../support/editedReports'
import { blocksOf, written } from '../../support/editorState'

const runs = { seed: Number(process.env['FC_SEED'] ?? 20261121), numRuns: 400 }

/** Accepts the changes with these ids in this order. */
function accept(review: Review, own: ReportContent, ids: readonly string[]): ReportContent {
  const accepted = new Set<string>()
  return ids.reduce((content, id) => {
    const change = review.changes.find((each) => each.id === id)
    if (change === undefined) throw new Error(`no change ${id}`)
    const edit = reviewEdit(review, change, accepted, content)
    if (edit === null) throw new Error(`no place for ${JSON.stringify(change)}`)
    accepted.add(id)
    return applyReviewEdit(content, edit)
  }, own)
}

/** What a report says, without ids and manner. */
function said(content: ReportContent): unknown {
  return [
    comparedFields.map((field) => fieldText(content, field).replace(field === 'title' ? /\n/g : /$^/, '')), [...assignNumbers(content.blocks, content.numbering).values()],
    content.blocks.map((block) => (block.kind === 'text' ? [block.level, block.form ?? '', blockText(block)] : block.kind === 'table' ? [block.rows, block.headerRows] : [])),
  ]
}

const renamed = (content: ReportContent): ReportContent => ({ ...content, blocks: content.blocks.map((block) => ({ ...block, id: `e-${block.id}` })) })

const own: ReportContent = { ...emptyContent, title: ['工作总结'], blocks: blocksOf('1:工作情况', '全年召开会议十二次。学习文件三十余份。覆盖干部六百余人。', '1:存在问题', '一些同志对新情况研究不够，办法不多。', '1:下步打算', '继续抓好各项任务落实。') }
const withBlocks = (blocks: readonly Block[]): ReportContent => ({ ...own, blocks })
const edit = (index: number, text: string): readonly Block[] => own.blocks.map((block, at) => (at === index && block.kind === 'text' ? { ...block, runs: [{ text }] } : block))

describe('changes of an edited copy', () => {
  it('READBACK-1: each sentence that was changed is a change of its own, with what stands around it', () => {
    const { changes } = reviewChanges(own, withBlocks(edit(1, '全年召开会议十五次。学习文件三十余份。覆盖干部群众八百余人。开展宣讲。')))
    expect(changes.map(({ id, kind, before, after }) => [id, kind, before, after])).toEqual([['c1', 'replace', '十二', '十五'], ['c2', 'replace', '六百', '群众八百'], ['c3', 'insert', '', '开展宣讲。']])
    expect(changes[0]).toMatchObject({ context: { left: '全年召开会议', right: '次。' } })
  })

  it('READBACK-1: paragraphs that came, went and moved, levels, cells and fields', () => {
    const [a, b, c, d, e, f] = own.blocks as readonly [Block, Block, Block, Block, Block, Block]
    const { changes } = reviewChanges(own, { ...withBlocks([a, { kind: 'text', id: 'new', level: 0, runs: [{ text: '新增的一段。' }] }, b, e, f, { ...c, level: 2 } as Block, d]), date: '2026年1月5日' })
    expect(changes.map((change) => [change.kind, change.after])).toEqual([
      ['insertBlock', '新增的一段。'], ['moveBlocks', '下步打算\n继续抓好各项任务落实。'], ['shape', '存在问题'], ['field', '2026年1月5日'],
    ])
    const table: TableBlock = { kind: 'table', id: 't', headerRows: 1, rows: [['指标', '完成'], ['维修', '46']] }
    const edited: TableBlock = { ...table, rows: [['指标', '完成'], ['维修', '52']] }
    expect(reviewChanges(withBlocks([table]), withBlocks([edited])).changes).toMatchObject([{ kind: 'cell', row: 1, column: 1, before: '46', after: '52' }])
    expect(reviewChanges(withBlocks([table]), withBlocks([{ ...edited, rows: [...edited.rows, ['更换', '3']] }])).changes).toMatchObject([{ kind: 'table' }])
  })

  it('READBACK-1: a scheme that prints the same numbers is no change', () => {
    expect(reviewChanges({ ...own, numbering: 'continuous' }, own).changes).toEqual([])
    expect(reviewChanges({ ...own, numbering: 'decimal' }, own).changes).toMatchObject([{ kind: 'numbering', numbering: 'restart' }])
  })

  it('READBACK-2: a change finds its place after the clerk has gone on writing, and tells when its words are gone', () => {
    const review = reviewChanges(own, withBlocks(edit(1, '全年召开会议十五次。学习文件三十余份。覆盖干部群众八百余人。')))
    const [first, second] = review.changes
    if (first === undefined || second === undefined) throw new Error('no changes')
    const meanwhile = withBlocks(edit(1, '今年以来，全年召开会议十二次。又学习文件三十余份。覆盖干部六百余人。'))
    const firstEdit = reviewEdit(review, first, new Set(), meanwhile)
    expect(firstEdit).toMatchObject({ kind: 'text', blockId: 'b2' })
    const then = applyReviewEdit(meanwhile, firstEdit ?? { kind: 'deleteBlock', blockId: '' })
    const secondEdit = reviewEdit(review, second, new Set([first.id]), then)
    expect(written(applyReviewEdit(then, secondEdit ?? { kind: 'deleteBlock', blockId: '' }).blocks)[1]).toBe('今年以来，全年召开会议十五次。又学习文件三十余份。覆盖干部群众八百余人。')
    expect(reviewEdit(review, second, new Set(), withBlocks(edit(1, '全年召开会议十二次。')))).toBeNull()
    expect(reviewEdit(review, second, new Set(), withBlocks([]))).toBeNull()
  })

  it('READBACK-2: what is put in takes the manner of what it replaces', () => {
    const bold = withBlocks([{ kind: 'text', id: 'b1', level: 0, runs: [{ text: '完成' }, { text: '十二件', bold: true }, { text: '实事。' }] }])
    const after = withBlocks([{ kind: 'text', id: 'x', level: 0, runs: [{ text: '完成十五件实事。' }] }])
    const review = reviewChanges(bold, after)
    const [block] = accept(review, bold, review.changes.map((change) => change.id)).blocks
    expect(block).toMatchObject({ runs: [{ text: '完成' }, { text: '十五件', bold: true }, { text: '实事。' }] })
  })
})

describe('laws', () => {
  it('READBACK-3: accepting all gives what the copy says, in order and in any order', () => {
    fc.assert(fc.property(editedPair, fc.integer(), fc.boolean(), ([before, after], seed, isRenamed) => {
      const edited = isRenamed ? renamed(after) : after
      const review = reviewChanges(before, edited)
      const ids = review.changes.map((change) => change.id)
      expect(said(accept(review, before, ids))).toEqual(said(edited))
      const shuffled = [...ids].sort((left, right) => hash(left, seed) - hash(right, seed))
      const result = accept(review, before, shuffled)
      expect(said(result)).toEqual(said(edited))
      expect(new Set(result.blocks.map((block) => block.id)).size).toBe(result.blocks.length)
    }), runs)
  })

  it('READBACK-3: an unedited copy has no change, and what is left after accepting some is offered no more', () => {
    fc.assert(fc.property(generatedReport, (report) => {
      expect(reviewChanges(report, renamed(report)).changes).toEqual([])
    }), runs)
    fc.assert(fc.property(editedPair, ([before, after]) => {
      const review = reviewChanges(before, renamed(after))
      expect(reviewChanges(accept(review, before, review.changes.map((change) => change.id)), renamed(after)).changes.filter((change) => change.kind !== 'manner')).toEqual([])
    }), runs)
  })

  it('READBACK-3: one accepted change alone leaves all other words as they were', () => {
    fc.assert(fc.property(editedPair, fc.nat(), ([before, after], pick) => {
      const review = reviewChanges(before, renamed(after))
      const change = review.changes[pick % Math.max(1, review.changes.length)]
      if (change?.kind !== 'replace' && change?.kind !== 'insert' && change?.kind !== 'delete') return
      const result = accept(review, before, [change.id])
      const text = review.texts.get(change.blockId) ?? ''
      expect(result.blocks.map(blockText)).toEqual(before.blocks.map((block) => (block.id === change.blockId ? text.slice(0, change.from) + change.after + text.slice(change.to) : blockText(block))))
      expect(text.slice(change.from, change.to)).toBe(change.before)
    }), runs)
  })
})

function hash(id: string, seed: number): number {
  return ((Number(id.slice(1)) + 1) * 2654435761 + seed * 40503) % 65_521
}
