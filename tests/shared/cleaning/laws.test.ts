import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyCleaning } from '../../../shared/cleaning/applyCleaning'
import { cleaningRuleIds } from '../../../shared/cleaning/cleaningRule'
import { usualCleaning } from '../../../shared/cleaning/cleaningRules'
import type { CleaningChoice } from '../../../shared/cleaning/cleaningSchema'
import { newCleaningMemory, placeKey, proposeCleaning, type CleaningProposal } from '../../../shared/cleaning/proposeCleaning'
import { emptyContent, type ReportContent } from '../../../shared/outline/reportContent'
import { editTexts, type TextPlace } from '../../../shared/report/editTexts'
import type { Block } from '../../../shared/report/report'
import { paragraphs } from '../../support/cleaned'
import { effort } from '../../support/effort'
import { allowedGrowth, growth } from '../../support/growth'

/** Pieces that are dirty by themselves, together, or not at all. */
const pieces = ['加强领导', '工作', '总', '则', '2025', '年', 'APP', 'АPP', 'Ｐ', '１', '，', '。', '、', '：', '“', '”', '（', '）', ',', '.', ';', ':', '?', '!', '(', ')', '"', "'", ' ', '  ', '　', '\u00a0', '\u200b', '\u200d', '\ufeff', '⼀', '⻓', '\uf9e4', '―', '─', '—', '-', '--', '･', '•', '...', '…', '**', '*', '__', '`', '#', '# ', '- ', '```',
  '##paidbegin##', '##', '[hide]', '[1]', '[2]', '&nbsp;', '&quot;', '&amp;', '&lt;', '<br>', '<', '公众号：', '关注公众号', '更多材料请', '微信：abc123', '○', '二', 'O', 'l', '三年', '．', '3', '—2—', '来源', '关注', '根据实际情况', '修改', '告诉我', '如果', '希望', 'AI生成', '[文](', 'http://a.b/', '😀', '1️⃣', '✔️', '<', '>', '《', '》', '<<', '>>', '＜', '＞', '「', '」', '『', '』', '—、', '第', '季', 'エ', 'АРР', '，。', '【此处填写】', '全 县 各 级 认 真', '2025--2026', '－', ')', '</p>', '。。', '，，', '锟斤拷', '〝', '〞', '✅', '来源：', '责任编辑：', '以下是', '为您', '％', '%', '．', 'https://a.cn/b', 'a.docx', '10:30', '\ue000', '\ud842\udfb7', '\n', '\t']
const textOf = fc.oneof(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join('')), fc.string({ unit: 'binary', maxLength: 20 }))

const block = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('text' as const), level: fc.constantFrom(0, 0, 0, 1, 2), texts: fc.array(textOf, { maxLength: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('table' as const), cells: fc.tuple(textOf, textOf, textOf, textOf) }) },
)
const contents: fc.Arbitrary<ReportContent> = fc.record({ blocks: fc.array(block, { maxLength: 6 }), title: fc.array(textOf, { maxLength: 2 }), signature: fc.array(textOf, { maxLength: 2 }), note: textOf, aside: fc.array(textOf, { maxLength: 3 }) }).map(({ blocks, title, signature, note, aside }) => ({
  ...emptyContent, title, signature, note, setAside: aside.map((text, index) => ({ line: index + 1, text })),
  blocks: blocks.map((each, index): Block => each.kind === 'text'
    ? { kind: 'text', id: `b${index}`, level: each.level as 0 | 1 | 2, runs: each.texts.filter((text) => text !== '').map((text, run) => (run % 2 === 0 ? { text } : { text, bold: true })) }
    : { kind: 'table', id: `b${index}`, headerRows: 0, rows: [[each.cells[0], each.cells[1]], [each.cells[2], each.cells[3]]] }),
}))

const changes = (proposals: readonly CleaningProposal[]): readonly CleaningProposal[] => proposals.filter((each) => each.kind !== 'remark')

function textsOf(content: ReportContent): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  editTexts(content, (text, place: TextPlace) => { texts.set(placeKey(place), text); return [] })
  return texts
}

describe('laws of the cleaning', () => {
  it('CLEAN-2: proposals do not overlap, and say what stands at their place', () => {
    fc.assert(fc.property(contents, (content) => {
      const texts = textsOf(content)
      const ends = new Map<string, number>()
      for (const each of changes(proposeCleaning(content, usualCleaning))) {
        const key = placeKey(each.place)
        const text = texts.get(key) ?? ''
        if (each.kind === 'line') expect(text).toBe(each.before)
        if (each.kind !== 'text') continue
        expect(text.slice(each.from, each.to)).toBe(each.before)
        expect(each.before).not.toBe(each.after)
        expect(each.before).not.toBe('')
        expect(each.from).toBeGreaterThanOrEqual(ends.get(key) ?? 0)
        ends.set(key, each.to)
      }
    }), { numRuns: 400 })
  })

  it('CLEAN-2: every proposal has an id of its own', () => {
    fc.assert(fc.property(contents, (content) => {
      const ids = proposeCleaning(content, usualCleaning).map((each) => each.id)
      expect(new Set(ids).size).toBe(ids.length)
    }), { numRuns: 200 })
  })

  it('CLEAN-2: with none chosen nothing changes', () => {
    fc.assert(fc.property(contents, (content) => { expect(applyCleaning(content, [])).toBe(content) }), { numRuns: 50 })
  })

  it('CLEAN-2: with all chosen nothing more is proposed', () => {
    fc.assert(fc.property(contents, (content) => {
      const all = proposeCleaning(content, usualCleaning)
      expect(changes(proposeCleaning(applyCleaning(content, all), usualCleaning))).toEqual([])
    }), { numRuns: 1500 })
  })

  it('CLEAN-2: only the chosen pieces change; ids, manner and what goes are kept', () => {
    fc.assert(fc.property(contents, fc.infiniteStream(fc.boolean()), (content, coin) => {
      const chosen = changes(proposeCleaning(content, usualCleaning)).filter(() => coin.next().value)
      const after = applyCleaning(content, [...chosen].reverse())
      const gone = new Set(chosen.flatMap((each) => (each.kind === 'line' ? [each.place.blockId] : [])))
      expect(after.blocks.map(({ id }) => id)).toEqual(content.blocks.map(({ id }) => id).filter((id) => !gone.has(id)))
      // Every text is the old one with the chosen pieces exchanged.
      for (const [key, text] of textsOf({ ...content, title: [], signature: [], blocks: content.blocks.filter(({ id }) => !gone.has(id)) })) {
        const edits = chosen.flatMap((each) => (each.kind === 'text' && placeKey(each.place) === key ? [each] : []))
        const expected = [...edits].reverse().reduce((now, edit) => now.slice(0, edit.from) + edit.after + now.slice(edit.to), text)
        expect(textsOf({ ...after, title: [], signature: [] }).get(key)).toBe(expected)
      }
      const aside = content.blocks.flatMap((each) => (gone.has(each.id) && each.kind === 'text' ? [each.runs.map((run) => run.text).join('')] : [])).filter((text) => text.trim() !== '')
      expect(after.setAside.slice(content.setAside.length).map(({ text }) => text)).toEqual(aside)
    }), { numRuns: 400 })
  })

  /** What a text says, whatever its marks, blanks and widths. */
  const said = (text: string): string => text.normalize('NFKC').replace(/[^\p{Script=Han}\p{Script=Latin}\p{Script=Cyrillic}\p{Nd}]/gu, '')

  it('CLEAN-21: figures keep their value and characters their order', () => {
    const doubles = ['compatibility', 'lookalike'] as const
    const whole = ['advertising', 'contact', 'paywall', 'html', 'footnote', 'markdown', 'invisible'] as const
    fc.assert(fc.property(contents, (content) => {
      for (const each of proposeCleaning(content, { own: [], off: [...whole, ...doubles] })) if (each.kind === 'text') expect(said(each.after)).toBe(said(each.before))
      for (const each of proposeCleaning(content, { own: [], off: cleaningRuleIds.filter((id) => !doubles.some((double) => double === id)) })) if (each.kind === 'text') expect([...each.after.normalize('NFKC')]).toHaveLength([...each.before.normalize('NFKC')].length)
    }), { numRuns: 1500 })
  })

  it('CLEAN-2: a proposal whose words changed meanwhile is left out', () => {
    const [proposal] = proposeCleaning(paragraphs('上下功夫,全年'), usualCleaning)
    expect(proposal).toBeDefined()
    const other = paragraphs('一二三四五六七八')
    expect(applyCleaning(other, proposal === undefined ? [] : [proposal])).toBe(other)
  })

  it('CLEAN-2: with a memory of the paragraphs that stayed the proposals are the same', () => {
    fc.assert(fc.property(contents, contents, (one, other) => {
      const memory = newCleaningMemory()
      const mixed = { ...other, blocks: [...one.blocks.slice(0, 3), ...other.blocks.map((each) => ({ ...each, id: `c${each.id}` }))] }
      proposeCleaning(one, usualCleaning, memory)
      expect(proposeCleaning(mixed, usualCleaning, memory)).toEqual(proposeCleaning(mixed, usualCleaning))
    }), { numRuns: 200 })
  })

  it('CLEAN-1: what is doubtful in one paragraph is marked, and the words around it are told', () => {
    expect(proposeCleaning(paragraphs('认真学习，在做实上下功夫,全年完成12项。'), usualCleaning)).toEqual([
      { kind: 'text', id: 'b0:12-13:halfWidth', rule: 'halfWidth', place: { kind: 'block', blockId: 'b0' }, from: 12, to: 13, before: ',', after: '，', lead: '认真学习，在做实上下功夫', tail: '全年完成12项。', isDoubtful: false },
    ])
  })

  it('CLEAN-9: of several empty paragraphs one is doubtful, and the others are not', () => {
    expect(proposeCleaning(paragraphs('一', '', '', '二', '', '三'), usualCleaning).map((each) => [each.id, each.kind === 'line' && each.isDoubtful])).toEqual([['b1:emptyLines', true], ['b2:emptyLines', false], ['b4:emptyLines', true]])
  })
})

describe('rules of the unit', () => {
  const own = (...rules: CleaningChoice['own']): CleaningChoice => ({ off: [], own: rules })

  it('CLEAN-10: a rule that is off does not look', () => {
    expect(proposeCleaning(paragraphs('上下功夫,全年'), { off: ['halfWidth'], own: [] })).toEqual([])
    expect(proposeCleaning(paragraphs('', '【山海文库】会员群，欢迎加入，公众号：山海'), { off: ['advertising', 'contact', 'emptyLines'], own: [] })).toEqual([])
  })

  it('CLEAN-10: words become other words as they are written, patterns mean nothing', () => {
    const content = paragraphs('清源县.局和清源县X局。')
    const found = proposeCleaning(content, own({ kind: 'text', words: '清源县.局', replacement: '清源县档案局' }))
    expect(found).toMatchObject([{ rule: 'own', before: '清源县.局', after: '清源县档案局' }])
  })

  it('CLEAN-10: words that are part of their replacement are replaced once', () => {
    const choice = own({ kind: 'text', words: '档案局', replacement: '县档案局' })
    const content = paragraphs('档案局、县档案局和档案局。')
    const after = applyCleaning(content, proposeCleaning(content, choice))
    expect(textsOf(after).get('b0')).toBe('县档案局、县档案局和县档案局。')
    expect(proposeCleaning(after, choice)).toEqual([])
  })

  it('CLEAN-10: a paragraph with the words goes and is set aside', () => {
    const content = paragraphs('正文。', '内部资料，请勿外传')
    const after = applyCleaning(content, proposeCleaning(content, own({ kind: 'line', words: '请勿外传', replacement: '' })))
    expect([after.blocks.length, after.setAside]).toEqual([1, [{ line: 2, text: '内部资料，请勿外传', behind: 'b0' }]])
  })

  it('CLEAN-10: rules that undo each other come to an end', () => {
    const choice = own({ kind: 'text', words: '甲', replacement: '乙' }, { kind: 'text', words: '乙', replacement: '甲' })
    expect(proposeCleaning(paragraphs('甲乙'), choice).length).toBeLessThanOrEqual(2)
  })
})

describe('size', () => {
  const took = (size: number): Promise<number> => {
    const dirty = '在落实上下功夫,全年(共)开展"三会一课" 活动１２次⼀\u200b。'
    const content = { ...paragraphs(...Array.from({ length: 40 }, () => dirty.repeat(size / dirty.length / 40))), title: [dirty.repeat(20)] }
    return effort(() => { applyCleaning(content, proposeCleaning(content, usualCleaning)) })
  }

  it('CLEAN-11: 300,000 dirty characters take a moment', async () => {
    await took(30_000)
    const costs = [await took(300_000), await took(300_000)]
    expect(Math.min(...costs)).toBeLessThan(60)
  })

  it('CLEAN-11: pairs without end in one paragraph take time by their number', () => {
    for (const unit of ['推进**项目**建设', '甲__项目__建']) {
      expect([unit, growth((scale) => paragraphs(unit.repeat(scale * 500)), (content) => { proposeCleaning(content, usualCleaning) }) < allowedGrowth]).toEqual([unit, true])
    }
  })

  it('CLEAN-11: one endless paragraph does not take the square of its length', async () => {
    for (const unit of ['(', '"', '**甲', '［', ' ', '　', 'a.', 'a', '1', '1O', '公众号', '【', '–', '首页 > ', '1,', '&', '<p ', '—', '`', '](', '/', '甲.', '[1]', '##', '1 ', '@']) {
      const content = paragraphs(`甲，${unit.repeat(40_000)}。.@`)
      const cost = await effort(() => { applyCleaning(content, proposeCleaning(content, usualCleaning)) })
      expect(`${unit} ${cost < 60}`).toBe(`${unit} true`)
    }
  })
})
