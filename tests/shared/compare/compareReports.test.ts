import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareBlocks, compareReports, comparedFields, fieldText, type BlockChange } from '../../../shared/compare/compareReports'
import { compareText } from '../../../shared/compare/compareText'
import { keptInOrder } from '../../../shared/compare/keptInOrder'
import { afterOf, beforeOf, isUnchanged, type TextPiece } from '../../../shared/compare/textPieces'
import { blockText } from '../../../shared/report/blockText'
import type { Block, TableBlock } from '../../../shared/report/report'
import { editedPair, generatedReport } from '../../support/editedReports'
import { blocksOf } from '../../support/editorState'

const runs = { seed: Number(process.env['FC_SEED'] ?? 20261121), numRuns: 400 }

/** 保留[-删去-][+加上+]. */
function marked(pieces: readonly TextPiece[]): string {
  return pieces.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}+]` : `[-${text}-]`)).join('')
}

function told(changes: readonly BlockChange[]): readonly string[] {
  return changes.map((change) => {
    switch (change.kind) {
      case 'same': return `${change.isMoved ? 'moved ' : ''}${blockText(change.after)}`
      case 'changed': return `${change.isMoved ? 'moved ' : ''}${change.shape.map((each) => `${each} `).join('')}${marked(change.pieces)}`
      case 'changedTable': return `table ${change.shape.join(' ')}`
      case 'added': return `+ ${blockText(change.after)}`
      case 'removed': return `- ${blockText(change.before)}`
      case 'movedAway': return `away ${blockText(change.before)}`
    }
  })
}

describe('compareText', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['a word', '全年完成维修养护46处，更换管网。', '全年完成维修养护52处，更换管网。', '全年完成维修养护[-46-][+52+]处，更换管网。'],
    ['a figure is never cut', '合格率98.7%，较上年提高1.4个百分点。', '合格率98.9%，较上年提高1.6个百分点。', '合格率[-98.7%-][+98.9%+]，较上年提高[-1.4-][+1.6+]个百分点。'],
    ['a new clause', '一是建立台账，做到底数清。', '一是建立台账，逐一登记，做到底数清。', '一是建立台账，[+逐一登记，+]做到底数清。'],
    ['a new sentence', '甲乙丙丁戊己。庚辛壬癸子丑。', '甲乙丙丁戊己。今年新增一句话。庚辛壬癸子丑。', '甲乙丙丁戊己。[+今年新增一句话。+]庚辛壬癸子丑。'],
    ['a sentence of which little stayed', '首句不变。落实管水员217名。末句不变。', '首句不变。推行村组参与机制。末句不变。', '首句不变。[-落实管水员217名。-][+推行村组参与机制。+]末句不变。'],
    ['single characters in common are no ground', '加强领导班子建设', '加快推进项目建设', '加[-强领导班子-][+快推进项目+]建设'],
    ['a rare character is never cut', '𬱖村已完成。', '𬱗村已完成。', '[-𬱖-][+𬱗+]村已完成。'],
    ['nothing', '', '', ''],
    ['from nothing', '', '甲。', '[+甲。+]'],
  ]
  it('COMPARE-2: long texts keep their equal sentences, and the law holds for them', () => {
    const sentences = Array.from({ length: 400 }, (_, index) => `第${index % 7 === 0 ? '若干' : index}项工作按计划完成。`)
    const edited = sentences.flatMap((sentence, index) => (index % 50 === 3 ? [] : index % 40 === 1 ? [sentence, '另有新的安排。'] : [sentence]))
    const pieces = compareText(sentences.join(''), edited.join(''))
    expect([beforeOf(pieces), afterOf(pieces)]).toEqual([sentences.join(''), edited.join('')])
    expect(pieces.filter((piece) => piece.kind === 'added').map((piece) => piece.text)).toEqual(Array.from({ length: 10 }, () => '另有新的安排。'))
    expect(pieces.filter((piece) => piece.kind === 'removed')).toHaveLength(8)
  })

  it.each(cases)('COMPARE-2: %s', (_, before, after, expected) => {
    expect(marked(compareText(before, after))).toBe(expected)
  })
})

describe('compareBlocks', () => {
  const base = blocksOf('1:工作情况', '全年召开会议十二次，学习文件三十余份。', '2:理论学习不断深入。组织宣讲活动八场，覆盖干部群众六百余人。', '1:存在问题', '一些同志对新情况研究不够，办法不多。', '1:下步打算', '继续抓好各项任务落实。')

  it('COMPARE-3: blocks are paired by their text, whatever their ids', () => {
    const renamed = base.map((block, index) => ({ ...block, id: `x${index}` }))
    expect(compareBlocks(base, renamed).every((change) => change.kind === 'same' && !change.isMoved)).toBe(true)
    const misleading = base.map((block, index) => ({ ...block, id: base[(index + 3) % base.length]?.id ?? '' }))
    expect(compareBlocks(base, misleading).every((change) => change.kind === 'same' && !change.isMoved)).toBe(true)
  })

  it('COMPARE-3: a kept id pairs what was rewritten far; a new block between stays new', () => {
    const after = [...base.slice(0, 4), { ...blocksOf('一些同志对新事物钻研不深、办法偏少，主动性有待提高。')[0] as Block, id: 'b5' }, ...blocksOf('1:经验体会').map((block) => ({ ...block, id: 'new' })), ...base.slice(5)]
    expect(told(compareBlocks(base, after))).toEqual([
      '工作情况', '全年召开会议十二次，学习文件三十余份。', '理论学习不断深入。组织宣讲活动八场，覆盖干部群众六百余人。', '存在问题',
      expect.stringContaining('一些同志对'), '+ 经验体会', '下步打算', '继续抓好各项任务落实。',
    ])
  })

  it('COMPARE-4: what was moved stands at its new place, and says so at its old one, even if it was edited', () => {
    const [first, second, third, ...rest] = base as readonly [Block, Block, Block, ...Block[]]
    const edited = { ...third, id: 'else', runs: [{ text: '理论学习不断深入。组织宣讲活动九场，覆盖干部群众六百余人。' }] } as Block
    expect(told(compareBlocks(base, [first, second, ...rest, edited]))).toEqual([
      '工作情况', '全年召开会议十二次，学习文件三十余份。', 'away 理论学习不断深入。组织宣讲活动八场，覆盖干部群众六百余人。', '存在问题', '一些同志对新情况研究不够，办法不多。', '下步打算', '继续抓好各项任务落实。',
      'moved 理论学习不断深入。组织宣讲活动[-八-][+九+]场，覆盖干部群众六百余人。',
    ])
  })

  it('COMPARE-4: of two that changed places the shorter one was moved', () => {
    const [, long, , , short] = base as readonly Block[]
    expect(told(compareBlocks([long as Block, short as Block], [short as Block, long as Block]))).toEqual(['moved 一些同志对新情况研究不够，办法不多。', '全年召开会议十二次，学习文件三十余份。', 'away 一些同志对新情况研究不够，办法不多。'])
  })

  it('COMPARE-3: level, form and manner are named; the other marks of the program are no change', () => {
    const [one, two, three, four] = blocksOf('1:工作情况', '甲乙丙。', '2:理论学习', '戊己庚。') as readonly [Block, Block, Block, Block]
    const after = [{ ...one, level: 2 }, { ...two, runs: [{ text: '甲乙' }, { text: '丙。', bold: true }] }, { ...three, form: 'clause' }, { ...four, runs: [{ text: '戊己庚。', stale: true }], taken: 'r-1' }] as readonly Block[]
    expect(told(compareBlocks([one, two, three, four], after))).toEqual(['level 工作情况', 'manner 甲乙丙。', 'form 理论学习', '戊己庚。'])
  })

  it('COMPARE-5: tables are compared cell by cell, with new rows and new columns', () => {
    const before: TableBlock = { kind: 'table', id: 't', headerRows: 1, rows: [['指标', '完成'], ['维修工程', '46'], ['水样检测', '1862']] }
    const after: TableBlock = { ...before, rows: [['指标', '计划', '完成'], ['维修工程', '40', '46'], ['更换管网', '120', '128.6'], ['水样检测', '1800', '1870']] }
    const [change] = compareBlocks([before], [after])
    if (change?.kind !== 'changedTable') throw new Error('no table')
    expect(change.table.columns).toEqual(['same', 'added', 'same'])
    expect(change.table.rows.map((row) => `${row.kind}: ${row.cells.map(marked).join(' | ')}`)).toEqual([
      'changed: 指标 | [+计划+] | 完成', 'changed: 维修工程 | [+40+] | 46', 'added: [+更换管网+] | [+120+] | [+128.6+]', 'changed: 水样检测 | [+1800+] | [-1862-][+1870+]',
    ])
  })
})

describe('laws', () => {
  it('COMPARE-1: what stayed and was removed is the old report, what stayed and was added the new one', () => {
    fc.assert(fc.property(editedPair, ([before, after]) => {
      const comparison = compareReports(before, after)
      for (const field of comparedFields) expect([beforeOf(comparison[field]), afterOf(comparison[field])]).toEqual([fieldText(before, field), fieldText(after, field)])
      const { body } = comparison
      expect(body.flatMap((change) => (change.kind === 'added' || ('isMoved' in change && change.isMoved) ? [] : [change.before]))).toEqual(before.blocks)
      expect(body.flatMap((change) => (change.kind === 'removed' || change.kind === 'movedAway' ? [] : [change.after]))).toEqual(after.blocks)
      for (const change of body) {
        if (change.kind === 'changed') expect([beforeOf(change.pieces), afterOf(change.pieces)]).toEqual([blockText(change.before), blockText(change.after)])
        if (change.kind === 'changed') expect(change.shape.length > 0 || !isUnchanged(change.pieces)).toBe(true)
        if (change.kind === 'same') expect(blockText(change.before)).toBe(blockText(change.after))
        if (change.kind !== 'changedTable') continue
        const { columns, rows } = change.table
        const cells = (side: 'added' | 'removed', read: (pieces: readonly TextPiece[]) => string): readonly (readonly string[])[] =>
          rows.filter((row) => row.kind !== side).map((row) => row.cells.filter((_, column) => columns[column] !== side).map(read))
        expect([cells('added', beforeOf), cells('removed', afterOf)]).toEqual([change.before.rows, change.after.rows])
      }
    }), runs)
  })

  it('COMPARE-1: equal reports have no change, and unequal ones have one', () => {
    fc.assert(fc.property(generatedReport, (report) => {
      const comparison = compareReports(report, { ...report, blocks: report.blocks.map((block, index) => ({ ...block, id: `y${index}` })) })
      expect(comparison).toMatchObject({ isEqual: true, counts: { added: 0, removed: 0, changed: 0, moved: 0 } })
      expect(comparison.body.every((change) => change.kind === 'same')).toBe(true)
    }), runs)
    fc.assert(fc.property(editedPair, ([before, after]) => {
      const isSameText = JSON.stringify(before.blocks.map(blockText)) === JSON.stringify(after.blocks.map(blockText)) && comparedFields.every((field) => fieldText(before, field) === fieldText(after, field))
      if (!isSameText) expect(compareReports(before, after).isEqual).toBe(false)
    }), runs)
  })

  it('COMPARE-4: what stays is the heaviest sequence in common order', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 7 }), fc.nat(), (weights, seed) => {
      const order = weights.map((_, index) => index).sort((left, right) => ((left * 7919 + seed) % 101) - ((right * 7919 + seed) % 101) || left - right)
      const pairs = weights.map((weight, before) => ({ before, after: order[before] ?? 0, weight }))
      const kept = pairs.filter((pair) => keptInOrder(pairs).has(pair.before))
      expect(kept.every((pair, index) => index === 0 || pair.after > (kept[index - 1]?.after ?? 0))).toBe(true)
      const heaviest = (from: number, last: number): number => (from === pairs.length ? 0 : Math.max(heaviest(from + 1, last), (pairs[from]?.after ?? 0) > last ? (pairs[from]?.weight ?? 0) + heaviest(from + 1, pairs[from]?.after ?? 0) : 0))
      expect(kept.reduce((sum, pair) => sum + pair.weight, 0)).toBe(heaviest(0, -1))
    }), runs)
  })
})
