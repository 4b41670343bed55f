import { describe, expect, it } from 'vitest'
import { importedReport } from '../../../electron/library/newReports'
import { startGathering } from '../../../shared/phrases/gatherPhrases'
import { phraseKey, type PhraseLibrary } from '../../../shared/phrases/phrase'
import { placeCategories } from '../../../shared/phrases/phrasePlaces'
import { parseReport } from '../../../shared/outline/parseReport'
import type { Report } from '../../../shared/report/report'
import { countingIds } from '../../../shared/base/ids'
import { effort, workSeconds } from '../../support/effort'

const empty: PhraseLibrary = { categories: [], phrases: [], dismissed: [] }

function report(year: number, lines: readonly string[], unit = '清源县档案局'): Report {
  const text = [`${unit}${year}年度档案工作总结`, ...lines, unit, `${year + 1}年1月5日`].join('\n')
  return importedReport({ content: parseReport(text, { newId: countingIds() }).content, unit, kind: 'general', year }, `r-${year}`, { kind: 'paste' }, year)
}

const of2023 = report(2023, [
  '2023年，清源县档案局紧紧围绕服务大局这条主线，稳步推进各项工作。现将情况总结如下：',
  '一、主要工作', '（一）夯实基础，规范日常管理。严格执行查阅登记制度，做到来有登记、去有记录、用有反馈。全年接待查阅1 204人次。',
  '按照县里的统一安排，组织干部下沉社区值守。按照县里的统一安排，完成帮扶走访。', '王小明同志获得县级表彰，成为全局学习的榜样。',
  '二、存在的问题', '库房条件比较落后，不能完全适应新时期馆藏增长的需要。', '三、下一步打算', '继续加大征集力度，不断丰富馆藏内容，更好地服务群众。',
])
const of2024 = report(2024, [
  '2024年，清源县档案局紧紧围绕服务大局这条主线，稳步推进各项工作。现将情况总结如下：',
  '一、主要工作', '（一）夯实基础，规范日常管理。严格执行查阅登记制度，做到来有登记、去有记录、用后有反馈。组织演练3次，参加85人。',
  '按照县里的统一安排，开展义务植树。', '王小明同志获得县级表彰，成为全局学习的榜样。',
  '二、存在的问题', '库房条件比较落后，不能完全适应新时期馆藏增长的需要。', '三、下一步打算', '探索建设智慧档案馆，打造特色服务品牌。',
])

function suggested(library: PhraseLibrary, ...reports: readonly Report[]) {
  const gathering = startGathering()
  for (const each of reports) gathering.add(each)
  return gathering.suggestions(library, 60)
}

describe('suggestions from own reports', () => {
  it('PHRASE-6: what two years share is offered under the part it stands in, with figures, years and the unit blanked', () => {
    const found = suggested(empty, of2023, of2024)
    const byText = new Map(found.map((suggestion) => [suggestion.text, suggestion]))
    expect(byText.get('XX年，我单位紧紧围绕服务大局这条主线，稳步推进各项工作。')).toMatchObject({ kind: 'sentence', category: '开头语', reports: 2, years: [2023, 2024], newest: { reportId: 'r-2024', year: 2024 } })
    expect(byText.get('夯实基础，规范日常管理')).toMatchObject({ kind: 'lead', category: '小标题' })
    expect(byText.get('库房条件比较落后，不能完全适应新时期馆藏增长的需要。')).toMatchObject({ category: '存在问题' })
    expect(found.some(({ text }) => /征集力度|智慧档案馆|演练|接待查阅/.test(text))).toBe(false)
    expect(found.some(({ text }) => text.includes('王小明'))).toBe(false)
  })
  it('PHRASE-6: wordings that differ a little are one, in the words of the newest; the newer of two drafts of one year does not count twice', () => {
    const texts = suggested(empty, of2023, of2024).map(({ text }) => text).filter((text) => text.includes('查阅登记'))
    expect(texts).toEqual(['严格执行查阅登记制度，做到来有登记、去有记录、用后有反馈。'])
    expect(suggested(empty, of2024, { ...of2024, id: 'r-copy' })).toEqual([])
  })
  it('PHRASE-6: first words that three reports go on from differently are offered with their comma', () => {
    const of2025 = report(2025, ['一、主要工作', '按照县里的统一安排，参加环境整治。'])
    expect(suggested(empty, of2023, of2024).some(({ kind }) => kind === 'opening')).toBe(false)
    expect(suggested(empty, of2023, of2024, of2025).filter(({ kind }) => kind === 'opening').map(({ text, reports }) => [text, reports])).toEqual([['按照县里的统一安排，', 3]])
  })
  it('PHRASE-6: what was put away or is in the library stays away, though it come in other words', () => {
    const old = '严格执行查阅登记制度，做到来有登记、去有记录、用有反馈。'
    for (const library of [{ ...empty, dismissed: [phraseKey(old)] }, { ...empty, categories: ['甲'], phrases: [{ id: 'p1', category: '甲', text: old, uses: 0, addedAt: '' }] }]) {
      const texts = suggested(library, of2023, of2024).map(({ text }) => text)
      expect(texts.some((text) => text.includes('查阅登记'))).toBe(false)
      expect(texts.length).toBeGreaterThan(2)
    }
  })
  it('PHRASE-6: what a template told the writer and nobody wrote is no phrase', () => {
    const left = (year: number): Report => report(year, ['一、主要工作', '积极争取各方支持，（写投入金额和用途）改善办公条件。'])
    expect(suggested(empty, left(2023), left(2024))).toEqual([])
  })
  it('PHRASE-6: the category of a place follows from the heading above it', () => {
    const categories = [...placeCategories(of2023.blocks).values()]
    expect(categories[0]).toBe('开头语')
    expect(categories.at(-1)).toBe('下步措施')
    expect(categories).toContain('存在问题')
  })
  it('PHRASE-7: two hundred reports are a small piece of work, and no single one of them a large part of it', async () => {
    const gathering = startGathering()
    const many = Array.from({ length: 200 }, (_, index) => report(1900 + index, Array.from({ length: 60 }, (__, line) => `第${'甲乙丙丁戊己庚辛壬癸'.charAt(line % 10)}组在第${index * 61 + line}号任务中${'上下左右前后东南西北'.charAt((index + line) % 10)}移了${line}步，结果与计划${index % 3 === 0 ? '相符' : '略有出入'}。`)))
    let longest = 0
    const all = await effort(async () => {
      for (const each of many) longest = Math.max(longest, await workSeconds(() => { gathering.add(each) }))
      gathering.suggestions(empty, 60)
    })
    const whole = await workSeconds(() => {
      const again = startGathering()
      for (const each of many) again.add(each)
    })
    expect(all).toBeLessThan(60)
    expect(longest).toBeLessThan(whole / 4)
  })
})
