import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareSkeletons } from '../../../shared/skeleton/compareSkeletons'
import { openingVerb, patternOf } from '../../../shared/skeleton/frames'
import { gaugeGroups } from '../../../shared/skeleton/gauge'
import { skeletonRows, skeletonText, type SkeletonDepth } from '../../../shared/skeleton/skeletonRows'
import { skeletonText as words } from '../../../shared/text/skeleton'
import { blocksOf } from '../../support/editorState'

function rows(depth: SkeletonDepth, ...lines: readonly string[]) {
  return skeletonRows({ blocks: blocksOf(...lines), numbering: 'restart' }, depth)
}

/** What is told of the headings below one chapter. */
function odd(...headings: readonly string[]) {
  return gaugeGroups(rows('headings', '1:主要工作', ...headings.map((text) => `2:${text}`))).flatMap((group) => group.odd.map(({ rowId, reason }) => `${reason}@${headings[Number(rowId.slice(1)) - 2] ?? ''}`))
}

describe('the skeleton', () => {
  const report = ['开头。', '1:主要工作', '2:抓学习。全年学了十二次。还写了体会。', '一是领导带头学习。二是支部组织学习。', '1:打算', '继续努力。更上一层。']
  it('SKELETON-1: three depths', () => {
    expect(rows('headings', ...report).map(({ number, text }) => number + text)).toEqual(['一、主要工作', '（一）抓学习', '二、打算'])
    expect(rows('leads', ...report).map(({ kind, text }) => `${kind} ${text}`)).toEqual(['lead 开头', 'heading 主要工作', 'heading 抓学习', 'lead 全年学了十二次', 'lead 一是领导带头学习', 'heading 打算', 'lead 继续努力'])
    expect(rows('items', ...report).map(({ number }) => number)).toEqual(['一、', '（一）', '一是', '二是'])
  })
  it('SKELETON-1: a lead knows its place behind a run-in heading, and the copy is indented', () => {
    expect(rows('leads', ...report)[3]).toMatchObject({ blockId: 'b3', from: 4 })
    expect(skeletonText(rows('items', ...report))).toBe('一、主要工作\n　（一）抓学习\n　　一是：领导带头学习\n　　二是：支部组织学习')
  })
})

describe('the gauge', () => {
  it('SKELETON-2: patterns follow from small tables', () => {
    expect(['以学习促提升', '以党建为引领', '加强组织领导', '扎实推进数字化', '积极投身创建', '阵地管控有力', '预警监测', '总体要求', '学习情况'].map(patternOf))
      .toEqual(['以…促…', '以…为…', '动宾', '动宾', '动宾', '主谓', '四字', '四字', '四字'])
    expect(openingVerb('扎实推进数字化')).toBe('推进')
  })
  it('SKELETON-2: lengths by clause, words that come again, and a score', () => {
    const [top] = gaugeGroups(rows('headings', '1:持续加强学习，提升素质', '1:持续加强作风，优化服务'))
    expect(top?.measures.map(({ clauses }) => clauses)).toEqual([[6, 4], [6, 4]])
    expect(top?.repeated).toEqual([{ word: '持续', count: 2 }, { word: '加强', count: 2 }])
    expect(top?.score).toBe(100)
  })
  it('SKELETON-3: the one that differs where all others agree', () => {
    expect(odd('加强组织领导', '强化责任落实', '阵地管控有力')).toEqual(['pattern@阵地管控有力'])
    expect(odd('加强领导，压实责任', '强化宣传，营造氛围', '严格考核')).toEqual(['missingPartner@严格考核'])
    expect(odd('加强领导', '强化宣传', '严格考核监督和结果运用')).toEqual(['length@严格考核监督和结果运用'])
    expect(odd('加强领导', '强化宣传', '严格考核，奖优罚劣')).toEqual(['extraClause@严格考核，奖优罚劣'])
  })
  it('SKELETON-3: nothing is told of two, of groups that do not agree, of words that are in no table, and of chapters that stand apart', () => {
    expect(odd('加强领导', '阵地管控有力')).toEqual([])
    expect(odd('加强领导', '阵地管控有力', '以学习促提升')).toEqual([])
    expect(odd('加强组织领导', '强化责任落实', '群众反映良好')).toEqual([])
    expect(gaugeGroups(rows('headings', '1:加强组织领导', '1:强化责任落实', '1:突出重点工作', '1:存在的问题及下一步打算')).flatMap((group) => group.odd)).toEqual([])
  })
  it('SKELETON-4: what is told says what the others have', () => {
    expect(words.odd('missingPartner', 2, 1)).toBe('其余都有 2 个分句，这条只有 1 个，缺后半句。')
  })
  it('SKELETON-2: every row of a group is measured once and the score stays between 0 and 100', () => {
    const heading = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.string({ unit: fc.constantFrom('加', '强', '以', '促', '，', '、', '学', '习', '有', '力', ' ', '“'), maxLength: 12 }))
    fc.assert(fc.property(fc.array(heading, { maxLength: 14 }), (all) => {
      const own = rows('headings', ...all.map(([level, text]) => `${level}:${text}`))
      const groups = gaugeGroups(own)
      const measured = groups.flatMap(({ measures }) => measures.map(({ row }) => row.id))
      expect(new Set(measured).size).toBe(measured.length)
      for (const group of groups) {
        expect(group.score >= 0 && group.score <= 100).toBe(true)
        expect(group.odd.every(({ rowId }) => group.measures.some(({ row }) => row.id === rowId))).toBe(true)
      }
    }))
  })
})

describe('beside an earlier year', () => {
  const before = rows('headings', '1:2024年工作情况', '2:加强理论学习', '2:强化阵地管理', '1:存在问题', '1:下一步打算')
  it('SKELETON-5: kept, renamed, moved, new and missing', () => {
    const now = rows('headings', '1:2025年工作情况', '2:加强理论武装和学习', '2:守牢安全底线', '1:下一步打算', '2:强化阵地管理')
    expect(compareSkeletons(before, now).map(({ kind, now: row, before: old }) => `${kind} ${row?.text ?? old?.text ?? ''}`)).toEqual([
      'kept 2025年工作情况', 'renamed 加强理论武装和学习', 'new 守牢安全底线', 'missing 存在问题', 'kept 下一步打算', 'moved 强化阵地管理',
    ])
    expect(words.missing(2024, '存在问题', 0)).toBe('2024 年有“存在问题”一章，本稿没有。')
  })
  it('SKELETON-5: the same skeleton is kept, and every heading of both is told exactly once', () => {
    expect(compareSkeletons(before, before).every(({ kind }) => kind === 'kept')).toBe(true)
    const heading = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom('加强学习', '加强理论学习', '阵地管理', '存在问题', '打算', '守牢底线', '')).map(([level, text]) => `${level}:${text}`)
    fc.assert(fc.property(fc.array(heading, { maxLength: 10 }), fc.array(heading, { maxLength: 10 }), (one, other) => {
      const [old, own] = [rows('headings', ...one), rows('headings', ...other)]
      const changes = compareSkeletons(old, own)
      expect(changes.flatMap(({ now }) => (now === null ? [] : [now.id]))).toEqual(own.map(({ id }) => id))
      expect(changes.flatMap(({ before: row }) => (row === null ? [] : [row.id])).sort()).toEqual(old.map(({ id }) => id).sort())
    }))
  })
})
