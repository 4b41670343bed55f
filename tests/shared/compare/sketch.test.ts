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
})
