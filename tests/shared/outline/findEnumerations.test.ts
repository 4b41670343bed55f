import { describe, expect, it } from 'vitest'
import { findEnumerations } from '../../../shared/outline/findEnumerations'
import { parseReport } from '../../../shared/outline/parseReport'
import { outlineRows } from '../../../shared/outline/outlineRows'
import { countingIds } from '../../../shared/base/ids'

const found = (text: string): readonly string[] => findEnumerations(text).map((series) => `${series.kind}:${series.items.map((item) => item.marker).join('/')}`)
const leads = (text: string): readonly string[] => findEnumerations(text).flatMap((series) => series.items.map((item) => text.slice(item.from, item.leadTo)))

describe('enumerations', () => {
  it.each([
    ['一是加强学习。认真研读。二是改进作风。深入基层。', ['yishi:一是/二是']],
    ['要做到：一要加强学习；二要改进作风；三要严守纪律。', ['yiyao:一要/二要/三要']],
    ['第一，加强学习。第二，改进作风。', ['diyi:第一/第二']],
    ['首先，加强学习。其次，改进作风。最后，严守纪律。', ['seq:首先/其次/最后']],
    ['其一，加强学习。其二，改进作风。', ['seq:其一/其二']],
    ['包括（1）学习制度；（2）考勤制度；（3）会议制度。', ['paren:（1）/（2）/（3）']],
    ['一是加强学习；二要改进作风。', ['mixed:一是/二要']],
    ['一是加强学习。二是改进作风。有关要求：一要及时上报；二要认真总结。', ['yishi:一是/二是', 'yiyao:一要/二要']],
  ])('ENUM-1: %s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it.each([
    ['主要表现在：一是学习不够深入。', ['yishi:一是']], ['还存在不足，一是学习不深入，二是作风不扎实。', ['yishi:一是/二是']], ['三是改进作风。', ['yishi:三是']],
    ['还存在不足，一是学习不深入。', []], ['他说二是改进作风。', []], ['抓好统一是关键所在。', []], ['二是二非分得清。', []],
  ])('ENUM-2: %s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it.each(['一是一，二是二，毫不含糊。', '一是非曲直要分清。', '第一书记带头。', '首先要感谢大家。', '（1）', '一方面加强学习，另一方面改进作风。', '一是。二是。'])('ENUM-3: %s is no enumeration', (text) => {
    expect(found(text)).toEqual([])
  })

  it('ENUM-4: a lead of thirty characters is one, one of thirty-one is none', () => {
    const thirty = '加'.repeat(30)
    expect(leads(`一是${thirty}。其余。`)).toEqual([`一是${thirty}。`])
    expect(leads(`一是${thirty}强。其余。`)).toEqual([''])
    expect(leads('一要加强学习；二要改进作风。')).toEqual(['一要加强学习；', '二要改进作风。'])
  })

  it('ENUM-5: items are leaves with an id of their own, never headings', () => {
    const parsed = parseReport('一、存在问题\n一是学习不深入。还要努力。二是作风不扎实。还要努力。\n', { newId: countingIds() })
    const rows = outlineRows(parsed.content)
    expect(rows.map((row) => [row.id, row.kind, row.depth, row.text])).toEqual([['b1', 'heading', 0, '存在问题'], ['b2#1', 'item', 1, '学习不深入'], ['b2#2', 'item', 1, '作风不扎实']])
    expect(parsed.content.blocks).toHaveLength(2)
  })
})
