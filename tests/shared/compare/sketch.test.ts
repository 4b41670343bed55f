import { describe, expect, it } from 'vitest'
import { bareText, SKETCH_SIZE, sketchSimilarity, textSketch } from '../../../shared/compare/sketch'
import { chance } from '../../support/simulatedDisk'

/** The share by all pieces, counted one by one. */
function exact(one: string, other: string): number {
  const pieces = (text: string): Set<string> => new Set(Array.from({ length: Math.max(1, text.length - 4) }, (_, at) => text.slice(at, at + 5)))
  const [a, b] = [pieces(one), pieces(other)]
  return (2 * [...a].filter((piece) => b.has(piece)).length) / (a.size + b.size)
}

const letters = (seed: number, length: number): string => {
  const next = chance(seed)
  return Array.from({ length }, () => String.fromCharCode(0x4e00 + Math.floor(next() * 800))).join('')
}

describe('how alike two texts of many are', () => {
  it('FOLDER-6: the estimate is near the truth: 0.04 in the mean, 0.08 where it counts, and exact for short texts', () => {
    let sum = 0
    for (let seed = 1; seed <= 60; seed += 1) {
      const base = letters(seed, seed % 3 === 0 ? 90 : 3000)
      const other = `${base.slice(0, Math.floor(base.length * (seed / 60)))}${letters(seed + 500, Math.floor(base.length * (1 - seed / 60)))}`
      const [estimated, truth] = [sketchSimilarity(textSketch(base), textSketch(other)), exact(base, other)]
      expect(Math.abs(estimated - truth)).toBeLessThan(base.length < SKETCH_SIZE ? 1e-9 : truth > 0.8 ? 0.08 : 0.2)
      sum += Math.abs(estimated - truth)
    }
    expect(sum / 60).toBeLessThan(0.04)
  })

  it('FOLDER-6: marks, blanks and width make no difference, words do', () => {
    expect(bareText('一、 总结（２０２５年）：ＡＢ ')).toBe('一总结2025年ab')
    expect(sketchSimilarity(textSketch(bareText('同样的话，换个标点。')), textSketch(bareText('同样的话 换个标点')))).toBe(1)
    expect(sketchSimilarity(textSketch(letters(1, 500)), textSketch(letters(2, 500)))).toBeLessThan(0.05)
    expect(sketchSimilarity([], [])).toBe(1)
    expect(sketchSimilarity(textSketch(''), textSketch('一些字'))).toBe(0)
  })

  it('FOLDER-6: what a mark says counts: decimals, signs, ratios, ranges, percent, ticks, the ends of figures', () => {
    const others: ReadonlyArray<readonly [string, string]> = [
      ['投资1.5亿元', '投资15亿元'], ['投资１．５亿元', '投资15亿元'], ['增长3%', '增长3'], ['增长3%', '增长3‰'], ['增长-3%', '增长3%'], ['增长−3%', '增长3%'], ['增长.5倍', '增长5倍'],
      ['配比1:2', '配比12'], ['配比1∶2', '配比1.2'], ['用时3-5天', '用时35天'], ['用时3～5天', '用时35天'], ['误差±2', '误差2'], ['长3×5米', '长35米'], ['不足≤3人', '不足≥3人'], ['占1/3', '占13'], ['占½', '占12'],
      ['达标√', '达标×'], ['达标√', '达标'], ['是☑否☐', '是☐否☑'], ['■是 □否', '□是 ■否'], ['12\t3', '1\t23'], ['12\u00003', '1\u000023'], ['10²', '102'], ['①5项', '15项'], ['第3、5条', '第35条'], ['为5℃', '为5C'], ['收￥5', '收$5'], ['2023,100人', '2023100人'],
    ]
    for (const [one, other] of others) expect([one, other, bareText(one) === bareText(other)]).toEqual([one, other, false])
  })

  it('FOLDER-6: what another format or program writes differently does not count', () => {
    const same: ReadonlyArray<readonly [string, string]> = [
      ['投资１．５亿元', '投资1.5亿元'], ['共1,000户', '共1000户'], ['共１，０００，０００.5元', '共1000000.5元'], ['增长 3 %', '增长3％'], ['用时3—5天', '用时3-5天'], ['用时3 – 5天', '用时3－5天'], ['用时3～5天', '用时3〜5天'], ['配比1：2', '配比1:2'], ['配比1∶2', '配比1:2'],
      ['共 12 户', '共12户'], ['第1\u00ad5条', '第15条'], ['共1\u200b5户', '共15户'], ['“总结”（草稿）——要点…', '"总结"(草稿)--要点...'], ['● 成效', '成效'], ['首行\n■成效', '首行\n成效'], ['面积5㎡', '面积5m²'], ['是☑\ufe0f', '是☑'], ['No.5', 'No 5'], ['1.5.', '1.5'], ['│总结│', '总结'], ['A 级', 'Ａ级'],
    ]
    for (const [one, other] of same) expect([one, other, bareText(one), bareText(other)]).toEqual([one, other, bareText(other), bareText(one)])
  })
})
